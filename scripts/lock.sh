#!/usr/bin/env bash
# Chooses the newest versions pyproject.toml allows and writes them with all their files' hashes, for
# every Python from 3.11 on. The lock files name no registry: pip asks the one its user has set.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool"
"$tool/bin/python" -m pip --quiet install "uv==$UV_VERSION"

write() {
    local lock=$1
    shift
    {
        echo "# Written by 'make lock' from pyproject.toml. Install: pip install --require-hashes -r $lock"
        "$tool/bin/uv" pip compile pyproject.toml "$@" --upgrade --quiet --no-config --universal \
            --python-version 3.11 --generate-hashes --no-header --no-annotate \
            --no-emit-index-url --no-emit-find-links
    } > "$tool/lock"
    mv "$tool/lock" "$lock"
    echo "· $lock: $(grep -c '==' "$lock") packages"
}

write requirements-test.lock --extra test
write requirements.lock --constraint requirements-test.lock
