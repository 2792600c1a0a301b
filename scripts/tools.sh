#!/usr/bin/env bash
# The tests drive Chromium and run an example of curl: installs what is missing with the system's package manager when it may.
set -euo pipefail

has() { command -v "$1" > /dev/null; }
missing=()
if ! { [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; } && ! has chromium && ! has chromium-browser && ! has google-chrome; then
    missing+=(chromium)
fi
has curl || missing+=(curl)
[ ${#missing[@]} -gt 0 ] || exit 0

say_how() {
    echo "The tests need ${missing[*]}. Install what is named (Debian: sudo apt-get install ${missing[*]}); an installed" \
         "Chromium can be named: CHROMIUM=/path/to/chromium make test" >&2
    exit 1
}

has apt-get || say_how
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || say_how
    as_root=(sudo -n)
fi
echo "· installing ${missing[*]} with apt-get"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq || say_how
"${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" > /dev/null || say_how
