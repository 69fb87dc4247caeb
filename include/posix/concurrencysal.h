/* concurrencysal.h: Microsoft's annotations of locks and of what they guard. All of them are empty here. */
#ifndef CONCURRENCYSAL_H
#define CONCURRENCYSAL_H

#define _Benign_race_begin_
#define _Benign_race_end_
#define _Global_cancel_spin_lock_
#define _Global_critical_region_
#define _Global_interlock_
#define _Global_priority_region_
#define _Interlocked_
#define _Interlocked_operand_
#define _Lock_kind_critical_section_
#define _Lock_kind_event_
#define _Lock_kind_mutex_
#define _Lock_kind_semaphore_
#define _Lock_kind_spin_lock_
#define _No_competing_thread_
#define _No_competing_thread_begin_
#define _No_competing_thread_end_
#define _Requires_no_locks_held_

#define _Acquires_exclusive_lock_(a)
#define _Acquires_lock_(a)
#define _Acquires_nonreentrant_lock_(a)
#define _Acquires_shared_lock_(a)
#define _Analysis_assume_lock_acquired_(a)
#define _Analysis_assume_lock_held_(a)
#define _Analysis_assume_lock_not_held_(a)
#define _Analysis_assume_lock_released_(a)
#define _Analysis_assume_same_lock_(a, b)
#define _Analysis_assume_smart_lock_acquired_(a)
#define _Analysis_assume_smart_lock_released_(a)
#define _Analysis_suppress_lock_checking_(a)
#define _Create_lock_level_(a)
#define _Detaches_lock_(a, b)
#define _Function_ignore_lock_checking_(a)
#define _Guarded_by_(a)
#define _Has_lock_kind_(a)
#define _Has_lock_level_(a)
#define _Lock_level_order_(a, b)
#define _Moves_lock_(a, b)
#define _Post_same_lock_(a, b)
#define _Releases_exclusive_lock_(a)
#define _Releases_lock_(a)
#define _Releases_nonreentrant_lock_(a)
#define _Releases_shared_lock_(a)
#define _Replaces_lock_(a, b)
#define _Requires_exclusive_lock_held_(a)
#define _Requires_lock_held_(a)
#define _Requires_lock_not_held_(a)
#define _Requires_shared_lock_held_(a)
#define _Swaps_locks_(a, b)
#define _Write_guarded_by_(a)

#endif /* CONCURRENCYSAL_H */
