# Libraries that Debian ships without a CMake package of their own, or in places that differ between platforms.
# Why each of them was chosen is written down in docs/architecture.md.

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

# p11-kit: only its PKCS#11 header, never its library (modules are loaded directly)
find_path(P11KIT_INCLUDE_DIR p11-kit/pkcs11.h PATH_SUFFIXES p11-kit-1 REQUIRED)
add_library(BidSeal::pkcs11_headers INTERFACE IMPORTED)
target_include_directories(BidSeal::pkcs11_headers SYSTEM INTERFACE ${P11KIT_INCLUDE_DIR})

# CLI11: headers only, so the host's serve every platform, through a folder that holds nothing else of the host's.
find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp NO_CMAKE_FIND_ROOT_PATH REQUIRED)
add_library(BidSeal::cli11 INTERFACE IMPORTED)
if(CMAKE_CROSSCOMPILING)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/host-headers)
  file(CREATE_LINK ${CLI11_INCLUDE_DIR}/CLI ${PROJECT_BINARY_DIR}/host-headers/CLI SYMBOLIC)
  target_include_directories(BidSeal::cli11 SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/host-headers)
else()
  target_include_directories(BidSeal::cli11 SYSTEM INTERFACE ${CLI11_INCLUDE_DIR})
endif()

# Qt PDF has a CMake package on Debian; in the Windows sysroot it is a header folder and an import library.
find_package(Qt6 QUIET COMPONENTS Pdf)
if(NOT TARGET Qt6::Pdf)
  find_path(QTPDF_INCLUDE_DIR QtPdf/QPdfDocument REQUIRED)
  find_library(QTPDF_LIBRARY Qt6Pdf REQUIRED)
  add_library(Qt6::Pdf INTERFACE IMPORTED)
  target_include_directories(Qt6::Pdf SYSTEM INTERFACE ${QTPDF_INCLUDE_DIR} ${QTPDF_INCLUDE_DIR}/QtPdf)
  target_link_libraries(Qt6::Pdf INTERFACE ${QTPDF_LIBRARY} Qt6::Gui Qt6::Network)
endif()
