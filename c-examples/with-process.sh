#!/bin/sh
# Runs process_watch, starts a process that it should see, and ends both.
#
#     with-process.sh process_watch
set -eu

"$1" 2 sleep &
watch=$!
# It sees what starts after it has begun.
sleep 0.5
sleep 0.7
wait "$watch"
