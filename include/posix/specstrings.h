/*
 * specstrings.h: Microsoft's old annotations of parameters. They are empty here, but for
 * __fallthrough, which compilers understand.
 *
 * They begin with two underscores, which belong to the compiler and its library: libstdc++ and
 * libc++ call parameters __in and __out. So in C++ those of its headers that do come first, before
 * the names are taken from them. WININET_NO_OLD_SAL leaves out both, for programs that have no
 * old annotations and count the milliseconds of their compilation.
 */
#ifndef SPECSTRINGS_H
#define SPECSTRINGS_H
#ifndef WININET_NO_OLD_SAL

#include "windef.h"

/* The kernel's header, which this includes, has a field __reserved. */
#include <sys/stat.h>

#ifdef __cplusplus
extern "C++" {
#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <iostream>
#include <locale>
#include <memory>
#include <random>
#include <regex>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#ifdef __has_include
#if __cplusplus >= 201703L && __has_include(<filesystem>)
#include <filesystem>
#endif
#if __cplusplus >= 201703L && __has_include(<charconv>)
#include <charconv>
#endif
#if __cplusplus >= 202002L && __has_include(<ranges>)
#include <ranges>
#endif
#if __cplusplus >= 202002L && __has_include(<format>)
#include <format>
#endif
#if __cplusplus > 202002L && __has_include(<print>)
#include <print>
#endif
#endif
}
#endif

#define __allocator
#define __analysis_noreturn
#define __callback
#define __checkReturn
#define __deref
#define __encoded_array
#define __encoded_pointer
#define __exceptthat
#define __execeptthat
#define __fallthrough __attribute__((__fallthrough__))
#define __field_nullterminated
#define __format_string
#define __gdi_entry
#define __in
#define __in_nz
#define __in_nz_opt
#define __in_opt
#define __in_z
#define __in_z_opt
#define __inner_callback
#define __inner_fallthrough
#define __inner_fallthrough_dec
#define __inner_override
#define __inout
#define __inout_nz
#define __inout_nz_opt
#define __inout_opt
#define __inout_z
#define __inout_z_opt
#define __kernel_entry
#define __maybenull
#define __maybereadonly
#define __maybevalid
#define __nothrow
#define __notnull
#define __notreadonly
#define __notvalid
#define __nullnullterminated
#define __nullterminated
#define __out
#define __out_nz
#define __out_nz_opt
#define __out_opt
#define __out_z
#define __out_z_opt
#define __override
#define __post
#define __pre
#define __readonly
#define __refparam
#define __reserved
#define __static_string
#define __valid

