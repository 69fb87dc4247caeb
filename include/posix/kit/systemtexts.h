/* systemtexts.h: the error codes of the system in words. Of the kit's own: FormatMessage gives them. */
#ifndef _WININET_SYSTEMTEXTS_H
#define _WININET_SYSTEMTEXTS_H

#include "hresult.h"
#include "../winerror.h"

/* The text of a code, or NULL. A code that an HRESULT was made of is known in that form as well. */
WININET_INLINE const char *wininet_system_text(DWORD code)
{
    switch ((code & 0xFFFF0000) == 0x80070000 ? code & 0xFFFF : code) {
    case ERROR_SUCCESS:
        return "The operation completed successfully.";
    case ERROR_INVALID_FUNCTION:
        return "Incorrect function.";
    case ERROR_FILE_NOT_FOUND:
        return "The system cannot find the file specified.";
    case ERROR_PATH_NOT_FOUND:
        return "The system cannot find the path specified.";
    case ERROR_TOO_MANY_OPEN_FILES:
        return "The system cannot open the file.";
    case ERROR_ACCESS_DENIED:
        return "Access is denied.";
    case ERROR_INVALID_HANDLE:
        return "The handle is invalid.";
    case ERROR_NOT_ENOUGH_MEMORY:
        return "Not enough memory resources are available to process this command.";
    case ERROR_INVALID_BLOCK:
        return "The storage control block address is invalid.";
    case ERROR_BAD_ENVIRONMENT:
        return "The environment is incorrect.";
    case ERROR_BAD_FORMAT:
        return "An attempt was made to load a program with an incorrect format.";
    case ERROR_INVALID_ACCESS:
        return "The access code is invalid.";
    case ERROR_INVALID_DATA:
        return "The data is invalid.";
    case ERROR_OUTOFMEMORY:
        return "Not enough memory resources are available to complete this operation.";
    case ERROR_INVALID_DRIVE:
        return "The system cannot find the drive specified.";
    case ERROR_CURRENT_DIRECTORY:
        return "The directory cannot be removed.";
    case ERROR_NOT_SAME_DEVICE:
        return "The system cannot move the file to a different disk drive.";
    case ERROR_NO_MORE_FILES:
        return "There are no more files.";
    case ERROR_WRITE_PROTECT:
        return "The media is write protected.";
    case ERROR_NOT_READY:
        return "The device is not ready.";
    case ERROR_BAD_COMMAND:
        return "The device does not recognize the command.";
    case ERROR_CRC:
        return "Data error (cyclic redundancy check).";
    case ERROR_BAD_LENGTH:
        return "The program issued a command but the command length is incorrect.";
    case ERROR_SEEK:
        return "The drive cannot locate a specific area or track on the disk.";
    case ERROR_SECTOR_NOT_FOUND:
        return "The drive cannot find the sector requested.";
    case ERROR_WRITE_FAULT:
        return "The system cannot write to the specified device.";
    case ERROR_READ_FAULT:
        return "The system cannot read from the specified device.";
    case ERROR_GEN_FAILURE:
        return "A device attached to the system is not functioning.";
    case ERROR_SHARING_VIOLATION:
        return "The process cannot access the file because it is being used by another process.";
    case ERROR_LOCK_VIOLATION:
        return "The process cannot access the file because another process has locked a portion of the file.";
    case ERROR_HANDLE_EOF:
        return "Reached the end of the file.";
    case ERROR_HANDLE_DISK_FULL:
        return "The disk is full.";
    case ERROR_NOT_SUPPORTED:
        return "The request is not supported.";
    case ERROR_DUP_NAME:
        return "You were not connected because a duplicate name exists on the network.";
    case ERROR_BAD_NETPATH:
        return "The network path was not found.";
    case ERROR_NETWORK_BUSY:
        return "The network is busy.";
    case ERROR_DEV_NOT_EXIST:
        return "The specified network resource or device is no longer available.";
    case ERROR_UNEXP_NET_ERR:
        return "An unexpected network error occurred.";
    case ERROR_NETNAME_DELETED:
        return "The specified network name is no longer available.";
    case ERROR_NETWORK_ACCESS_DENIED:
        return "Network access is denied.";
    case ERROR_BAD_NET_NAME:
        return "The network name cannot be found.";
    case ERROR_FILE_EXISTS:
        return "The file exists.";
    case ERROR_CANNOT_MAKE:
        return "The directory or file cannot be created.";
    case ERROR_ALREADY_ASSIGNED:
        return "The local device name is already in use.";
    case ERROR_INVALID_PASSWORD:
        return "The specified network password is not correct.";
    case ERROR_INVALID_PARAMETER:
        return "The parameter is incorrect.";
    case ERROR_BROKEN_PIPE:
        return "The pipe has been ended.";
    case ERROR_OPEN_FAILED:
        return "The system cannot open the device or file specified.";
    case ERROR_BUFFER_OVERFLOW:
        return "The file name is too long.";
    case ERROR_DISK_FULL:
        return "There is not enough space on the disk.";
    case ERROR_CALL_NOT_IMPLEMENTED:
        return "This function is not supported on this system.";
    case ERROR_SEM_TIMEOUT:
        return "The semaphore timeout period has expired.";
    case ERROR_INSUFFICIENT_BUFFER:
        return "The data area passed to a system call is too small.";
    case ERROR_INVALID_NAME:
        return "The filename, directory name, or volume label syntax is incorrect.";
    case ERROR_MOD_NOT_FOUND:
        return "The specified module could not be found.";
    case ERROR_PROC_NOT_FOUND:
        return "The specified procedure could not be found.";
    case ERROR_WAIT_NO_CHILDREN:
        return "There are no child processes to wait for.";
    case ERROR_NEGATIVE_SEEK:
        return "An attempt was made to move the file pointer before the beginning of the file.";
    case ERROR_DIR_NOT_EMPTY:
        return "The directory is not empty.";
    case ERROR_NOT_LOCKED:
        return "The segment is already unlocked.";
    case ERROR_BAD_ARGUMENTS:
        return "One or more arguments are not correct.";
    case ERROR_BAD_PATHNAME:
        return "The specified path is invalid.";
    case ERROR_MAX_THRDS_REACHED:
        return "No more threads can be created in the system.";
    case ERROR_LOCK_FAILED:
        return "Unable to lock a region of a file.";
    case ERROR_BUSY:
        return "The requested resource is in use.";
    case ERROR_ALREADY_EXISTS:
        return "Cannot create a file when that file already exists.";
    case ERROR_BAD_EXE_FORMAT:
        return "%1 is not a valid Win32 application.";
    case ERROR_ENVVAR_NOT_FOUND:
        return "The system could not find the environment option that was entered.";
    case ERROR_FILENAME_EXCED_RANGE:
        return "The filename or extension is too long.";
    case ERROR_FILE_TOO_LARGE:
        return "The file size exceeds the limit allowed and cannot be saved.";
    case ERROR_BAD_PIPE:
        return "The pipe state is invalid.";
    case ERROR_PIPE_BUSY:
        return "All pipe instances are busy.";
    case ERROR_NO_DATA:
        return "The pipe is being closed.";
    case ERROR_PIPE_NOT_CONNECTED:
        return "No process is on the other end of the pipe.";
    case ERROR_MORE_DATA:
        return "More data is available.";
    case WAIT_TIMEOUT:
        return "The wait operation timed out.";
    case ERROR_NO_MORE_ITEMS:
        return "No more data is available.";
    case ERROR_DIRECTORY:
        return "The directory name is invalid.";
    case ERROR_NOT_OWNER:
        return "Attempt to release mutex not owned by caller.";
    case ERROR_TOO_MANY_POSTS:
        return "Too many posts were made to a semaphore.";
    case ERROR_PARTIAL_COPY:
        return "Only part of a ReadProcessMemory or WriteProcessMemory request was completed.";
    case ERROR_MR_MID_NOT_FOUND:
        return "The system cannot find message text for message number 0x%1 in the message file for %2.";
    case ERROR_INVALID_ADDRESS:
        return "Attempt to access invalid address.";
    case ERROR_ARITHMETIC_OVERFLOW:
        return "Arithmetic result exceeded 32 bits.";
    case ERROR_ELEVATION_REQUIRED:
        return "The requested operation requires elevation.";
    case ERROR_OPERATION_ABORTED:
        return "The I/O operation has been aborted because of either a thread exit or an application request.";
    case ERROR_IO_INCOMPLETE:
        return "Overlapped I/O event is not in a signaled state.";
    case ERROR_IO_PENDING:
        return "Overlapped I/O operation is in progress.";
    case ERROR_NOACCESS:
        return "Invalid access to memory location.";
    case ERROR_STACK_OVERFLOW:
        return "Recursion too deep; the stack overflowed.";
    case ERROR_INVALID_MESSAGE:
        return "The window cannot act on the sent message.";
    case ERROR_CAN_NOT_COMPLETE:
        return "Cannot complete this function.";
    case ERROR_INVALID_FLAGS:
        return "Invalid flags.";
    case ERROR_FILE_INVALID:
        return "The volume for a file has been externally altered so that the opened file is no longer valid.";
    case ERROR_NO_TOKEN:
        return "An attempt was made to reference a token that does not exist.";
    case ERROR_SERVICE_DOES_NOT_EXIST:
        return "The specified service does not exist as an installed service.";
    case ERROR_NO_UNICODE_TRANSLATION:
        return "No mapping for the Unicode character exists in the target multi-byte code page.";
    case ERROR_DLL_INIT_FAILED:
        return "A dynamic link library (DLL) initialization routine failed.";
    case ERROR_SHUTDOWN_IN_PROGRESS:
        return "A system shutdown is in progress.";
    case ERROR_IO_DEVICE:
        return "The request could not be performed because of an I/O device error.";
    case ERROR_POSSIBLE_DEADLOCK:
        return "A potential deadlock condition has been detected.";
    case ERROR_TOO_MANY_LINKS:
        return "An attempt was made to create more links on a file than the file system supports.";
    case ERROR_OLD_WIN_VERSION:
        return "The specified program requires a newer version of Windows.";
    case ERROR_NOT_FOUND:
        return "Element not found.";
    case ERROR_BAD_DEVICE:
        return "The specified device name is invalid.";
    case ERROR_CONNECTION_UNAVAIL:
        return "The device is not currently connected but it is a remembered connection.";
    case ERROR_NO_NET_OR_BAD_PATH:
        return "The network path was either typed incorrectly, does not exist, or the network provider is not currently available.";
    case ERROR_EXTENDED_ERROR:
        return "An extended error has occurred.";
    case ERROR_NO_NETWORK:
        return "The network is not present or not started.";
    case ERROR_CANCELLED:
        return "The operation was canceled by the user.";
    case ERROR_USER_MAPPED_FILE:
        return "The requested operation cannot be performed on a file with a user-mapped section open.";
    case ERROR_CONNECTION_REFUSED:
        return "The remote computer refused the network connection.";
    case ERROR_GRACEFUL_DISCONNECT:
        return "The network connection was gracefully closed.";
    case ERROR_ADDRESS_ALREADY_ASSOCIATED:
        return "The network transport endpoint already has an address associated with it.";
    case ERROR_ADDRESS_NOT_ASSOCIATED:
        return "An address has not yet been associated with the network endpoint.";
    case ERROR_CONNECTION_INVALID:
        return "An operation was attempted on a nonexistent network connection.";
    case ERROR_CONNECTION_ACTIVE:
        return "An invalid operation was attempted on an active network connection.";
    case ERROR_NETWORK_UNREACHABLE:
        return "The network location cannot be reached.";
    case ERROR_HOST_UNREACHABLE:
        return "The network location cannot be reached.";
    case ERROR_PROTOCOL_UNREACHABLE:
        return "The network location cannot be reached.";
    case ERROR_PORT_UNREACHABLE:
        return "No service is operating at the destination network endpoint on the remote system.";
    case ERROR_REQUEST_ABORTED:
        return "The request was aborted.";
    case ERROR_CONNECTION_ABORTED:
        return "The network connection was aborted by the local system.";
    case ERROR_RETRY:
        return "The operation could not be completed. A retry should be performed.";
    case ERROR_CONNECTION_COUNT_LIMIT:
        return "A connection to the server could not be made because the limit on the number of concurrent connections for this account has been reached.";
    case ERROR_INCORRECT_ADDRESS:
        return "The network address could not be used for the operation requested.";
    case ERROR_ALREADY_REGISTERED:
        return "The service is already registered.";
    case ERROR_SERVICE_NOT_FOUND:
        return "The specified service does not exist.";
    case ERROR_NOT_AUTHENTICATED:
        return "The operation being requested was not performed because the user has not been authenticated.";
    case ERROR_NOT_LOGGED_ON:
        return "The operation being requested was not performed because the user has not logged on to the network.";
    case ERROR_CONTINUE:
        return "Continue with work in progress.";
    case ERROR_ALREADY_INITIALIZED:
        return "An attempt was made to perform an initialization operation when initialization has already been completed.";
    case ERROR_NO_MORE_DEVICES:
        return "No more local devices.";
    case ERROR_PRIVILEGE_NOT_HELD:
        return "A required privilege is not held by the client.";
    case ERROR_LOGON_FAILURE:
        return "The user name or password is incorrect.";
    case ERROR_ACCOUNT_RESTRICTION:
        return "Account restrictions are preventing this user from signing in.";
    case ERROR_PASSWORD_EXPIRED:
        return "The password for this account has expired.";
    case ERROR_ACCOUNT_DISABLED:
        return "This user can't sign in because this account is currently disabled.";
    case ERROR_INTERNAL_ERROR:
        return "An internal error occurred.";
    case ERROR_FILE_CORRUPT:
        return "The file or directory is corrupted and unreadable.";
    case ERROR_INVALID_WINDOW_HANDLE:
        return "Invalid window handle.";
    case ERROR_NO_SYSTEM_RESOURCES:
        return "Insufficient system resources exist to complete the requested service.";
    case ERROR_TIMEOUT:
        return "This operation returned because the timeout period expired.";
    case RPC_S_SERVER_UNAVAILABLE:
        return "The RPC server is unavailable.";
    case RPC_S_CALL_FAILED:
        return "The remote procedure call failed.";
    case ERROR_RESOURCE_DATA_NOT_FOUND:
        return "The specified image file did not contain a resource section.";
    case ERROR_RESOURCE_TYPE_NOT_FOUND:
        return "The specified resource type cannot be found in the image file.";
    case ERROR_RESOURCE_NAME_NOT_FOUND:
        return "The specified resource name cannot be found in the image file.";
    case ERROR_RESOURCE_LANG_NOT_FOUND:
        return "The specified resource language ID cannot be found in the image file.";
    case ERROR_NOT_ENOUGH_QUOTA:
        return "Not enough quota is available to process this command.";
    case ERROR_INVALID_TIME:
        return "The specified time is invalid.";
    case ERROR_ACCOUNT_LOCKED_OUT:
        return "The referenced account is currently locked out and may not be logged on to.";
    case ERROR_NOT_CONNECTED:
        return "This network connection does not exist.";
    case ERROR_INVALID_STATE:
        return "The group or resource is not in the correct state to perform the requested operation.";
    case (DWORD)E_NOTIMPL:
        return "Not implemented";
    case (DWORD)E_NOINTERFACE:
        return "No such interface supported";
    case (DWORD)E_POINTER:
        return "Invalid pointer";
    case (DWORD)E_ABORT:
        return "Operation aborted";
    case (DWORD)E_FAIL:
        return "Unspecified error";
    case (DWORD)E_UNEXPECTED:
        return "Catastrophic failure";
    default:
        return NULL;
    }
}

#endif /* _WININET_SYSTEMTEXTS_H */
