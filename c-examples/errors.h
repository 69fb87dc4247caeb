/*
 * errors.h: names and sentences for the error codes that a program meets.
 */
#ifndef ERRORS_H
#define ERRORS_H

#include <windows.h>
#include <wininet.h>

struct error_entry {
    DWORD code;
    const char *name;
    const char *text;
};

#define ERROR_ENTRY(code, text) { code, #code, text }

/* The entry of a code; one that says so for a code that is not in the table. */
static inline const struct error_entry *error_entry(DWORD code)
{
    static const struct error_entry unknown = { 0, "unknown error", "There is no text for this code." };
    static const struct error_entry table[] = {
        ERROR_ENTRY(ERROR_INVALID_HANDLE, "The handle is not valid, or was closed."),
        ERROR_ENTRY(ERROR_INVALID_PARAMETER, "An argument is not valid."),
        ERROR_ENTRY(ERROR_INSUFFICIENT_BUFFER, "The buffer is too small."),
        ERROR_ENTRY(ERROR_IO_PENDING, "The operation goes on; the callback will be told."),
        ERROR_ENTRY(ERROR_INTERNET_OUT_OF_HANDLES, "No more handles can be made."),
        ERROR_ENTRY(ERROR_INTERNET_TIMEOUT, "The request timed out."),
        ERROR_ENTRY(ERROR_INTERNET_EXTENDED_ERROR, "The server explained the error in a text of its own."),
        ERROR_ENTRY(ERROR_INTERNET_INTERNAL_ERROR, "Something went wrong inside the library."),
        ERROR_ENTRY(ERROR_INTERNET_INVALID_URL, "The URL is not valid."),
        ERROR_ENTRY(ERROR_INTERNET_UNRECOGNIZED_SCHEME, "The URL's scheme is not supported."),
        ERROR_ENTRY(ERROR_INTERNET_NAME_NOT_RESOLVED, "The host name could not be found."),
        ERROR_ENTRY(ERROR_INTERNET_OPERATION_CANCELLED, "The operation was cancelled."),
        ERROR_ENTRY(ERROR_INTERNET_INCORRECT_HANDLE_TYPE, "The handle is of the wrong type for this."),
        ERROR_ENTRY(ERROR_INTERNET_INCORRECT_HANDLE_STATE, "The handle is not in the state for this."),
        ERROR_ENTRY(ERROR_INTERNET_CANNOT_CONNECT, "No connection to the server could be made."),
        ERROR_ENTRY(ERROR_INTERNET_CONNECTION_ABORTED, "The connection ended too early."),
        ERROR_ENTRY(ERROR_INTERNET_CONNECTION_RESET, "The server reset the connection."),
        ERROR_ENTRY(ERROR_INTERNET_SEC_CERT_DATE_INVALID, "The server's certificate is out of date."),
        ERROR_ENTRY(ERROR_INTERNET_SEC_CERT_CN_INVALID, "The server's certificate is for another name."),
        ERROR_ENTRY(ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR, "The server redirects from http to https."),
        ERROR_ENTRY(ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR, "The server redirects from https to http."),
        ERROR_ENTRY(ERROR_INTERNET_INVALID_CA, "The server's certificate comes from an unknown authority."),
        ERROR_ENTRY(ERROR_INTERNET_SEC_CERT_ERRORS, "The server's certificate has errors."),
        ERROR_ENTRY(ERROR_INTERNET_SEC_INVALID_CERT, "The server's certificate is not valid."),
        ERROR_ENTRY(ERROR_INTERNET_SEC_CERT_REVOKED, "The server's certificate was revoked."),
        ERROR_ENTRY(ERROR_INTERNET_SECURITY_CHANNEL_ERROR, "No encrypted connection could be made."),
        ERROR_ENTRY(ERROR_INTERNET_DECODING_FAILED, "The answer could not be decoded."),
        ERROR_ENTRY(ERROR_INTERNET_DISCONNECTED, "The machine is not connected to a network."),
        ERROR_ENTRY(ERROR_INTERNET_SERVER_UNREACHABLE, "The server cannot be reached."),
        ERROR_ENTRY(ERROR_INTERNET_PROXY_SERVER_UNREACHABLE, "The proxy cannot be reached."),
        ERROR_ENTRY(ERROR_HTTP_HEADER_NOT_FOUND, "There is no such header."),
        ERROR_ENTRY(ERROR_HTTP_INVALID_SERVER_RESPONSE, "The server's answer makes no sense."),
        ERROR_ENTRY(ERROR_HTTP_INVALID_HEADER, "A header is not valid."),
        ERROR_ENTRY(ERROR_HTTP_REDIRECT_FAILED, "The redirections led nowhere."),
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (table[i].code == code)
            return &table[i];
    return &unknown;
}

#endif
