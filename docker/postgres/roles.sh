#!/bin/sh
# Runs once, when the server is new: the image of PostgreSQL does so with all that is in its folder for it.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --no-psqlrc \
  --set "owner_password=$(cat /run/secrets/database_owner_password)" \
  --set "service_password=$(cat /run/secrets/database_service_password)" \
  --file /docker-entrypoint-initdb.d/roles.psql
