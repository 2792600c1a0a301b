#!/usr/bin/env bash
# The browser tests need Chromium: installs it with the system's package manager when it may.
set -euo pipefail

[ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && exit 0
for name in chromium chromium-browser google-chrome; do
    command -v "$name" > /dev/null && exit 0
done

say_how() {
    echo "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), or name" \
         "an installed one: CHROMIUM=/path/to/chromium make test" >&2
    exit 1
}

command -v apt-get > /dev/null || say_how
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || say_how
    as_root=(sudo -n)
fi
echo "· installing Chromium with apt-get"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq || say_how
"${as_root[@]}" apt-get install -qq -y --no-install-recommends chromium > /dev/null || say_how
command -v chromium > /dev/null || command -v chromium-browser > /dev/null || say_how
