#!/usr/bin/env bash
# Fills the embedded store if it is missing, then serves with gunicorn (settings: gunicorn.conf.py).
set -euo pipefail
cd "$(dirname "$0")/.."

export PYTHONUNBUFFERED=1
if [ -z "${DATABASE_URL:-}" ] && [ ! -s var/klimat.db ]; then
    echo "· filling the store from seed_data/ (once)"
    mkdir -p var
    # Under another name until it is whole, so that an interrupted first start leaves nothing half-filled.
    rm -f var/klimat.db.new*
    DATABASE_URL=sqlite:///var/klimat.db.new .venv/bin/klimat seed
    mv var/klimat.db.new var/klimat.db
fi

exec .venv/bin/gunicorn --config gunicorn.conf.py app:server
