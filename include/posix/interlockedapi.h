/*
 * interlockedapi.h: operations on numbers that no other thread can come between. Each comes in four
 * forms: a full barrier, and Acquire, Release and NoFence, which promise less.
 */
#ifndef _INTERLOCKAPI_H_
#define _INTERLOCKAPI_H_

#include "windef.h"

/* One function on one number, whose address it takes; with a second number; and with a third. */
#define WININET_INTERLOCKED_1(name, type, operation, order) \
    WININET_INLINE type name(type volatile *target) \
    { \
        return operation(target, 1, order); \
    }
#define WININET_INTERLOCKED_2(name, type, operation, order) \
    WININET_INLINE type name(type volatile *target, type Value) \
    { \
        return operation(target, Value, order); \
    }
#define WININET_INTERLOCKED_3(name, type, weaker, order) \
    WININET_INLINE type name(type volatile *Destination, type ExChange, type Comperand) \
    { \
        __atomic_compare_exchange_n(Destination, &Comperand, ExChange, 0, order, weaker); \
        return Comperand; \
    }

/* The four forms. The size stands behind the form, and before it in some. */
#define WININET_ORDERS(define, name, size, type, operation) \
    define(name##size, type, operation, __ATOMIC_SEQ_CST) \
    define(name##Acquire##size, type, operation, __ATOMIC_ACQUIRE) \
    define(name##Release##size, type, operation, __ATOMIC_RELEASE) \
    define(name##NoFence##size, type, operation, __ATOMIC_RELAXED)
#define WININET_SIZE_FIRST(define, name, type, operation) WININET_ORDERS(define, name, , type, operation)
#define WININET_COMPARING(name, size, type) \
    WININET_INTERLOCKED_3(name##size, type, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST) \
    WININET_INTERLOCKED_3(name##Acquire##size, type, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE) \
    WININET_INTERLOCKED_3(name##Release##size, type, __ATOMIC_RELAXED, __ATOMIC_RELEASE) \
    WININET_INTERLOCKED_3(name##NoFence##size, type, __ATOMIC_RELAXED, __ATOMIC_RELAXED)

/* All of them for one size. */
#define WININET_INTERLOCKED(size, type) \
    WININET_ORDERS(WININET_INTERLOCKED_1, InterlockedIncrement, size, type, __atomic_add_fetch) \
    WININET_ORDERS(WININET_INTERLOCKED_1, InterlockedDecrement, size, type, __atomic_sub_fetch) \
    WININET_ORDERS(WININET_INTERLOCKED_2, InterlockedExchange, size, type, __atomic_exchange_n) \
    WININET_ORDERS(WININET_INTERLOCKED_2, InterlockedExchangeAdd, size, type, __atomic_fetch_add) \
    WININET_ORDERS(WININET_INTERLOCKED_2, InterlockedAdd, size, type, __atomic_add_fetch) \
    WININET_SIZE_FIRST(WININET_INTERLOCKED_2, InterlockedAnd##size, type, __atomic_fetch_and) \
    WININET_SIZE_FIRST(WININET_INTERLOCKED_2, InterlockedOr##size, type, __atomic_fetch_or) \
    WININET_SIZE_FIRST(WININET_INTERLOCKED_2, InterlockedXor##size, type, __atomic_fetch_xor) \
    WININET_COMPARING(InterlockedCompareExchange, size, type)

WININET_INTERLOCKED(8, CHAR)
WININET_INTERLOCKED(16, SHORT)
WININET_INTERLOCKED(, LONG)
WININET_INTERLOCKED(64, LONG64)
WININET_SIZE_FIRST(WININET_INTERLOCKED_2, InterlockedExchangePointer, PVOID, __atomic_exchange_n)
WININET_COMPARING(InterlockedCompareExchangePointer, , PVOID)
#define InterlockedExchangeSubtract(target, value) InterlockedExchangeAdd(target, -(LONG)(value))

/* A bit, of what the number has or of what lies behind it. What it was. */
#define WININET_INTERLOCKED_BIT(name, type, operation, mask) \
    WININET_INLINE BOOLEAN name(type volatile *Base, type Bit) \
    { \
        const type bits = (type)sizeof(type) * 8, place = Bit & (bits - 1); \
        const type bit = (type)((ULONGLONG)1 << place); \
        return (operation(Base + (Bit - place) / bits, mask, __ATOMIC_SEQ_CST) & bit) != 0; \
    }
WININET_INTERLOCKED_BIT(InterlockedBitTestAndSet, LONG, __atomic_fetch_or, bit)
WININET_INTERLOCKED_BIT(InterlockedBitTestAndReset, LONG, __atomic_fetch_and, ~bit)
WININET_INTERLOCKED_BIT(InterlockedBitTestAndComplement, LONG, __atomic_fetch_xor, bit)
WININET_INTERLOCKED_BIT(InterlockedBitTestAndSet64, LONG64, __atomic_fetch_or, bit)
WININET_INTERLOCKED_BIT(InterlockedBitTestAndReset64, LONG64, __atomic_fetch_and, ~bit)
WININET_INTERLOCKED_BIT(InterlockedBitTestAndComplement64, LONG64, __atomic_fetch_xor, bit)

#undef WININET_INTERLOCKED
#undef WININET_INTERLOCKED_1
#undef WININET_INTERLOCKED_2
#undef WININET_INTERLOCKED_3
#undef WININET_INTERLOCKED_BIT
#undef WININET_COMPARING
#undef WININET_ORDERS
#undef WININET_SIZE_FIRST

#define _InterlockedIncrement InterlockedIncrement
#define _InterlockedDecrement InterlockedDecrement
#define _InterlockedExchange InterlockedExchange
#define _InterlockedExchangeAdd InterlockedExchangeAdd
#define _InterlockedCompareExchange InterlockedCompareExchange
#define _InterlockedAnd InterlockedAnd
#define _InterlockedOr InterlockedOr
#define _InterlockedXor InterlockedXor
#define _InterlockedIncrement16 InterlockedIncrement16
#define _InterlockedDecrement16 InterlockedDecrement16
#define _InterlockedIncrement64 InterlockedIncrement64
#define _InterlockedDecrement64 InterlockedDecrement64
#define _InterlockedExchange64 InterlockedExchange64
#define _InterlockedExchangeAdd64 InterlockedExchangeAdd64
#define _InterlockedCompareExchange64 InterlockedCompareExchange64
#define _InterlockedExchangePointer InterlockedExchangePointer
#define _InterlockedCompareExchangePointer InterlockedCompareExchangePointer
#define MemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define YieldProcessor() ((void)0)

#endif /* _INTERLOCKAPI_H_ */
