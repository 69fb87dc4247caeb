/* Wbemcli.h: another name for wbemcli.h. */
#include "wbemcli.h"
