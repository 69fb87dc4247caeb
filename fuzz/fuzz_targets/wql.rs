#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| wininet_fuzz::targets::wql::run(data));
