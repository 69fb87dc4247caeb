#!/usr/bin/env bash
# Installs the library somewhere, and builds a program with nothing but what pkg-config says of it:
# once with the shared library, once with the static one. Then uninstalls it.
#
#     install.sh path/to/demo-server
set -euo pipefail

server=$(realpath -e "$1")
for tool in gcc g++ pkg-config; do
    if ! command -v $tool > /dev/null; then
        echo "LEFT OUT: the install test, since $tool is missing"
        exit 0
    fi
done

root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

fail() {
    echo "install test: $*" >&2
    exit 1
}

files() {
    (cd "$1" && find . -not -type d | sort)
}

# DESTDIR only moves the files: neither their list nor what they say may change with it.
make -s -C "$root" install PREFIX="$place/prefix"
make -s -C "$root" install PREFIX=/usr DESTDIR="$place/package"
[ "$(files "$place/prefix")" = "$(files "$place/package/usr")" ] || fail "DESTDIR changes the files"
grep -q '^prefix=/usr$' "$place/package/usr/lib/pkgconfig/wininet.pc" || fail "wininet.pc has a wrong prefix"

for header in windows.h Windows.h TCHAR.H kit/objects.h; do
    [ -f "$place/prefix/include/wininet/posix/$header" ] || fail "no $header"
done

version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)
lib=$place/prefix/lib
[ "$(readlink "$lib/libwininet.so")" = libwininet.so.0 ] || fail "libwininet.so is no link"
[ "$(readlink "$lib/libwininet.so.0")" = "libwininet.so.$version" ] || fail "libwininet.so.0 is no link"
[ -f "$lib/libwininet.so.$version" ] || fail "no libwininet.so.$version"

export PKG_CONFIG_PATH=$lib/pkgconfig
unset PKG_CONFIG_SYSROOT_DIR
[ "$(pkg-config --modversion wininet)" = "$version" ] || fail "pkg-config has another version"
cp "$root/c-examples/get.c" "$place"
cd "$place"

# The words of pkg-config are meant to be split.
# shellcheck disable=SC2046
gcc -Wall -Werror get.c -o shared $(pkg-config --cflags --libs wininet)
readelf -d shared | grep -q 'NEEDED.*libwininet.so.0' || fail "the program needs no libwininet.so.0"

# Where only the archive is, the same flags give a program that needs no shared library.
mkdir only-static
ln -s "$lib/libwininet.a" only-static
# shellcheck disable=SC2046
gcc -Wall -Werror get.c -o static \
    $(pkg-config --define-variable=libdir="$place/only-static" --static --cflags --libs wininet)
if readelf -d static | grep -q libwininet; then
    fail "the static program needs a shared library"
fi

# Programs as they are written for Windows: events and threads, and wide ones.
build_windows_programs() {
    gcc -Wall -Werror "$root/tests/kit/events.c" -o "events-$1" "${@:2}"
    g++ -Wall -Werror -Wno-unknown-pragmas -DUNICODE -D_UNICODE "$root/tests/port/wide_main.cpp" -o "wide-$1" "${@:2}"
    LD_LIBRARY_PATH=$lib "./events-$1" || fail "events-$1 failed"
}
# shellcheck disable=SC2046
build_windows_programs shared $(pkg-config --cflags --libs wininet)
# shellcheck disable=SC2046
build_windows_programs static \
    $(pkg-config --define-variable=libdir="$place/only-static" --static --cflags --libs wininet)

for program in shared static; do
    LD_LIBRARY_PATH=$lib "$root/c-examples/with-server.sh" "$server" \
        "./$program" @URL@/story > "$program.out" || fail "$program failed"
    grep -q 'till it completed, as believed.' "$program.out" || fail "$program printed something else"
done

make -s -C "$root" uninstall PREFIX="$place/prefix"
left=$(files "$place/prefix")
[ -z "$left" ] || fail "uninstall leaves $left"
echo "install test: shared and static programs work"
