"""One document from standard input to a tagged PDF on standard output, then the end of this process and its memory."""

import json
import resource
import sys

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

CPU_SECONDS = 60
BYTES_MOST = 2 * 1024**3


def limit() -> None:
    """Take no more time and memory than any honest document needs."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_MOST, BYTES_MOST))


def main() -> None:
    """Make the PDF. Nothing is fetched from anywhere: what the page shows has to be in it."""
    limit()
    document = json.load(sys.stdin)
    fetcher = URLFetcher(allowed_protocols=["data"])
    page = HTML(string=document["html"], url_fetcher=fetcher)
    sheet = CSS(string=document["css"], url_fetcher=fetcher)
    sys.stdout.buffer.write(page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    main()
