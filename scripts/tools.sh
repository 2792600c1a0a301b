#!/usr/bin/env bash
# The tests drive Chromium and run an example of curl: installs what is missing with the system's package manager when it may.
# The Chromium without windows (Debian's chromium-headless-shell) opens pages in a third of the time; any other one does.
set -euo pipefail

has() { command -v "$1" > /dev/null; }
chosen() { [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; }

wanted=()
chosen || has chromium-headless-shell || wanted+=(chromium-headless-shell)
has curl || wanted+=(curl)
[ ${#wanted[@]} -gt 0 ] || exit 0

go_without() {
    if has curl && { chosen || has chromium || has chromium-browser || has google-chrome; }; then
        exit 0
    fi
    echo "The tests need ${wanted[*]}. Install what is named (Debian: sudo apt-get install ${wanted[*]}); an installed" \
         "Chromium can be named: CHROMIUM=/path/to/chromium make test" >&2
    exit 1
}

has apt-get || go_without
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || go_without
    as_root=(sudo -n)
fi
echo "· installing ${wanted[*]} with apt-get"
export DEBIAN_FRONTEND=noninteractive
# Where no package comes in two minutes, another Chromium does: nobody waits for a network that is not there.
"${as_root[@]}" timeout 120 apt-get update -qq || go_without
"${as_root[@]}" timeout 120 apt-get install -qq -y --no-install-recommends "${wanted[@]}" > /dev/null || go_without
