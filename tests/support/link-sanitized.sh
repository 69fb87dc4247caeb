#!/bin/sh
# The linker of `make sanitize`: programs get the sanitizer's runtime, which SANITIZER_RUNTIME names, and lend it to the
# shared libraries that they load. rustup's rustc has the runtimes, and a linker for them; Debian's has the sources of std.
case " $* " in
*" -shared "*) exec cc "$@" ;;
esac
exec cc "$@" -B"$(dirname "$SANITIZER_RUNTIME")/../bin/gcc-ld" -fuse-ld=lld -Wl,--export-dynamic \
    -Wl,--whole-archive "$SANITIZER_RUNTIME" -Wl,--no-whole-archive -lstdc++ -lm -ldl -lrt -lpthread -lresolv -lgcc_s -lc
