#!/bin/sh
# Makes the secrets of docker/compose.yaml in the folder `secrets` beside this file; changes none that is there already.
# The folder is its owner's alone. The files can be read by all, because each container reads them as a user of its own.
set -eu
umask 077
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"
keep() {
  [ -e "$folder/$1" ] || { cat > "$folder/$1.part" && chmod 444 "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1"; }
}
for name in database_superuser_password database_owner_password database_service_password meili_master_key; do
  openssl rand -base64 32 | keep "$name"
done
printf 'first:%s\n' "$(openssl rand -base64 32)" | keep master_keys
if [ ! -e "$folder/mail_password" ]; then
  printf 'Password of the mail server: '
  read -r password
  printf '%s\n' "$password" | keep mail_password
fi
echo "Note $folder/master_keys where the database is not: without it, nothing encrypted can be read."
