# Every compile option of the project, carried by one target that each room and test links.
add_library(bidseal_options INTERFACE)
add_library(BidSeal::options ALIAS bidseal_options)

target_compile_features(bidseal_options INTERFACE cxx_std_20)
target_include_directories(bidseal_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(bidseal_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
  target_compile_options(bidseal_options INTERFACE /W4 /permissive- /Zc:__cplusplus /utf-8
      $<$<BOOL:${BIDSEAL_WARNINGS_AS_ERRORS}>:/WX>)
else()
  target_compile_options(bidseal_options INTERFACE
      -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough
      $<$<BOOL:${BIDSEAL_WARNINGS_AS_ERRORS}>:-Werror>
      # GCC 12 sees overflows in std::string's own operator+ (its bugs 105329 and 105651, mended in 13).
      $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-stringop-overflow;-Wno-restrict;-Wno-array-bounds>
      $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CCACHE}>>:-fpch-preprocess>)
endif()
if(BIDSEAL_SANITIZE)
  target_compile_options(bidseal_options INTERFACE -fsanitize=${BIDSEAL_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(bidseal_options INTERFACE -fsanitize=${BIDSEAL_SANITIZE})
endif()
# What makes a mistake in memory harder to use. MSVC's own are on without being asked for.
if(NOT MSVC)
  target_compile_options(bidseal_options INTERFACE -fstack-protector-strong
      $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()
if(MINGW)
  target_link_options(bidseal_options INTERFACE -Wl,--dynamicbase,--nxcompat
      $<$<EQUAL:${CMAKE_SIZEOF_VOID_P},8>:-Wl,--high-entropy-va>)
  # What the stack's guard calls comes from the compiler's archive, last on the line: its DLL would be one more to install.
  string(APPEND CMAKE_C_STANDARD_LIBRARIES " -l:libssp.a")
  string(APPEND CMAKE_CXX_STANDARD_LIBRARIES " -l:libssp.a")
elseif(NOT WIN32)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES CXX) # else CMake leaves -pie to the compiler's habit
  target_link_options(bidseal_options INTERFACE -Wl,-z,relro,-z,now)
endif()
