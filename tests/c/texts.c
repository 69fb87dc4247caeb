/* texts.c: the error codes in words, which are ours alone. */
#include "record.h"

int main(void)
{
    printf("%s: %s\n", WininetErrorName(ERROR_INTERNET_TIMEOUT), WininetErrorText(ERROR_INTERNET_TIMEOUT));
    printf("no text %d\n", WininetErrorText(4711) == NULL);
    return 0;
}
