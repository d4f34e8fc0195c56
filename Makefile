# Join the Dots. `make run` starts the portal, `make test` runs every test, `make help` lists the rest.
#
# What is set up leaves a stamp inside the folder it made (.venv/, node_modules/), so a second run does nothing
# twice, and whoever deletes a folder gets it anew.

PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
FLASK := $(BIN)/flask --app portal.app
# Nothing is compiled on the way in: each file is once it is imported, and most never are.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes

# Where the machine has no Node.js, the set-up puts one into .venv/bin, where this finds it.
export PATH := $(CURDIR)/$(BIN):$(PATH)

# Python keeps what it has compiled beside each file: the portal starts in half the time, and the tests start it often.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check audit ready node assets lint types format texts states release-dump lock clean

help:  ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: export PORTAL_DEMO := 1
run: export PORT := $(PORT)
run: assets  ## Set up what is missing and serve the demonstration at http://127.0.0.1:5000 (PORT=… moves it)
	@exec $(FLASK) serve --prepare --port $(PORT)

test: ready lint types  ## Run every gate and every test: style, types, walls, both databases, the browser
	@$(BIN)/pytest -n auto --dist loadfile

check: .venv/.tests assets lint types  ## The quick part, before every commit: style, types, walls, tests on SQLite without a browser
	@$(BIN)/pytest -n auto --dist loadfile -m "not postgres and not browser and not slow"

audit: ready  ## The long part, before a release: benches in full and the outside tools
	@sh tests/audit.sh

ready: .venv/.tests node_modules/.tests assets
	@sh tests/needs.sh

assets: node node_modules/.runtime  ## Build static/dist from static/src
	@$(BIN)/python -m portal.assets

lint: .venv/.tests  ## Style, templates, walls between the rooms
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/lint-imports

types: .venv/.tests  ## Types
	@$(BIN)/mypy

format: .venv/.tests  ## Put the Python files in shape
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format --quiet

texts: .venv/.runtime  ## Gather every text of the portal for translators
	@mkdir -p portal/translations
	@$(BIN)/pybabel --quiet extract -F babel.cfg -k Say --sort-output --no-location --no-wrap --omit-header -o portal/translations/messages.pot .

states: .venv/.runtime  ## Draw docs/states.md from the state tables
	@$(BIN)/python -c 'from pathlib import Path; from portal.cli.states import drawing; Path("docs/states.md").write_text(drawing())'

release-dump: .venv/.tests  ## Keep a small town as this version has it, for later migrations to be tried on
	@$(BIN)/python -m tests.releases.make

lock:  ## Lock the versions that the *.in files and package.json ask for (needs uv and npm)
	@for part in requirements requirements-pip requirements-node requirements-test requirements-audit; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    $$part.in --output-file $$part.txt; done
	@for part in . tests/chromium tests/audit; do npm install --package-lock-only --prefix $$part; done

clean:  ## Remove all that was set up or built; the data in instance/ stays
	rm -rf .venv node_modules static/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.made: requirements-pip.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed. Name yours with: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements-pip.txt
	@touch $@

.venv/.runtime: requirements.txt .venv/.made
	@echo "Installing the Python packages …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tests: requirements.txt requirements-test.txt .venv/.made
	@echo "Installing the Python packages, with those that tests need …"
	@$(PIP) -r requirements.txt -r requirements-test.txt
	@touch .venv/.runtime $@

# The Sass compiler asks for Node.js 20.19 or later; Debian 12 has an older one or none.
node: .venv/.made
	@{ node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
	  && command -v npm; } >/dev/null 2>&1 || \
	  { echo "No recent Node.js here: taking one from the Python registry …"; $(PIP) -r requirements-node.txt; }

node_modules/.runtime: package.json package-lock.json .npmrc .venv/.runtime | node
	@echo "Installing the front-end packages …"
	@npm ci --omit=dev --loglevel=error
	@touch $@

# One `npm ci` replaces the other, so the fuller one counts as both.
node_modules/.tests: package.json package-lock.json .npmrc .venv/.runtime | node
	@echo "Installing the front-end packages, with those that tests need …"
	@npm ci --loglevel=error
	@touch node_modules/.runtime $@
