# Qt6::Pdf, as find_package(Qt6 COMPONENTS Pdf) looks for it
include(CMakeFindDependencyMacro)
find_dependency(Qt6 COMPONENTS Core Gui Network)
if(NOT TARGET Qt6::Pdf)
  include(${CMAKE_CURRENT_LIST_DIR}/Qt6PdfTargets.cmake)
endif()
