"""One document from standard input to a tagged PDF on standard output, then the end of this process and its memory."""

import json
import sys

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher


def main() -> None:
    """Make the PDF. Nothing is fetched from anywhere: what the page shows has to be in it."""
    document = json.load(sys.stdin)
    fetcher = URLFetcher(allowed_protocols=["data"])
    page = HTML(string=document["html"], url_fetcher=fetcher)
    sheet = CSS(string=document["css"], url_fetcher=fetcher)
    sys.stdout.buffer.write(page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    main()
