/* winternl.h: the type of the status codes. The functions of ntdll.dll are not here. */
#ifndef _WINTERNL_
#define _WINTERNL_

#include "windef.h"

typedef NTSTATUS *PNTSTATUS;
#define NT_SUCCESS(status) (((NTSTATUS)(status)) >= 0)

#endif /* _WINTERNL_ */
