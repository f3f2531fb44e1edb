# Cross-compiles bidseal-token-host for 32-bit Windows, with the sysroot's static Qt Core (preset windows-mingw32).
# Some makers' drivers exist for 32 bits only, and only a 32-bit process can hold them.
set(root $ENV{BIDSEAL_WINDOWS_SYSROOT})
if(NOT root)
  set(root /opt/bidseal-mingw)
endif()
include(${root}/i686/mingw.cmake)

# Nothing beside the program but Windows: neither Qt's DLLs nor the compiler's are built for 32 bits.
string(APPEND CMAKE_EXE_LINKER_FLAGS_INIT " -static")

# Qt's tools run here, and come from Debian.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
