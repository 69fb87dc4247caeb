/* security_info.c: what is known of a server by URL, before and after a request to it. */
#include <stdio.h>
#include <windows.h>
#include <wininet.h>
#include <wincrypt.h>

typedef BOOL (WINAPI *by_url)(LPCSTR, PCCERT_CHAIN_CONTEXT *, DWORD *);

static void tell(by_url info, const char *url)
{
    PCCERT_CHAIN_CONTEXT chain = NULL;
    DWORD flags = 0;
    if (!info(url, &chain, &flags)) {
        printf("error %lu\n", GetLastError());
        return;
    }
    CERT_SIMPLE_CHAIN *first = chain->rgpChain[0];
    char name[64] = "";
    CertGetNameStringA(first->rgpElement[0]->pCertContext, CERT_NAME_SIMPLE_DISPLAY_TYPE, 0, NULL, name,
                       sizeof name);
    printf("flags %08lx, chain of %lu for %s\n", flags, first->cElement, name);
    CertFreeCertificateChain(chain);
}

int main(int argc, char **argv)
{
    HINTERNET session = InternetOpenA("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    FARPROC found = GetProcAddress(GetModuleHandleA("wininet.dll"), "InternetGetSecurityInfoByURLA");
    by_url info = (by_url)(void (*)(void))found;
    if (argc < 2 || info == NULL)
        return 1;
    tell(info, argv[1]);
    HINTERNET request = InternetOpenUrlA(session, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0);
    printf("fetched %d\n", request != NULL);
    tell(info, argv[1]);
    InternetCloseHandle(session);
    return 0;
}
