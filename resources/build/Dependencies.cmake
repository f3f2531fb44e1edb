# Libraries that Debian ships without a CMake package of their own, or in places that differ between platforms.
# Why each of them was chosen is written down in docs/architecture.md.

# p11-kit: only its PKCS#11 header, never its library (modules are loaded directly)
find_path(P11KIT_INCLUDE_DIR p11-kit/pkcs11.h PATH_SUFFIXES p11-kit-1 REQUIRED)
add_library(BidSeal::pkcs11_headers INTERFACE IMPORTED)
target_include_directories(BidSeal::pkcs11_headers SYSTEM INTERFACE ${P11KIT_INCLUDE_DIR})

if(BIDSEAL_TOKEN_HOST_ONLY)
  return()
endif()

# PoDoFo 0.9.8: headers and library only.
find_path(PODOFO_INCLUDE_DIR podofo/podofo-base.h REQUIRED)
find_library(PODOFO_LIBRARY podofo REQUIRED)
add_library(BidSeal::podofo INTERFACE IMPORTED)
target_include_directories(BidSeal::podofo SYSTEM INTERFACE ${PODOFO_INCLUDE_DIR})
target_link_libraries(BidSeal::podofo INTERFACE ${PODOFO_LIBRARY})

# libqpdf
find_path(QPDF_INCLUDE_DIR qpdf/QPDF.hh REQUIRED)
find_library(QPDF_LIBRARY qpdf REQUIRED)
add_library(BidSeal::qpdf INTERFACE IMPORTED)
target_include_directories(BidSeal::qpdf SYSTEM INTERFACE ${QPDF_INCLUDE_DIR})
target_link_libraries(BidSeal::qpdf INTERFACE ${QPDF_LIBRARY})
target_compile_definitions(BidSeal::qpdf INTERFACE POINTERHOLDER_TRANSITION=4) # std::shared_ptr only

# Libraries of headers only: the host's serve every platform, through a folder that holds nothing else of the host's.
function(bidseal_header_library name header)
  find_path(${name}_INCLUDE_DIR ${header} NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  add_library(BidSeal::${name} INTERFACE IMPORTED GLOBAL)
  set(folder ${${name}_INCLUDE_DIR})
  if(CMAKE_CROSSCOMPILING)
    cmake_path(GET header PARENT_PATH part)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/host-headers)
    file(CREATE_LINK ${folder}/${part} ${PROJECT_BINARY_DIR}/host-headers/${part} SYMBOLIC)
    set(folder ${PROJECT_BINARY_DIR}/host-headers)
  endif()
  target_include_directories(BidSeal::${name} SYSTEM INTERFACE ${folder})
endfunction()

bidseal_header_library(cli11 CLI/CLI.hpp)
bidseal_header_library(nlohmann_json nlohmann/json.hpp)

# qrcodegen comes with pkg-config only. ZXing reads codes; without it nothing but reading pictures is missing.
find_path(QRCODEGEN_INCLUDE_DIR qrcodegen.hpp PATH_SUFFIXES qrcodegen qrcodegencpp REQUIRED)
find_library(QRCODEGEN_LIBRARY qrcodegencpp REQUIRED)
add_library(BidSeal::qrcodegen INTERFACE IMPORTED)
target_include_directories(BidSeal::qrcodegen SYSTEM INTERFACE ${QRCODEGEN_INCLUDE_DIR})
target_link_libraries(BidSeal::qrcodegen INTERFACE ${QRCODEGEN_LIBRARY})
find_package(ZXing QUIET)

# Qt PDF has a CMake package on Debian; in the Windows sysroot it is a header folder and an import library.
find_package(Qt6 QUIET COMPONENTS Pdf)
if(NOT TARGET Qt6::Pdf)
  find_path(QTPDF_INCLUDE_DIR QtPdf/QPdfDocument REQUIRED)
  find_library(QTPDF_LIBRARY Qt6Pdf REQUIRED)
  add_library(Qt6::Pdf INTERFACE IMPORTED)
  target_include_directories(Qt6::Pdf SYSTEM INTERFACE ${QTPDF_INCLUDE_DIR} ${QTPDF_INCLUDE_DIR}/QtPdf)
  target_link_libraries(Qt6::Pdf INTERFACE ${QTPDF_LIBRARY} Qt6::Gui Qt6::Network)
endif()
