/*
 * integerformats.h: the macros of inttypes.h for the formats of Windows, where l stands for 32 bits: ll
 * for what has 64 bits, t for what has as many as a pointer. Of the kit's own.
 */
#ifndef _WININET_INTEGERFORMATS_H
#define _WININET_INTEGERFORMATS_H

#include <inttypes.h>

#undef PRId64
#define PRId64 "lld"
#undef PRIi64
#define PRIi64 "lli"
#undef PRIu64
#define PRIu64 "llu"
#undef PRIo64
#define PRIo64 "llo"
#undef PRIx64
#define PRIx64 "llx"
#undef PRIX64
#define PRIX64 "llX"
#undef PRIdLEAST64
#define PRIdLEAST64 "lld"
#undef PRIiLEAST64
#define PRIiLEAST64 "lli"
#undef PRIuLEAST64
#define PRIuLEAST64 "llu"
#undef PRIoLEAST64
#define PRIoLEAST64 "llo"
#undef PRIxLEAST64
#define PRIxLEAST64 "llx"
#undef PRIXLEAST64
#define PRIXLEAST64 "llX"
#undef PRIdFAST64
#define PRIdFAST64 "lld"
#undef PRIiFAST64
#define PRIiFAST64 "lli"
#undef PRIuFAST64
#define PRIuFAST64 "llu"
#undef PRIoFAST64
#define PRIoFAST64 "llo"
#undef PRIxFAST64
#define PRIxFAST64 "llx"
#undef PRIXFAST64
#define PRIXFAST64 "llX"
#undef PRIdMAX
#define PRIdMAX "lld"
#undef PRIiMAX
#define PRIiMAX "lli"
#undef PRIuMAX
#define PRIuMAX "llu"
#undef PRIoMAX
#define PRIoMAX "llo"
#undef PRIxMAX
#define PRIxMAX "llx"
#undef PRIXMAX
#define PRIXMAX "llX"
#undef PRIdPTR
#define PRIdPTR "td"
#undef PRIiPTR
#define PRIiPTR "ti"
#undef PRIuPTR
#define PRIuPTR "tu"
#undef PRIoPTR
#define PRIoPTR "to"
#undef PRIxPTR
#define PRIxPTR "tx"
#undef PRIXPTR
#define PRIXPTR "tX"
#undef PRIdFAST16
#define PRIdFAST16 "td"
#undef PRIiFAST16
#define PRIiFAST16 "ti"
#undef PRIuFAST16
#define PRIuFAST16 "tu"
#undef PRIoFAST16
#define PRIoFAST16 "to"
#undef PRIxFAST16
#define PRIxFAST16 "tx"
#undef PRIXFAST16
#define PRIXFAST16 "tX"
#undef PRIdFAST32
#define PRIdFAST32 "td"
#undef PRIiFAST32
#define PRIiFAST32 "ti"
#undef PRIuFAST32
#define PRIuFAST32 "tu"
#undef PRIoFAST32
#define PRIoFAST32 "to"
#undef PRIxFAST32
#define PRIxFAST32 "tx"
#undef PRIXFAST32
#define PRIXFAST32 "tX"
#undef SCNd64
#define SCNd64 "lld"
#undef SCNi64
#define SCNi64 "lli"
#undef SCNu64
#define SCNu64 "llu"
#undef SCNo64
#define SCNo64 "llo"
#undef SCNx64
#define SCNx64 "llx"
#undef SCNdLEAST64
#define SCNdLEAST64 "lld"
#undef SCNiLEAST64
#define SCNiLEAST64 "lli"
#undef SCNuLEAST64
#define SCNuLEAST64 "llu"
#undef SCNoLEAST64
#define SCNoLEAST64 "llo"
#undef SCNxLEAST64
#define SCNxLEAST64 "llx"
#undef SCNdFAST64
#define SCNdFAST64 "lld"
#undef SCNiFAST64
#define SCNiFAST64 "lli"
#undef SCNuFAST64
#define SCNuFAST64 "llu"
#undef SCNoFAST64
#define SCNoFAST64 "llo"
#undef SCNxFAST64
#define SCNxFAST64 "llx"
#undef SCNdMAX
#define SCNdMAX "lld"
#undef SCNiMAX
#define SCNiMAX "lli"
#undef SCNuMAX
#define SCNuMAX "llu"
#undef SCNoMAX
#define SCNoMAX "llo"
#undef SCNxMAX
#define SCNxMAX "llx"
#undef SCNdPTR
#define SCNdPTR "td"
#undef SCNiPTR
#define SCNiPTR "ti"
#undef SCNuPTR
#define SCNuPTR "tu"
#undef SCNoPTR
#define SCNoPTR "to"
#undef SCNxPTR
#define SCNxPTR "tx"
#undef SCNdFAST16
#define SCNdFAST16 "td"
#undef SCNiFAST16
#define SCNiFAST16 "ti"
#undef SCNuFAST16
#define SCNuFAST16 "tu"
#undef SCNoFAST16
#define SCNoFAST16 "to"
#undef SCNxFAST16
#define SCNxFAST16 "tx"
#undef SCNdFAST32
#define SCNdFAST32 "td"
#undef SCNiFAST32
#define SCNiFAST32 "ti"
#undef SCNuFAST32
#define SCNuFAST32 "tu"
#undef SCNoFAST32
#define SCNoFAST32 "to"
#undef SCNxFAST32
#define SCNxFAST32 "tx"

#endif /* _WININET_INTEGERFORMATS_H */
