# libwininet. Needs cargo, a C compiler and make; `make test` installs the rest where it may.
#
#   make                    the libraries, in target/release
#   make demo               fetches a page from a server of our own through the callback API
#   make demo URL=...       the same from a real server
#   make demo TRACE=...     the trace of that to another place than target/demo.har, or in another form: docs/trace.md
#   make waterfall          draws docs/trace.svg anew, from the trace of a run
#   make demo-wmi           watches processes through WMI while it starts one
#   make examples           all programs of c-examples, in target/c-examples
#   make windows            wininet.dll, in target/windows: see docs/windows.md
#   make setup-windows      gets what that needs from Debian, and Wine
#   make test               every test there is
#   make soak               half an hour of traffic of every kind; SOAK_SECONDS=n for less or more
#   make test-ntlm          those of the feature "ntlm" alone, as part of them
#   make test-instructions  that requests take no more of them than before, as part of them
#   make test-windows       those of wininet.dll under Wine alone, as part of them
#   make install            to PREFIX (/usr/local), below DESTDIR
#   make uninstall          removes what install put there
#   make bench              what a request costs, against hyper, libcurl and the least possible
#   make bench-wmi          what WMI costs, against reading /proc by hand
#   make fuzz               each fuzz target for FUZZ_SECONDS (600), FUZZ_JOBS (1) at once
#   make sanitize           the storms under ThreadSanitizer, most tests under AddressSanitizer, unit tests under both
#   make valgrind-wmi       the unit tests of WMI under valgrind
#   make deny               licences, sources and advisories of the crates; wants cargo-deny
#   make lint               formatting, clippy, documentation
#   make header             writes the generated headers in include/ anew
#   make clean

SHELL := /bin/bash
CARGO ?= cargo
CC ?= cc
CXX ?= c++
PREFIX ?= /usr/local
DESTDIR ?=

TARGET := $(or $(CARGO_TARGET_DIR),target)
RELEASE := $(TARGET)/release
EXAMPLES := $(TARGET)/c-examples
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The soname, which build.rs sets: it changes only when the ABI does.
SONAME := libwininet.so.0

CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Werror
STRICT := -std=c11 $(WARNINGS)
INCLUDES := -Iinclude -Iinclude/posix
RPATH := -Wl,-rpath,$(abspath $(RELEASE))

# So that a shell sees the URL as it is, whatever is in it.
export URL
TRACE ?= $(TARGET)/demo.har

# Debian's rustc comes with the sources of the library that it needs for another target; rustup's comes without. The target
# runs on Windows 7 and up, and under Wine 8, which lacks a DLL that the usual one asks for.
WINDOWS_RUSTC := /usr/bin/rustc
WINDOWS_TARGET := x86_64-win7-windows-gnu
WINDOWS_DLL := $(TARGET)/windows/$(WINDOWS_TARGET)/release/wininet.dll

.PHONY: all bench bench-wmi build clean demo demo-wmi deny examples fuzz fuzz-build fuzz-calls header help install lint \
	sanitize setup-windows soak test test-demo test-install test-instructions test-ntlm test-windows tools uninstall valgrind-wmi \
	waterfall windows

all: build

build:
	$(CARGO) build --release --lib
	ln -sf libwininet.so $(RELEASE)/$(SONAME)

