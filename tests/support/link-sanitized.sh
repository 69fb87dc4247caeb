#!/bin/sh
# The linker of `make sanitize`: programs get the sanitizer's runtime, which SANITIZER_RUNTIME names, and lend it to the
# shared libraries that they load. rustup's rustc has the runtimes, Debian's has the sources of std.
case " $* " in
*" -shared "*) exec cc "$@" ;;
esac
exec cc "$@" -Wl,--whole-archive "$SANITIZER_RUNTIME" -Wl,--no-whole-archive -Wl,--export-dynamic \
    -lstdc++ -lm -ldl -lrt -lpthread -lresolv -lgcc_s -lc
