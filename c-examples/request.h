/*
 * request.h: from a URL to a request that is ready to be sent, and headers of its answer.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <windows.h>
#include <wininet.h>

/* The handles of one request; NULL where there is none. */
struct request {
    HINTERNET connection;
    HINTERNET handle;
};

/* A copy of a part of the URL, or NULL where the URL has no such part. */
static inline char *request_part(const char *part, DWORD length)
{
    char *copy = length > 0 ? malloc(length + 1) : NULL;
    if (copy != NULL) {
        memcpy(copy, part, length);
        copy[length] = '\0';
    }
    return copy;
}

/*
 * Opens a request for an http or https URL; the context is the callback's. Nothing is sent yet. A server
 * may lead from http to https, but not back.
 */
static inline DWORD request_open(struct request *request, HINTERNET session, const char *verb, const char *url,
                                 DWORD_PTR context)
{
    URL_COMPONENTS parts = { .dwStructSize = sizeof parts };
    DWORD error = 0, flags = INTERNET_FLAG_NO_CACHE_WRITE | INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;
    parts.dwHostNameLength = parts.dwUserNameLength = parts.dwPasswordLength = parts.dwUrlPathLength = 1;
    if (!InternetCrackUrl(url, 0, 0, &parts))
        return GetLastError();
    if (parts.nScheme != INTERNET_SCHEME_HTTP && parts.nScheme != INTERNET_SCHEME_HTTPS)
        return ERROR_INTERNET_UNRECOGNIZED_SCHEME;
    if (parts.nScheme == INTERNET_SCHEME_HTTPS)
        flags |= INTERNET_FLAG_SECURE;

    char *host = request_part(parts.lpszHostName, parts.dwHostNameLength);
    char *user = request_part(parts.lpszUserName, parts.dwUserNameLength);
    char *password = request_part(parts.lpszPassword, parts.dwPasswordLength);
    /* With the query; what follows "#" is not for the server. */
    DWORD path_length = 0;
    while (path_length < parts.dwUrlPathLength && parts.lpszUrlPath[path_length] != '#')
        path_length++;
    char *path = request_part(parts.lpszUrlPath, path_length);
    /* The connection has no context: the request is what the callback is told of. */
    request->connection = InternetConnect(session, host, parts.nPort, user, password, INTERNET_SERVICE_HTTP, 0, 0);
    if (request->connection != NULL)
        request->handle = HttpOpenRequest(request->connection, verb, path, NULL, NULL, NULL, flags, context);
    if (request->handle == NULL)
        error = GetLastError();
    free(host), free(user), free(password), free(path);
    return error;
}

/* Closes the request; what is pending is cancelled, and HANDLE_CLOSING is the last that is heard of it. */
static inline void request_close(struct request *request)
{
    if (request->handle != NULL)
        InternetCloseHandle(request->handle);
    if (request->connection != NULL)
        InternetCloseHandle(request->connection);
    request->handle = request->connection = NULL;
}

/* The text of one HTTP_QUERY_ level; empty if there is none or it is too long to make sense. */
static inline void request_text(HINTERNET handle, DWORD level, char *text, DWORD size)
{
    if (!HttpQueryInfo(handle, level, text, &size, NULL))
        text[0] = '\0';
}

/* The status of the answer. */
static inline DWORD request_status(HINTERNET handle)
{
    DWORD code = 0, size = sizeof code;
    HttpQueryInfo(handle, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL);
    return code;
}

#endif