#define __analysis_assume(a)
#define __analysis_assume_nullterminated(a)
#define __analysis_hint(a)
#define __bcount(a)
#define __bcount_opt(a)
#define __blocksOn(a)
#define __byte_readableTo(a)
#define __byte_writableTo(a)
#define __control_entrypoint(a)
#define __data_entrypoint(a)
#define __deallocate(a)
#define __deallocate_opt(a)
#define __ecount(a)
#define __ecount_opt(a)
#define __elem_readableTo(a)
#define __elem_writableTo(a)
#define __field_bcount(a)
#define __field_bcount_full(a)
#define __field_bcount_full_opt(a)
#define __field_bcount_opt(a)
#define __field_bcount_part(a, b)
#define __field_bcount_part_opt(a, b)
#define __field_data_source(a)
#define __field_ecount(a)
#define __field_ecount_full(a)
#define __field_ecount_full_opt(a)
#define __field_ecount_opt(a)
#define __field_ecount_part(a, b)
#define __field_ecount_part_opt(a, b)
#define __field_range(a, b)
#define __field_xcount(a)
#define __field_xcount_full(a)
#define __field_xcount_full_opt(a)
#define __field_xcount_opt(a)
#define __file_parser(a)
#define __file_parser_class(a)
#define __file_parser_library(a)
#define __in_awcount(a, b)
#define __in_bcount(a)
#define __in_bcount_full(a)
#define __in_bcount_full_opt(a)
#define __in_bcount_nz(a)
#define __in_bcount_nz_opt(a)
#define __in_bcount_opt(a)
#define __in_bcount_part(a, b)
#define __in_bcount_part_opt(a, b)
#define __in_bcount_z(a)
#define __in_bcount_z_opt(a)
#define __in_data_source(a)
#define __in_ecount(a)
#define __in_ecount_full(a)
#define __in_ecount_full_opt(a)
#define __in_ecount_nz(a)
#define __in_ecount_nz_opt(a)
#define __in_ecount_opt(a)
#define __in_ecount_part(a, b)
#define __in_ecount_part_opt(a, b)
#define __in_ecount_z(a)
#define __in_ecount_z_opt(a)
#define __in_range(a, b)
#define __in_xcount(a)
#define __in_xcount_full(a)
#define __in_xcount_full_opt(a)
#define __in_xcount_nz(a)
#define __in_xcount_nz_opt(a)
#define __in_xcount_opt(a)
#define __in_xcount_part(a, b)
#define __in_xcount_part_opt(a, b)
#define __in_xcount_z(a)
#define __in_xcount_z_opt(a)
#define __inexpressible_readableTo(a)
#define __inexpressible_writableTo(a)
#define __inner_blocksOn(a)
#define __inner_control_entrypoint(a)
#define __inner_data_entrypoint(a)
#define __inner_success(a)
#define __inner_typefix(a)
#define __inout_bcount(a)
#define __inout_bcount_full(a)
#define __inout_bcount_full_opt(a)
#define __inout_bcount_nz(a)
#define __inout_bcount_nz_opt(a)
#define __inout_bcount_opt(a)
#define __inout_bcount_part(a, b)
#define __inout_bcount_part_opt(a, b)
#define __inout_bcount_z(a)
#define __inout_bcount_z_opt(a)
#define __inout_ecount(a)
#define __inout_ecount_full(a)
#define __inout_ecount_full_opt(a)
#define __inout_ecount_nz(a)
#define __inout_ecount_nz_opt(a)
#define __inout_ecount_opt(a)
#define __inout_ecount_part(a, b)
#define __inout_ecount_part_opt(a, b)
#define __inout_ecount_z(a)
#define __inout_ecount_z_opt(a)
#define __inout_xcount(a)
#define __inout_xcount_full(a)
#define __inout_xcount_full_opt(a)
#define __inout_xcount_nz(a)
#define __inout_xcount_nz_opt(a)
#define __inout_xcount_opt(a)
#define __inout_xcount_part(a, b)
#define __inout_xcount_part_opt(a, b)
#define __inout_xcount_z(a)
#define __inout_xcount_z_opt(a)
#define __out_awcount(a, b)
#define __out_bcount(a)
#define __out_bcount_full(a)
#define __out_bcount_full_opt(a)
#define __out_bcount_full_z(a)
#define __out_bcount_full_z_opt(a)
#define __out_bcount_nz(a)
#define __out_bcount_nz_opt(a)
#define __out_bcount_opt(a)
#define __out_bcount_part(a, b)
#define __out_bcount_part_opt(a, b)
#define __out_bcount_part_z(a, b)
#define __out_bcount_part_z_opt(a, b)
#define __out_bcount_z(a)
#define __out_bcount_z_opt(a)
#define __out_data_source(a)
#define __out_ecount(a)
#define __out_ecount_full(a)
#define __out_ecount_full_opt(a)
#define __out_ecount_full_z(a)
#define __out_ecount_full_z_opt(a)
#define __out_ecount_nz(a)
#define __out_ecount_nz_opt(a)
#define __out_ecount_opt(a)
#define __out_ecount_part(a, b)
#define __out_ecount_part_opt(a, b)
#define __out_ecount_part_z(a, b)
#define __out_ecount_part_z_opt(a, b)
#define __out_ecount_z(a)
#define __out_ecount_z_opt(a)
#define __out_range(a, b)
#define __out_xcount(a)
#define __out_xcount_full(a)
#define __out_xcount_full_opt(a)
#define __out_xcount_full_z(a)
#define __out_xcount_full_z_opt(a)
#define __out_xcount_nz(a)
#define __out_xcount_nz_opt(a)
#define __out_xcount_opt(a)
#define __out_xcount_part(a, b)
#define __out_xcount_part_opt(a, b)
#define __out_xcount_part_z(a, b)
#define __out_xcount_part_z_opt(a, b)
#define __out_xcount_z(a)
#define __out_xcount_z_opt(a)
#define __postcond(a)
#define __precond(a)
#define __range(a, b)
#define __readableTo(a)
#define __struct_bcount(a)
#define __struct_xcount(a)
#define __success(a)
#define __transfer(a)
#define __typefix(a)
#define __writableTo(a)
#define __xcount(a)
#define __xcount_opt(a)

#include "driverspecs.h"
#include "kit/specderefs.h"

#endif
#endif /* SPECSTRINGS_H */
