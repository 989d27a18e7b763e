# To be sourced: starts a PostgreSQL of our own on a free port of the loopback, sets FOULEE_TEST_POSTGRES, and stops it
# when the shell ends. Needs the server's programs; the server itself refuses to run as root, so root lends it an account.

foulee_postgres_bin=$(dirname "$(ls -1 /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")
foulee_postgres_folder=$(mktemp -d)
if [ "$(id -u)" = 0 ]; then
  chown postgres "$foulee_postgres_folder"
  foulee_as_server() { runuser -u postgres -- "$@"; }
else
  foulee_as_server() { "$@"; }
fi
foulee_free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
foulee_stop_postgres() {
  foulee_as_server "$foulee_postgres_bin/pg_ctl" -D "$foulee_postgres_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$foulee_postgres_folder"
}
trap foulee_stop_postgres EXIT

foulee_port=$(foulee_free_port)
foulee_as_server "$foulee_postgres_bin/initdb" -D "$foulee_postgres_folder/data" -A trust -U foulee --locale=C.UTF-8 >/dev/null &&
  foulee_as_server "$foulee_postgres_bin/pg_ctl" -D "$foulee_postgres_folder/data" -w -l "$foulee_postgres_folder/log" \
    -o "-p $foulee_port -k $foulee_postgres_folder -c listen_addresses=127.0.0.1 -c fsync=off" start >/dev/null &&
  export FOULEE_TEST_POSTGRES="postgresql://foulee@127.0.0.1:$foulee_port/postgres"
