/*
 * specderefs.h: the old annotations of what a pointer to a pointer points to. Of the kit's own:
 * specstrings.h includes it.
 */
#ifndef _WININET_SPECDEREFS_H
#define _WININET_SPECDEREFS_H

#include "../specstrings.h"

#ifndef WININET_NO_OLD_SAL

#define __deref_in
#define __deref_in_nz
#define __deref_in_nz_opt
#define __deref_in_opt
#define __deref_in_z
#define __deref_in_z_opt
#define __deref_inout
#define __deref_inout_nz
#define __deref_inout_nz_opt
#define __deref_inout_opt
#define __deref_inout_z
#define __deref_inout_z_opt
#define __deref_nz
#define __deref_nz_opt
#define __deref_opt
#define __deref_opt_in
#define __deref_opt_in_nz
#define __deref_opt_in_nz_opt
#define __deref_opt_in_opt
#define __deref_opt_in_z
#define __deref_opt_in_z_opt
#define __deref_opt_inout
#define __deref_opt_inout_nz
#define __deref_opt_inout_nz_opt
#define __deref_opt_inout_opt
#define __deref_opt_inout_z
#define __deref_opt_inout_z_opt
#define __deref_opt_nz
#define __deref_opt_nz_opt
#define __deref_opt_opt
#define __deref_opt_out
#define __deref_opt_out_nz
#define __deref_opt_out_nz_opt
#define __deref_opt_out_opt
#define __deref_opt_out_z
#define __deref_opt_out_z_opt
#define __deref_opt_z
#define __deref_opt_z_opt
#define __deref_out
#define __deref_out_nz
#define __deref_out_nz_opt
#define __deref_out_opt
#define __deref_out_z
#define __deref_out_z_opt
#define __deref_z
#define __deref_z_opt

