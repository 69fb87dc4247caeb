/* basetsd.h: numbers of 32 bits from pointers and handles, and back; and the greatest numbers. */
#ifndef _BASETSD_H_
#define _BASETSD_H_

#include "windef.h"

#define MAXUINT8 ((UINT8)0xFF)
#define MAXINT8 ((INT8)0x7F)
#define MAXUINT16 ((UINT16)0xFFFF)
#define MAXINT16 ((INT16)0x7FFF)
#define MAXUINT32 ((UINT32)0xFFFFFFFF)
#define MAXINT32 ((INT32)0x7FFFFFFF)
#define MAXUINT64 (~(UINT64)0)
#define MAXINT64 ((INT64)(MAXUINT64 >> 1))
#define MAXUINT ((UINT)0xFFFFFFFF)
#define MAXINT ((INT)0x7FFFFFFF)
#define MAXULONG ((ULONG)0xFFFFFFFF)
#define MAXULONGLONG (~(ULONGLONG)0)
#define MAXLONGLONG ((LONGLONG)(MAXULONGLONG >> 1))
#define MAXSIZE_T (~(SIZE_T)0)

/* Functions on Windows too. A handle that becomes 32 bits is for printing, or one that began as them. */
#define WININET_FROM_POINTER(name, type, between) \
    WININET_INLINE type name(const void *from) \
    { \
        return (type)(between)from; \
    }
#define WININET_TO_POINTER(name, type, between) \
    WININET_INLINE void *name(type from) \
    { \
        return (void *)(between)from; \
    }

WININET_FROM_POINTER(HandleToULong, ULONG, ULONG_PTR)
WININET_FROM_POINTER(HandleToLong, LONG, LONG_PTR)
WININET_FROM_POINTER(PtrToUlong, ULONG, ULONG_PTR)
WININET_FROM_POINTER(PtrToLong, LONG, LONG_PTR)
WININET_FROM_POINTER(PtrToUint, UINT, UINT_PTR)
WININET_FROM_POINTER(PtrToInt, INT, INT_PTR)
WININET_FROM_POINTER(PtrToUshort, USHORT, ULONG_PTR)
WININET_FROM_POINTER(PtrToShort, SHORT, LONG_PTR)
WININET_TO_POINTER(ULongToHandle, ULONG, ULONG_PTR)
WININET_TO_POINTER(LongToHandle, LONG, LONG_PTR)
WININET_TO_POINTER(ULongToPtr, ULONG, ULONG_PTR)
WININET_TO_POINTER(LongToPtr, LONG, LONG_PTR)
WININET_TO_POINTER(UIntToPtr, UINT, UINT_PTR)
WININET_TO_POINTER(IntToPtr, INT, INT_PTR)

#define HandleToUlong(from) HandleToULong(from)
#define UlongToHandle(from) ULongToHandle(from)
#define PtrToULong(from) PtrToUlong(from)
#define UlongToPtr(from) ULongToPtr(from)
#define UintToPtr(from) UIntToPtr(from)
#define PtrToUInt(from) PtrToUint(from)

#endif /* _BASETSD_H_ */
