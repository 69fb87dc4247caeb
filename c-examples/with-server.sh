#!/usr/bin/env bash
# Runs a command while the demo server runs; "@URL@" in its arguments becomes the server's URL.
#
#     with-server.sh path/to/demo-server command argument...
set -euo pipefail

server=$1
shift

coproc SERVER { exec "$server"; }
# bash forgets both once the coprocess has ended.
pid=$SERVER_PID input=${SERVER[1]}
read -r url <&"${SERVER[0]}"

status=0
"${@//@URL@/$url}" || status=$?

# The server ends when its input does.
exec {input}>&-
wait "$pid"
exit "$status"
