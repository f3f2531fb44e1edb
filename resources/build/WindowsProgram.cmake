# bidseal_windows_program(NAME ENGLISH CHINESE [ICON file])
#
# What Windows shows and wants to know of a program: who made it and what it is, in both languages, and its manifest
# (resources/windows). Elsewhere there is nothing to do.
function(bidseal_windows_program name english chinese)
  if(NOT WIN32)
    return()
  endif()
  cmake_parse_arguments(program "" "ICON" "" ${ARGN})
  enable_language(RC)
  set(iconLine)
  if(program_ICON)
    set(iconLine "IDI_ICON1 ICON \"${program_ICON}\"")
  endif()
  set(manifest ${CMAKE_CURRENT_BINARY_DIR}/${name}.manifest)
  configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.manifest.in ${manifest} @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${name}.rc @ONLY)
  target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.rc)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}.rc PROPERTIES OBJECT_DEPENDS "${manifest};${program_ICON}")
  if(MSVC)
    target_link_options(${name} PRIVATE /MANIFEST:NO) # it has one already
  endif()
endfunction()
