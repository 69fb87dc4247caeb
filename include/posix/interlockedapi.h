/* interlockedapi.h: operations on numbers that no other thread can come between. */
#ifndef _INTERLOCKAPI_H_
#define _INTERLOCKAPI_H_

#include "windef.h"

/* One function on one number, whose address it takes; and the same with a second number. */
#define WININET_INTERLOCKED_1(name, type, expression) \
    WININET_INLINE type name(type volatile *target) \
    { \
        return expression; \
    }
#define WININET_INTERLOCKED_2(name, type, expression) \
    WININET_INLINE type name(type volatile *target, type Value) \
    { \
        return expression; \
    }
#define WININET_INTERLOCKED_3(name, type) \
    WININET_INLINE type name(type volatile *Destination, type ExChange, type Comperand) \
    { \
        __atomic_compare_exchange_n(Destination, &Comperand, ExChange, 0, __ATOMIC_SEQ_CST, \
            __ATOMIC_SEQ_CST); \
        return Comperand; \
    }

WININET_INTERLOCKED_1(InterlockedIncrement, LONG,
    __atomic_add_fetch(target, 1, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_1(InterlockedDecrement, LONG,
    __atomic_sub_fetch(target, 1, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedExchange, LONG,
    __atomic_exchange_n(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedExchangeAdd, LONG,
    __atomic_fetch_add(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedAdd, LONG,
    __atomic_add_fetch(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedAnd, LONG,
    __atomic_fetch_and(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedOr, LONG,
    __atomic_fetch_or(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedXor, LONG,
    __atomic_fetch_xor(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_3(InterlockedCompareExchange, LONG)

WININET_INTERLOCKED_1(InterlockedIncrement64, LONG64,
    __atomic_add_fetch(target, 1, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_1(InterlockedDecrement64, LONG64,
    __atomic_sub_fetch(target, 1, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedExchange64, LONG64,
    __atomic_exchange_n(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedExchangeAdd64, LONG64,
    __atomic_fetch_add(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedAdd64, LONG64,
    __atomic_add_fetch(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedAnd64, LONG64,
    __atomic_fetch_and(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedOr64, LONG64,
    __atomic_fetch_or(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_2(InterlockedXor64, LONG64,
    __atomic_fetch_xor(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_3(InterlockedCompareExchange64, LONG64)

WININET_INTERLOCKED_2(InterlockedExchangePointer, PVOID,
    __atomic_exchange_n(target, Value, __ATOMIC_SEQ_CST))
WININET_INTERLOCKED_3(InterlockedCompareExchangePointer, PVOID)

#undef WININET_INTERLOCKED_1
#undef WININET_INTERLOCKED_2
#undef WININET_INTERLOCKED_3

#define _InterlockedIncrement InterlockedIncrement
#define _InterlockedDecrement InterlockedDecrement
#define _InterlockedExchange InterlockedExchange
#define _InterlockedExchangeAdd InterlockedExchangeAdd
#define _InterlockedCompareExchange InterlockedCompareExchange
#define MemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define YieldProcessor() ((void)0)

#endif /* _INTERLOCKAPI_H_ */
