/*
 * specstrings.h: Microsoft's old annotations of parameters. All of them are empty here.
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

#define __in
#define __out
#define __inout
#define __in_opt
#define __out_opt
#define __inout_opt
#define __in_z
#define __in_z_opt
#define __out_z
#define __out_z_opt
#define __inout_z
#define __inout_z_opt
#define __deref
#define __deref_opt
#define __deref_in
#define __deref_out
#define __deref_inout
#define __deref_out_opt
#define __deref_opt_in
#define __deref_opt_out
#define __deref_opt_out_opt
#define __deref_opt_inout
#define __deref_out_z
#define __deref_out_z_opt
#define __deref_opt_out_z
#define __deref_in_opt
#define __deref_inout_opt
#define __deref_inout_z
#define __deref_opt_in_opt
#define __reserved
#define __checkReturn
#define __callback
#define __nullterminated
#define __nullnullterminated
#define __maybenull
#define __fallthrough

#define __deref_in_bcount(a)
#define __deref_in_bcount_full(a)
#define __deref_in_bcount_full_opt(a)
#define __deref_in_bcount_nz(a)
#define __deref_in_bcount_nz_opt(a)
#define __deref_in_bcount_opt(a)
#define __deref_in_bcount_part(a, b)
#define __deref_in_bcount_part_opt(a, b)
#define __deref_in_bcount_z(a)
#define __deref_in_bcount_z_opt(a)
#define __deref_in_ecount(a)
#define __deref_in_ecount_full(a)
#define __deref_in_ecount_full_opt(a)
#define __deref_in_ecount_nz(a)
#define __deref_in_ecount_nz_opt(a)
#define __deref_in_ecount_opt(a)
#define __deref_in_ecount_part(a, b)
#define __deref_in_ecount_part_opt(a, b)
#define __deref_in_ecount_z(a)
#define __deref_in_ecount_z_opt(a)
#define __deref_in_xcount(a)
#define __deref_in_xcount_full(a)
#define __deref_in_xcount_full_opt(a)
#define __deref_in_xcount_nz(a)
#define __deref_in_xcount_nz_opt(a)
#define __deref_in_xcount_opt(a)
#define __deref_in_xcount_part(a, b)
#define __deref_in_xcount_part_opt(a, b)
#define __deref_in_xcount_z(a)
#define __deref_in_xcount_z_opt(a)
#define __deref_inout_bcount(a)
#define __deref_inout_bcount_full(a)
#define __deref_inout_bcount_full_opt(a)
#define __deref_inout_bcount_nz(a)
#define __deref_inout_bcount_nz_opt(a)
#define __deref_inout_bcount_opt(a)
#define __deref_inout_bcount_part(a, b)
#define __deref_inout_bcount_part_opt(a, b)
#define __deref_inout_bcount_z(a)
#define __deref_inout_bcount_z_opt(a)
#define __deref_inout_ecount(a)
#define __deref_inout_ecount_full(a)
#define __deref_inout_ecount_full_opt(a)
#define __deref_inout_ecount_nz(a)
#define __deref_inout_ecount_nz_opt(a)
#define __deref_inout_ecount_opt(a)
#define __deref_inout_ecount_part(a, b)
#define __deref_inout_ecount_part_opt(a, b)
#define __deref_inout_ecount_z(a)
#define __deref_inout_ecount_z_opt(a)
#define __deref_inout_xcount(a)
#define __deref_inout_xcount_full(a)
#define __deref_inout_xcount_full_opt(a)
#define __deref_inout_xcount_nz(a)
#define __deref_inout_xcount_nz_opt(a)
#define __deref_inout_xcount_opt(a)
#define __deref_inout_xcount_part(a, b)
#define __deref_inout_xcount_part_opt(a, b)
#define __deref_inout_xcount_z(a)
#define __deref_inout_xcount_z_opt(a)
#define __deref_opt_out_bcount(a)
#define __deref_opt_out_bcount_full(a)
#define __deref_opt_out_bcount_opt(a)
#define __deref_opt_out_bcount_z(a)
#define __deref_opt_out_ecount(a)
#define __deref_opt_out_ecount_full(a)
#define __deref_opt_out_ecount_opt(a)
#define __deref_opt_out_ecount_z(a)
#define __deref_out_bcount(a)
#define __deref_out_bcount_full(a)
#define __deref_out_bcount_full_opt(a)
#define __deref_out_bcount_nz(a)
#define __deref_out_bcount_nz_opt(a)
#define __deref_out_bcount_opt(a)
#define __deref_out_bcount_part(a, b)
#define __deref_out_bcount_part_opt(a, b)
#define __deref_out_bcount_z(a)
#define __deref_out_bcount_z_opt(a)
#define __deref_out_ecount(a)
#define __deref_out_ecount_full(a)
#define __deref_out_ecount_full_opt(a)
#define __deref_out_ecount_nz(a)
#define __deref_out_ecount_nz_opt(a)
#define __deref_out_ecount_opt(a)
#define __deref_out_ecount_part(a, b)
#define __deref_out_ecount_part_opt(a, b)
#define __deref_out_ecount_z(a)
#define __deref_out_ecount_z_opt(a)
#define __deref_out_opt_bcount(a)
#define __deref_out_opt_bcount_full(a)
#define __deref_out_opt_bcount_opt(a)
#define __deref_out_opt_bcount_z(a)
#define __deref_out_opt_ecount(a)
#define __deref_out_opt_ecount_full(a)
#define __deref_out_opt_ecount_opt(a)
#define __deref_out_opt_ecount_z(a)
#define __deref_out_xcount(a)
#define __deref_out_xcount_full(a)
#define __deref_out_xcount_full_opt(a)
#define __deref_out_xcount_nz(a)
#define __deref_out_xcount_nz_opt(a)
#define __deref_out_xcount_opt(a)
#define __deref_out_xcount_part(a, b)
#define __deref_out_xcount_part_opt(a, b)
#define __deref_out_xcount_z(a)
#define __deref_out_xcount_z_opt(a)
#define __drv_at(a, b)
#define __drv_when(a, b)
#define __field_bcount(a)
#define __field_bcount_full(a)
#define __field_bcount_opt(a)
#define __field_ecount(a)
#define __field_ecount_full(a)
#define __field_ecount_opt(a)
#define __field_range(a, b)
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
#define __out_bcount(a)
#define __out_bcount_full(a)
#define __out_bcount_full_opt(a)
#define __out_bcount_nz(a)
#define __out_bcount_nz_opt(a)
#define __out_bcount_opt(a)
#define __out_bcount_part(a, b)
#define __out_bcount_part_opt(a, b)
#define __out_bcount_z(a)
#define __out_bcount_z_opt(a)
#define __out_ecount(a)
#define __out_ecount_full(a)
#define __out_ecount_full_opt(a)
#define __out_ecount_nz(a)
#define __out_ecount_nz_opt(a)
#define __out_ecount_opt(a)
#define __out_ecount_part(a, b)
#define __out_ecount_part_opt(a, b)
#define __out_ecount_z(a)
#define __out_ecount_z_opt(a)
#define __out_range(a, b)
#define __out_xcount(a)
#define __out_xcount_full(a)
#define __out_xcount_full_opt(a)
#define __out_xcount_nz(a)
#define __out_xcount_nz_opt(a)
#define __out_xcount_opt(a)
#define __out_xcount_part(a, b)
#define __out_xcount_part_opt(a, b)
#define __out_xcount_z(a)
#define __out_xcount_z_opt(a)
#define __range(a, b)
#define __struct_bcount(a)
#define __success(a)

#endif
#endif /* SPECSTRINGS_H */
