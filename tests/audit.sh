#!/bin/sh
# `make audit`: all that takes too long for every change. Each step runs, whatever came of the one before.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

if [ ! -e .venv/audit/.made ] || [ requirements-audit.txt -nt .venv/audit/.made ]; then
  echo "Installing the outside tools …"
  $bin/python -m venv .venv/audit
  .venv/audit/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
  npm ci --prefix tests/audit --loglevel=error
  touch .venv/audit/.made
fi

# One bench looks at the portal from outside its processes.
if ! command -v strace >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends strace >/dev/null
fi

failed=""
step() {
  echo "== $*"
  "$@" || failed="$failed
  $*"
}

step $bin/bandit --quiet --recursive --severity-level medium portal
step env AUDIT=1 $bin/pytest -n auto --dist loadfile
step $bin/python bench/weight.py
step $bin/python bench/weight.py --slow
step $bin/python bench/serve.py
step $bin/python bench/panel.py
step $bin/python bench/search.py
step $bin/python bench/twins.py
step $bin/python bench/kill.py
step $bin/python bench/mail.py
step $bin/python bench/faults.py
step $bin/python bench/words.py
step $bin/python bench/backup.py
step $bin/python bench/rush.py
step $bin/python bench/soak.py --minutes "${SOAK_MINUTES:-60}"
step $bin/python -m tests.running.follow
step $bin/python -m tests.outside

if [ -n "$failed" ]; then
  echo "The audit failed at:$failed"
  exit 1
fi
echo "The audit passed."
