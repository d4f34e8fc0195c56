"""The application: the site, with the commands that run it and look after its data."""

from flask import Flask
from flask_migrate import Migrate

from portal.accounts import commands as people
from portal.backups import commands as backups
from portal.cli import commands as running
from portal.cli import keys
from portal.config import ROOT, Settings
from portal.db import session
from portal.demo import commands as demo
from portal.funds import commands as funds
from portal.places import commands as places
from portal.programme import commands as programme
from portal.site import create_site

COMMANDS = (*running.ALL, *backups.ALL, keys.keys, people.people, funds.funds, places.places, programme.programme)


def create_app(settings: Settings | None = None) -> Flask:
    """The site and its commands. Raises Misconfigured for settings that are missing or wrong."""
    app = create_site(settings)
    Migrate(app, session.db, directory=str(ROOT / "migrations"))
    for command in COMMANDS:
        app.cli.add_command(command)
    if not app.extensions["portal_settings"].production:
        app.cli.add_command(demo.demo)
    return app
