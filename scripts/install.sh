#!/usr/bin/env bash
# Makes .venv and installs exactly what the given lock file names, checked by hash.
# A stamp with the lock's own hash makes the next start quick.
set -euo pipefail
cd "$(dirname "$0")/.."

lock=$1
venv=.venv
stamp=$venv/.installed
digest=$(cat requirements-test.lock requirements.lock pyproject.toml | sha256sum | cut -d' ' -f1)

# The test lock holds everything the run lock does, so either request is met by it.
if [ -f "$stamp" ] && [ -x "$venv/bin/python" ]; then
    read -r installed_digest installed_lock < "$stamp"
    if [ "$installed_digest" = "$digest" ]; then
        case "$installed_lock" in "$lock" | requirements-test.lock) exit 0 ;; esac
    fi
fi

find_python() {
    local candidate
    for candidate in ${PYTHON3:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
    exit 1
}

if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" \
             "(or python$version-venv)" >&2
        exit 1
    fi
    echo "· making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

echo "· installing the packages of $lock (a minute or two the first time)"
rm -f "$stamp"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
pip=("$venv/bin/python" -m pip --quiet)
# Of what only tests need, little is ever imported: that is compiled when it is.
compile=(--compile)
[ "$lock" = requirements.lock ] || compile=(--no-compile)
"${pip[@]}" install "${compile[@]}" --require-hashes --only-binary :all: --requirement "$lock"
"${pip[@]}" install --no-build-isolation --no-deps --no-index --editable .
echo "$digest $lock" > "$stamp"
