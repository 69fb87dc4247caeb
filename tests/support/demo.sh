#!/usr/bin/env bash
# Runs the demo program against the demo server and against what fails, and looks at what it says.
#
#     demo.sh path/to/demo-server path/to/status
set -euo pipefail

server=$1
status=$2
if ! command -v curl > /dev/null; then
    echo "LEFT OUT: the demo test, since curl is missing"
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

with_server() {
    "$here/../../c-examples/with-server.sh" "$server" "$@"
}

fail() {
    echo "demo test: $*" >&2
    cat "$place/said" >&2
    exit 1
}

# A page arrives whole, and the callbacks come as they should: the last one is HANDLE_CLOSING, and
# none before the first HANDLE_CREATED.
for page in / /story /large /nothing; do
    with_server "$status" "@URL@$page" > "$place/said" || fail "$page failed"
    digest=$(with_server curl -sS "@URL@$page" | sha256sum | cut -d ' ' -f 1)
    grep -q "sha256 $digest" "$place/said" || fail "$page: not the digest $digest"
    names=$(awk '$1 ~ /^[0-9.]+$/ { print $3 }' "$place/said")
    [ "$(head -n 1 <<< "$names")" = HANDLE_CREATED ] || fail "$page: begins otherwise"
    [ "$(tail -n 1 <<< "$names")" = HANDLE_CLOSING ] || fail "$page: ends otherwise"
    grep -q REQUEST_COMPLETE <<< "$names" || fail "$page: no REQUEST_COMPLETE"
done

# A failure ends with 1 and says the Windows name of the error.
fails() {
    local code=0
    "${@:2}" > "$place/said" 2>&1 || code=$?
    [ "$code" = 1 ] || fail "${*:2}: ended with $code"
    grep -q "error [0-9]*, $1: [A-Z]" "$place/said" || fail "${*:2}: no $1"
}

# The address that the server had, now that it is gone.
gone=$(with_server echo @URL@)
fails ERROR_INTERNET_CANNOT_CONNECT "$status" "$gone/"
fails ERROR_INTERNET_NAME_NOT_RESOLVED "$status" http://no-such-host.invalid/
fails ERROR_INTERNET_UNRECOGNIZED_SCHEME "$status" nonsense://127.0.0.1/
# A server that knows no TLS.
# shellcheck disable=SC2016
fails 'ERROR_INTERNET_[A-Z_]*' with_server bash -c '"$0" "https${1#http}/"' "$status" @URL@
echo "demo test: four pages and four failures as they should be"
