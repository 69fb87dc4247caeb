#!/bin/sh
# Runs process_watch for two seconds, and starts processes that it should see.
#
#     with-process.sh process_watch
set -eu

"$1" 2 sleep &
watch=$!
# It sees those that start after it has begun.
while kill -0 "$watch" 2> /dev/null; do
    sleep 0.7
done
wait "$watch"