$(EXAMPLES)/%: c-examples/%.c c-examples/*.h include/wininet.h include/posix/*.h include/posix/kit/*.h | build
	@mkdir -p $(EXAMPLES)
	$(CC) $(STRICT) $(CFLAGS) $(INCLUDES) $< -o $@ -L$(RELEASE) $(RPATH) -lwininet -pthread

$(EXAMPLES)/%: c-examples/%.cpp c-examples/*.h include/wininet.h include/posix/*.h include/posix/kit/*.h | build
	@mkdir -p $(EXAMPLES)
	$(CXX) -std=c++17 $(WARNINGS) $(CFLAGS) $(INCLUDES) $< -o $@ -L$(RELEASE) $(RPATH) -lwininet -pthread

$(RELEASE)/examples/demo-server: c-examples/server.rs | build
	$(CARGO) build --release --example demo-server

demo: export WININET_TRACE := $(abspath $(TRACE))
demo: build $(EXAMPLES)/status $(EXAMPLES)/get $(RELEASE)/examples/demo-server
	@if [ -n "$$URL" ]; then $(EXAMPLES)/status "$$URL"; \
	else c-examples/with-server.sh $(RELEASE)/examples/demo-server $(EXAMPLES)/status @URL@/story; fi
	@echo
	@echo "The trace of this run is $(TRACE). Drop it into the network tab of a browser's developer tools (F12)."
	@echo "WININET_TRACE=trace.har in the environment has any program write one: see docs/trace.md."

# A scenario of the tests, since it takes servers that are slow in many ways.
waterfall: WATERFALL := $(abspath $(TARGET))/waterfall.har
waterfall:
	WININET_TEST_SCENARIO=tour WININET_TRACE=$(WATERFALL) $(CARGO) test --test trace -- --exact scenarios::play
	$(CARGO) run --example waterfall -- $(WATERFALL) > $(TARGET)/waterfall.svg
	mv $(TARGET)/waterfall.svg docs/trace.svg

demo-wmi: build $(EXAMPLES)/process_watch
	c-examples/with-process.sh $(EXAMPLES)/process_watch

examples: $(patsubst c-examples/%,$(EXAMPLES)/%,$(basename $(wildcard c-examples/*.c c-examples/*.cpp)))
	@printf '%s\n' $^

# The tools first, the long part in the middle, and at the end what was left out, if anything was.
test: tools
	$(MAKE) lint
	$(CARGO) test
	$(MAKE) test-ntlm test-windows test-install test-instructions test-demo examples
	@tests/support/tools.sh report

tools:
	@tests/support/tools.sh install

# Tests leave the cookies of whoever runs them alone, as .cargo/config.toml has it for cargo's.
test-install test-demo: export XDG_DATA_HOME := $(abspath $(TARGET))/test-data

# `make test` has a minute of it. WININET_TEST_SEED takes the seed that a run has printed.
soak: export SOAK_SECONDS ?= 1800
soak:
	$(CARGO) test --test soak -- --nocapture

# What the feature "ntlm" adds, which wants Rust 1.93.
test-ntlm:
	$(CARGO) clippy --features ntlm --lib --test ntlm -- -D warnings
	$(CARGO) test --features ntlm --test ntlm

windows:
	CC_x86_64_win7_windows_gnu=x86_64-w64-mingw32-gcc AR_x86_64_win7_windows_gnu=x86_64-w64-mingw32-ar \
	CARGO_PROFILE_RELEASE_DEBUG=false RUSTC_BOOTSTRAP=1 RUSTC=$(WINDOWS_RUSTC) \
	$(CARGO) rustc --release --lib --crate-type cdylib -Zbuild-std=std,panic_unwind \
		--target $(WINDOWS_TARGET) --target-dir $(TARGET)/windows -- -D warnings
	@ls -l $(WINDOWS_DLL)

setup-windows: tools

# What cargo's other tests leave out, since it needs the DLL.
test-windows: windows
	WININET_DLL=$(abspath $(WINDOWS_DLL)) $(CARGO) test --test c_programs --test c_transfers --test port --test windows -- --ignored

# That what `make install` puts somewhere is enough to build programs with.
test-install: build $(RELEASE)/examples/demo-server
	tests/support/install.sh $(RELEASE)/examples/demo-server

# That a request takes no more instructions than are written down.
test-instructions: build
	WININET_RELEASE=$(abspath $(RELEASE)) $(CARGO) test --test instructions -- --ignored --nocapture

# That the demo says what it should, of successes and of failures.
test-demo: build $(EXAMPLES)/status $(RELEASE)/examples/demo-server
	tests/support/demo.sh $(RELEASE)/examples/demo-server $(EXAMPLES)/status

lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps

bench-wmi: build
	@mkdir -p $(EXAMPLES)
	$(CXX) -std=c++17 $(WARNINGS) $(CFLAGS) $(INCLUDES) benches/wmi.cpp -o $(EXAMPLES)/bench-wmi -L$(RELEASE) $(RPATH) -lwininet -pthread
	$(EXAMPLES)/bench-wmi
	$(CARGO) test --release --lib -- --ignored --nocapture ffi::wbem::tests::speed

# Wants nginx and libcurl's headers (libcurl4-openssl-dev); writes docs/performance.md.
bench:
	$(CARGO) bench --bench lookup
	PATH="$$PATH:/usr/sbin" $(CARGO) bench --bench peers

# The stable toolchain has the sanitizers and the counters behind this variable; these are cargo-fuzz's flags, so that it is
# not needed. New inputs go to the target directory, and what breaks a target to `artifacts` there. FUZZ_JOBS run at once.
FUZZ_SECONDS ?= 600
FUZZ_JOBS ?= 1
FUZZ_TARGETS ?= $(patsubst fuzz/fuzz_targets/%.rs,%,$(wildcard fuzz/fuzz_targets/*.rs))
FUZZ := $(abspath $(TARGET))/fuzz
FUZZ_FLAGS := --cfg fuzzing -Zsanitizer=address -Ccodegen-units=1 -Cpasses=sancov-module \
	$(addprefix -Cllvm-args=,-sanitizer-coverage-level=4 -sanitizer-coverage-inline-8bit-counters \
	-sanitizer-coverage-pc-table -sanitizer-coverage-trace-compares -simplifycfg-branch-fold-threshold=0)

fuzz: fuzz-build
	$(MAKE) -j$(FUZZ_JOBS) $(addprefix fuzz-run-,$(FUZZ_TARGETS)) fuzz-calls

fuzz-build:
	RUSTC_BOOTSTRAP=1 RUSTFLAGS="$(FUZZ_FLAGS)" $(CARGO) build --manifest-path fuzz/Cargo.toml --release \
		--target x86_64-unknown-linux-gnu --target-dir $(FUZZ)/build

fuzz-run-%:
	@mkdir -p $(FUZZ)/corpus/$* $(FUZZ)/artifacts/$*
	XDG_DATA_HOME=$(FUZZ)/data $(FUZZ)/build/x86_64-unknown-linux-gnu/release/$* $(FUZZ)/corpus/$* fuzz/corpus/$* \
		-artifact_prefix=$(FUZZ)/artifacts/$*/ -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=1024 \
		-max_len=4096 -print_final_stats=1 -verbosity=0

