#!/bin/sh
# Run once by the image of PostgreSQL when the database is made. Elsewhere, as the owner of the database, who may make roles (docs/operations.md):
#   READER_PASSWORD=… PUBLISHER_PASSWORD=… psql --set=ON_ERROR_STOP=1 --file=roles.psql
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file "$(dirname "$0")/roles.psql"
