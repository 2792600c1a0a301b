#!/usr/bin/env bash
# Fills the embedded store if it is missing, then serves with gunicorn (settings: gunicorn.conf.py), or
# runs the command that is given.
set -euo pipefail
cd "$(dirname "$0")/.."

export PYTHONUNBUFFERED=1
migrations=$(ls data_access/migrations/versions/*.py)
if [ -z "${DATABASE_URL:-}" ] && [ ! -s var/klimat.db ]; then
    echo "· filling the store from seed_data/ (once)"
    mkdir -p var
    # Under another name until it is whole, so that an interrupted first start leaves nothing half-filled.
    rm -f var/klimat.db.new*
    DATABASE_URL=sqlite:///var/klimat.db.new .venv/bin/klimat seed
    mv var/klimat.db.new var/klimat.db
    echo "$migrations" > var/migrated
elif [ -z "${DATABASE_URL:-}" ] && [ "$(cat var/migrated 2>/dev/null)" != "$migrations" ]; then
    # The embedded store is ours to keep in step with the software; one that DATABASE_URL names is the operator's.
    echo "· bringing the store up to this version of the software"
    .venv/bin/klimat upgrade
    echo "$migrations" > var/migrated
fi

if [ $# -gt 0 ]; then exec "$@"; fi
exec .venv/bin/gunicorn --config gunicorn.conf.py app:server