# The calls have no bytes to learn from: fuzz/README.md.
fuzz-calls:
	WININET_FUZZ_SECONDS=$(FUZZ_SECONDS) $(CARGO) test --test calls_storm -- --nocapture

# The library, std and the tests with a sanitizer: Debian's rustc has the sources of std, rustup's the runtimes. Without
# STORMS and MEMORY the unit tests remain.
STORMS ?= registry_storm connections_storm calls_storm reading_storm parties_storm callbacks_threads

# Left out of AddressSanitizer. The runtime is in a test's program and not in the library that C programs load, and these
# have valgrind and gcc's sanitizers; the same holds for some tests of `bad_input` and `trace`.
NO_MEMORY := c_programs c_transfers examples kit port process_faults wmi_programs
NO_MEMORY_TESTS := a_part_under_valgrind every_call_fails_as_documented \
	a_child_that_goes_on_has_no_trace a_crash_loses_nothing a_file_has_one_writer \
	an_unloaded_library_goes_on calls_at_exit_are_there processes_do_not_write_into_each_others_traces
# These count bytes, system calls and instructions, of which the sanitizer takes its own.
NO_MEMORY += costs decoding_bomb five_gib instructions soak
# These read sources, or what compilers make of headers.
NO_MEMORY += docs header layers supply
# These are run otherwise: `make fuzz` has that sanitizer, the others want a feature and another system.
NO_MEMORY += fuzz ntlm windows
MEMORY ?= $(STORMS) $(filter-out $(NO_MEMORY) $(STORMS),$(patsubst tests/%.rs,%,$(wildcard tests/*.rs)))

sanitize: sanitize-thread sanitize-address
sanitize-thread: SANITIZED := $(addprefix --test ,$(STORMS))
sanitize-address: SKIPPED := $(addprefix --skip ,$(NO_MEMORY_TESTS))
# Without lines: the programs of so many tests would be 10 GB.
sanitize-address: export CARGO_PROFILE_TEST_DEBUG := 0
sanitize-address: SANITIZED := $(addprefix --test ,$(MEMORY))
sanitize-%:
	kind=$*; SANITIZER_RUNTIME="$$(rustc --print target-libdir)/librustc-stable_rt.$${kind:0:1}san.a" \
	RUSTFLAGS="-Zsanitizer=$* -Zexternal-clangrt -Clinker=$(CURDIR)/tests/support/link-sanitized.sh" \
	RUSTC_BOOTSTRAP=1 RUSTC=$(WINDOWS_RUSTC) ASAN_OPTIONS=detect_stack_use_after_return=1 \
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/support/leaks.supp:print_suppressions=0 \
	$(CARGO) test --lib $(SANITIZED) --no-fail-fast -Zbuild-std --target x86_64-unknown-linux-gnu --target-dir $(TARGET)/sanitize-$* \
	-- $(SKIPPED)

# What is left out are tests that see valgrind itself: as the program of this process, and where starting a program fails.
VALGRIND := valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
	--show-leak-kinds=definite --fair-sched=try --num-callers=30 --suppressions=$(CURDIR)/tests/c/valgrind.supp
valgrind-wmi:
	CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER="$(VALGRIND)" \
	$(CARGO) test --lib -- wbem:: --skip this_process_is_what_proc_says --skip methods_start_own_and_end_processes

# tests/supply.rs has what needs no database. Without a network the advisories are left out, and it says so.
deny:
	@$(CARGO) deny --version > /dev/null || { echo "run cargo install cargo-deny first"; exit 1; }
	$(CARGO) deny check --allow unmatched-skip-root bans licenses sources
	$(CARGO) deny --all-features check bans licenses sources
	@if $(CARGO) deny fetch db; then $(CARGO) deny --all-features check advisories; \
	else echo "left out: advisories, since their database could not be fetched"; fi

header:
	WININET_UPDATE_HEADER=1 $(CARGO) build

# Builds nothing, so that `sudo make install` runs no compiler.
install:
	@test -e $(RELEASE)/libwininet.so || { echo "run make first"; exit 1; }
	install -d "$(DESTDIR)$(PREFIX)/lib/pkgconfig" "$(DESTDIR)$(PREFIX)/include/wininet/posix/kit"
	install -m 755 $(RELEASE)/libwininet.so "$(DESTDIR)$(PREFIX)/lib/libwininet.so.$(VERSION)"
	ln -sf libwininet.so.$(VERSION) "$(DESTDIR)$(PREFIX)/lib/$(SONAME)"
	ln -sf $(SONAME) "$(DESTDIR)$(PREFIX)/lib/libwininet.so"
	install -m 644 $(RELEASE)/libwininet.a "$(DESTDIR)$(PREFIX)/lib/libwininet.a"
	install -m 644 include/*.h "$(DESTDIR)$(PREFIX)/include/wininet"
	install -m 644 include/posix/*.[hH] "$(DESTDIR)$(PREFIX)/include/wininet/posix"
	install -m 644 include/posix/kit/*.h "$(DESTDIR)$(PREFIX)/include/wininet/posix/kit"
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' wininet.pc.in \
		> "$(DESTDIR)$(PREFIX)/lib/pkgconfig/wininet.pc"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)"/lib/libwininet.so "$(DESTDIR)$(PREFIX)/lib/$(SONAME)"
	rm -f "$(DESTDIR)$(PREFIX)"/lib/libwininet.so.$(VERSION) "$(DESTDIR)$(PREFIX)"/lib/libwininet.a
	rm -f "$(DESTDIR)$(PREFIX)"/lib/pkgconfig/wininet.pc
	rm -rf "$(DESTDIR)$(PREFIX)"/include/wininet

clean:
	$(CARGO) clean

help:
	@sed -n 's/^#   make/make/p' Makefile
