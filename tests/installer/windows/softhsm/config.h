// What SoftHSM's configuration would find on Windows with mingw-w64.
#pragma once

#define PACKAGE "softhsm"
#define PACKAGE_NAME "SoftHSM"
#define PACKAGE_VERSION "2.6.1"
#define VERSION "2.6.1"
#define VERSION_MAJOR 2
#define VERSION_MINOR 6

#define DEFAULT_LOG_LEVEL "INFO"
#define DEFAULT_OBJECTSTORE_BACKEND "file"
#define DEFAULT_PKCS11_LIB "softhsm2.dll"
#define DEFAULT_SOFTHSM2_CONF "softhsm2.conf"
#define DEFAULT_TOKENDIR "tokens"
#define MAX_PIN_LEN 255
#define MIN_PIN_LEN 4

#define WITH_OPENSSL 1
#define WITH_ECC 1
#define WITH_AES_GCM 1
#define WITH_RAW_PSS 1
#define HAVE_AES_KEY_WRAP 1
#define HAVE_CXX11 1
#define HAVE_LOADLIBRARY 1
#define HAVE_INTTYPES_H 1
#define HAVE_STDINT_H 1
#define HAVE_STDLIB_H 1
#define HAVE_STRING_H 1
#define HAVE_SYS_STAT_H 1
#define HAVE_SYS_TYPES_H 1

#define WIN32_LEAN_AND_MEAN 1
#define NOMINMAX 1
#include <windows.h>

int setenv(const char *name, const char *value, int overwrite);
char *getpassphrase(const char *prompt);
