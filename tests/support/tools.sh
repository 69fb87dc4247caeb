#!/usr/bin/env bash
# The tools that the tests use beside cargo.
#
#     tools.sh install    gets what is missing from Debian, as root or with sudo
#     tools.sh report     names the checks that were left out; under CI=true that is a failure
#
# Required are the tools without which a check cannot run. Optional ones make a check go further
# and are never missed: clang is one more compiler for the headers.
set -euo pipefail

# command:package:what needs it
required=(
    "gcc:gcc:the C programs, the headers and the install test"
    "g++:g++:the C++ programs and the headers"
    "nm:binutils:the check that the sanitizers are really on"
    "valgrind:valgrind:the runs of the C programs under valgrind"
    "pkg-config:pkg-config:the install test"
    "curl:curl:the demo test"
    "tinyproxy:tinyproxy-bin:requests through a real HTTP proxy"
    "squid:squid:requests through a proxy that asks for credentials"
    "ntlm_auth:winbind:NTLM and Negotiate through squid, with Samba to look at the password"
    "microsocks:microsocks:requests through a real SOCKS proxy"
    "openssl:openssl:certificates with short keys of RSA"
    "nginx:nginx:the tests against nginx"
    "apache2:apache2-bin:the tests against Apache, which asks for Digest"
    "python3:python3:the tests against Python's http.server"
    "x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64:the comparison of wininet.h with that of mingw-w64"
    "x86_64-w64-mingw32-g++-posix:g++-mingw-w64-x86-64-posix:the programs of tests/port as programs of Windows"
    "/usr/bin/rustc:rustc-web:wininet.dll"
    "/usr/lib/rustlib/src/rust/library:rust-web-src:wininet.dll"
    "wine:wine:the tests of wininet.dll"
    "rustfmt::the check of the formatting"
    "cargo-clippy::clippy"
)
optional=(
    "clang:clang:the headers with clang"
)

# Where Debian keeps servers, which is on no plain user's path.
PATH=$PATH:/usr/sbin

# A command, or a directory by its path.
have() {
    command -v "$1" > /dev/null || [ -d "$1" ]
}

# The entries of a list whose command is not there.
missing() {
    local entry
    for entry in "$@"; do
        have "${entry%%:*}" || echo "$entry"
    done
}

package_of() {
    cut -d : -f 2 <<< "$1"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    have apt-get && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2> /dev/null; }; }
}

# Optional packages one by one, so that one that cannot be had takes no other along.
install_missing() {
    local entry packages=() extra=()
    while read -r entry; do packages+=("$(package_of "$entry")"); done < <(missing "${required[@]}")
    while read -r entry; do extra+=("$(package_of "$entry")"); done < <(missing "${optional[@]}")
    if [ "${#packages[@]}" = 0 ] && [ "${#extra[@]}" = 0 ]; then
        return
    fi
    if ! may_install; then
        return
    fi
    as_root apt-get update -qq || return 0
    local package
    for package in "${packages[@]}" "${extra[@]}"; do
        # In runlevel 1 a server that is installed is not started as well.
        [ -z "$package" ] || as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
            apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$package" ||
            echo "could not install $package"
    done
}

# rustup brings its own two, if the toolchain was made without them.
install_rust_parts() {
    have rustup || return 0
    have rustfmt || rustup component add rustfmt || true
    have cargo-clippy || rustup component add clippy || true
}

report() {
    local entry left=0
    while read -r entry; do
        echo "LEFT OUT, since ${entry%%:*} is missing: ${entry##*:}"
        left=1
    done < <(missing "${required[@]}")
    if [ "$left" = 1 ] && [ "${CI:-}" = true ]; then
        echo "nothing may be left out under CI"
        exit 1
    fi
    [ "$left" = 1 ] || echo "no check was left out"
}

case ${1:-} in
install)
    install_missing
    install_rust_parts
    if [ "${CI:-}" = true ]; then report; fi
    ;;
report)
    report
    ;;
*)
    echo "usage: tools.sh install|report" >&2
    exit 2
    ;;
esac
