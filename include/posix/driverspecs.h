/* driverspecs.h: Microsoft's annotations of drivers, which other programs write as well. All of them are empty here. */
#ifndef DRIVERSPECS_H
#define DRIVERSPECS_H

#include "specstrings.h"

#define _IRQL_inherits_
#define _IRQL_is_cancel_
#define _IRQL_requires_same_
#define _IRQL_restores_
#define _IRQL_saves_
#define _IRQL_uses_cancel_
#define _Kernel_float_restored_
#define _Kernel_float_saved_
#define _Kernel_float_used_

#define _Dispatch_type_(a)
#define _IRQL_always_function_max_(a)
#define _IRQL_always_function_min_(a)
#define _IRQL_inherits_param_(a)
#define _IRQL_limited_to_(a)
#define _IRQL_raises_(a)
#define _IRQL_requires_(a)
#define _IRQL_requires_max_(a)
#define _IRQL_requires_min_(a)
#define _IRQL_restores_global_(a, b)
#define _IRQL_saves_global_(a, b)
#define _Kernel_acquires_resource_(a)
#define _Kernel_clear_do_init_(a)
#define _Kernel_releases_resource_(a)
#define _Kernel_requires_resource_held_(a)
#define _Kernel_requires_resource_not_held_(a)

#ifndef WININET_NO_OLD_SAL

#define __drv_acquiresCancelSpinLock
#define __drv_acquiresCriticalRegion
#define __drv_aliasesMem
#define __drv_allowKernel
#define __drv_constant
#define __drv_dispatchType_other
#define __drv_floatRestored
#define __drv_floatSaved
#define __drv_floatUsed
#define __drv_holdsCancelSpinLock
#define __drv_inTry
#define __drv_interlocked
#define __drv_isCancelIRQL
#define __drv_isObjectPointer
#define __drv_mustHoldCancelSpinLock
#define __drv_mustHoldCriticalRegion
#define __drv_mustWork
#define __drv_neverHoldCancelSpinLock
#define __drv_neverHoldCriticalRegion
#define __drv_nonConstant
#define __drv_notInPointer
#define __drv_notInTry
#define __drv_notPointer
#define __drv_releasesCancelSpinLock
#define __drv_releasesCriticalRegion
#define __drv_restoresIRQL
#define __drv_sameIRQL
#define __drv_savesIRQL
#define __drv_useCancelIRQL
#define __internal_kernel_driver
#define __kernel_code
#define __kernel_driver
#define __user_code
#define __user_driver

#define __drv_acquiresExclusiveResource(a)
#define __drv_acquiresExclusiveResourceGlobal(a, b)
#define __drv_acquiresResource(a)
#define __drv_acquiresResourceGlobal(a, b)
#define __drv_allocatesMem(a)
#define __drv_arg(a, b)
#define __drv_arrayOf(a)
#define __drv_at(a, b)
#define __drv_callbackType(a)
#define __drv_clearDoInit(a)
#define __drv_completionType(a)
#define __drv_declspec(a)
#define __drv_defined(a)
#define __drv_deref(a)
#define __drv_dispatchType(a)
#define __drv_formatString(a)
#define __drv_freesMem(a)
#define __drv_fun(a)
#define __drv_functionClass(a)
#define __drv_group(a)
#define __drv_in(a)
#define __drv_in_deref(a)
#define __drv_innerMustHoldGlobal(a, b)
#define __drv_internal(a)
#define __drv_maxFunctionIRQL(a)
#define __drv_maxIRQL(a)
#define __drv_minFunctionIRQL(a)
#define __drv_minIRQL(a)
#define __drv_mustHold(a)
#define __drv_mustHoldGlobal(a, b)
#define __drv_neverHold(a)
#define __drv_neverHoldGlobal(a, b)
#define __drv_nop(a)
#define __drv_out(a)
#define __drv_out_deref(a)
#define __drv_preferredFunction(a, b)
#define __drv_raisesIRQL(a)
#define __drv_releasesExclusiveResource(a)
#define __drv_releasesExclusiveResourceGlobal(a, b)
#define __drv_releasesResource(a)
#define __drv_releasesResourceGlobal(a, b)
#define __drv_reportError(a)
#define __drv_requiresIRQL(a)
#define __drv_restoresIRQLGlobal(a, b)
#define __drv_ret(a)
#define __drv_savesIRQLGlobal(a, b)
#define __drv_setsIRQL(a)
#define __drv_strictType(a, b)
#define __drv_strictTypeMatch(a)
#define __drv_unit(a)
#define __drv_valueIs(a)
#define __drv_when(a, b)

#endif
#endif /* DRIVERSPECS_H */