#define __deref_bcount(a)
#define __deref_bcount_opt(a)
#define __deref_ecount(a)
#define __deref_ecount_opt(a)
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
#define __deref_in_range(a, b)
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
#define __deref_inout_range(a, b)
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
#define __deref_opt_bcount(a)
#define __deref_opt_bcount_opt(a)
#define __deref_opt_ecount(a)
#define __deref_opt_ecount_opt(a)
#define __deref_opt_in_bcount(a)
#define __deref_opt_in_bcount_full(a)
#define __deref_opt_in_bcount_full_opt(a)
#define __deref_opt_in_bcount_nz(a)
#define __deref_opt_in_bcount_nz_opt(a)
#define __deref_opt_in_bcount_opt(a)
#define __deref_opt_in_bcount_part(a, b)
#define __deref_opt_in_bcount_part_opt(a, b)
#define __deref_opt_in_bcount_z(a)
#define __deref_opt_in_bcount_z_opt(a)
#define __deref_opt_in_ecount(a)
#define __deref_opt_in_ecount_full(a)
#define __deref_opt_in_ecount_full_opt(a)
#define __deref_opt_in_ecount_nz(a)
#define __deref_opt_in_ecount_nz_opt(a)
#define __deref_opt_in_ecount_opt(a)
#define __deref_opt_in_ecount_part(a, b)
#define __deref_opt_in_ecount_part_opt(a, b)
#define __deref_opt_in_ecount_z(a)
#define __deref_opt_in_ecount_z_opt(a)
#define __deref_opt_in_xcount(a)
#define __deref_opt_in_xcount_full(a)
#define __deref_opt_in_xcount_full_opt(a)
#define __deref_opt_in_xcount_nz(a)
#define __deref_opt_in_xcount_nz_opt(a)
#define __deref_opt_in_xcount_opt(a)
#define __deref_opt_in_xcount_part(a, b)
#define __deref_opt_in_xcount_part_opt(a, b)
#define __deref_opt_in_xcount_z(a)
#define __deref_opt_in_xcount_z_opt(a)
#define __deref_opt_inout_bcount(a)
#define __deref_opt_inout_bcount_full(a)
#define __deref_opt_inout_bcount_full_opt(a)
#define __deref_opt_inout_bcount_nz(a)
#define __deref_opt_inout_bcount_nz_opt(a)
#define __deref_opt_inout_bcount_opt(a)
#define __deref_opt_inout_bcount_part(a, b)
#define __deref_opt_inout_bcount_part_opt(a, b)
#define __deref_opt_inout_bcount_z(a)
#define __deref_opt_inout_bcount_z_opt(a)
#define __deref_opt_inout_ecount(a)
#define __deref_opt_inout_ecount_full(a)
#define __deref_opt_inout_ecount_full_opt(a)
#define __deref_opt_inout_ecount_nz(a)
#define __deref_opt_inout_ecount_nz_opt(a)
#define __deref_opt_inout_ecount_opt(a)
#define __deref_opt_inout_ecount_part(a, b)
#define __deref_opt_inout_ecount_part_opt(a, b)
#define __deref_opt_inout_ecount_z(a)
#define __deref_opt_inout_ecount_z_opt(a)
#define __deref_opt_inout_xcount(a)
#define __deref_opt_inout_xcount_full(a)
#define __deref_opt_inout_xcount_full_opt(a)
#define __deref_opt_inout_xcount_nz(a)
#define __deref_opt_inout_xcount_nz_opt(a)
#define __deref_opt_inout_xcount_opt(a)
#define __deref_opt_inout_xcount_part(a, b)
#define __deref_opt_inout_xcount_part_opt(a, b)
#define __deref_opt_inout_xcount_z(a)
#define __deref_opt_inout_xcount_z_opt(a)
#define __deref_opt_out_bcount(a)
#define __deref_opt_out_bcount_full(a)
#define __deref_opt_out_bcount_full_opt(a)
#define __deref_opt_out_bcount_full_z(a)
#define __deref_opt_out_bcount_full_z_opt(a)
#define __deref_opt_out_bcount_nz(a)
#define __deref_opt_out_bcount_nz_opt(a)
#define __deref_opt_out_bcount_opt(a)
#define __deref_opt_out_bcount_part(a, b)
#define __deref_opt_out_bcount_part_opt(a, b)
#define __deref_opt_out_bcount_part_z(a, b)
#define __deref_opt_out_bcount_part_z_opt(a, b)
#define __deref_opt_out_bcount_z(a)
#define __deref_opt_out_bcount_z_opt(a)
#define __deref_opt_out_ecount(a)
#define __deref_opt_out_ecount_full(a)
#define __deref_opt_out_ecount_full_opt(a)
#define __deref_opt_out_ecount_full_z(a)
#define __deref_opt_out_ecount_full_z_opt(a)
#define __deref_opt_out_ecount_nz(a)
#define __deref_opt_out_ecount_nz_opt(a)
#define __deref_opt_out_ecount_opt(a)
#define __deref_opt_out_ecount_part(a, b)
#define __deref_opt_out_ecount_part_opt(a, b)
#define __deref_opt_out_ecount_part_z(a, b)
#define __deref_opt_out_ecount_part_z_opt(a, b)
#define __deref_opt_out_ecount_z(a)
#define __deref_opt_out_ecount_z_opt(a)
#define __deref_opt_out_xcount(a)
#define __deref_opt_out_xcount_full(a)
#define __deref_opt_out_xcount_full_opt(a)
#define __deref_opt_out_xcount_full_z(a)
#define __deref_opt_out_xcount_full_z_opt(a)
#define __deref_opt_out_xcount_nz(a)
#define __deref_opt_out_xcount_nz_opt(a)
#define __deref_opt_out_xcount_opt(a)
#define __deref_opt_out_xcount_part(a, b)
#define __deref_opt_out_xcount_part_opt(a, b)
#define __deref_opt_out_xcount_part_z(a, b)
#define __deref_opt_out_xcount_part_z_opt(a, b)
#define __deref_opt_out_xcount_z(a)
#define __deref_opt_out_xcount_z_opt(a)
#define __deref_opt_xcount(a)
#define __deref_opt_xcount_opt(a)
#define __deref_out_bcount(a)
#define __deref_out_bcount_full(a)
#define __deref_out_bcount_full_opt(a)
#define __deref_out_bcount_full_z(a)
#define __deref_out_bcount_full_z_opt(a)
#define __deref_out_bcount_nz(a)
#define __deref_out_bcount_nz_opt(a)
#define __deref_out_bcount_opt(a)
#define __deref_out_bcount_part(a, b)
#define __deref_out_bcount_part_opt(a, b)
#define __deref_out_bcount_part_z(a, b)
#define __deref_out_bcount_part_z_opt(a, b)
#define __deref_out_bcount_z(a)
#define __deref_out_bcount_z_opt(a)
#define __deref_out_ecount(a)
#define __deref_out_ecount_full(a)
#define __deref_out_ecount_full_opt(a)
#define __deref_out_ecount_full_z(a)
#define __deref_out_ecount_full_z_opt(a)
#define __deref_out_ecount_nz(a)
#define __deref_out_ecount_nz_opt(a)
#define __deref_out_ecount_opt(a)
#define __deref_out_ecount_part(a, b)
#define __deref_out_ecount_part_opt(a, b)
#define __deref_out_ecount_part_z(a, b)
#define __deref_out_ecount_part_z_opt(a, b)
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
#define __deref_out_range(a, b)
#define __deref_out_xcount(a)
#define __deref_out_xcount_full(a)
#define __deref_out_xcount_full_opt(a)
#define __deref_out_xcount_full_z(a)
#define __deref_out_xcount_full_z_opt(a)
#define __deref_out_xcount_nz(a)
#define __deref_out_xcount_nz_opt(a)
#define __deref_out_xcount_opt(a)
#define __deref_out_xcount_part(a, b)
#define __deref_out_xcount_part_opt(a, b)
#define __deref_out_xcount_part_z(a, b)
#define __deref_out_xcount_part_z_opt(a, b)
#define __deref_out_xcount_z(a)
#define __deref_out_xcount_z_opt(a)
#define __deref_range(a, b)
#define __deref_xcount(a)
#define __deref_xcount_opt(a)

#endif
#endif /* _WININET_SPECDEREFS_H */
