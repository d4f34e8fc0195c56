"""What `flask serve` becomes: the site in a few processes, with none of the commands, nor of what they bring along."""

import contextlib

import click

from portal.cli.serving import listen, worker_beside
from portal.site import create_site


@click.command()
@click.option("--port", type=int, required=True)
@click.option("--alone", is_flag=True)
def main(port: int, alone: bool) -> None:
    """Serve at that port until stopped, with a worker beside it unless it is to be alone."""
    site = create_site()
    with site.app_context(), contextlib.nullcontext() if alone else worker_beside():
        listen(site, port, site.extensions["portal_settings"])


if __name__ == "__main__":
    main()
