# Cross-compiles for 32-bit Windows with Debian's mingw-w64 and the libraries beside this file.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(target i686-w64-mingw32)
set(CMAKE_C_COMPILER ${target}-gcc-posix)
set(CMAKE_CXX_COMPILER ${target}-g++-posix)
set(CMAKE_RC_COMPILER ${target}-windres)
set(CMAKE_AR ${target}-gcc-ar-posix CACHE FILEPATH "")
set(CMAKE_RANLIB ${target}-gcc-ranlib-posix CACHE FILEPATH "")
set(CMAKE_FIND_ROOT_PATH ${CMAKE_CURRENT_LIST_DIR} /usr/${target})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Windows 10; canaries and checked copies. Their library is static and lies in lib.
set(hardening "-D_WIN32_WINNT=0x0A00 -fstack-protector-strong")
set(CMAKE_C_FLAGS_INIT "${hardening}")
set(CMAKE_CXX_FLAGS_INIT "${hardening}")
foreach(language C CXX)
  # Checked copies need an optimizing compiler, which tests of a configuration do not always run.
  set(CMAKE_${language}_FLAGS_RELEASE_INIT "-D_FORTIFY_SOURCE=2")
  set(CMAKE_${language}_FLAGS_RELWITHDEBINFO_INIT "-D_FORTIFY_SOURCE=2")
endforeach()
foreach(kind EXE SHARED MODULE)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT
      "-L${CMAKE_CURRENT_LIST_DIR}/lib -Wl,--dynamicbase,--nxcompat")
endforeach()
