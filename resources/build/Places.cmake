# Where the programs lie, built and installed: the build folder has the same layout, so that a program finds its hosts by
# one rule (core/base/HostProgram).
#
# Hosts are started by other programs and never by people. That is what libexec is for; Windows has no such place, and
# looks for DLLs beside the program, so that everything lies in one folder there.
if(WIN32)
  set(BIDSEAL_INSTALL_HOSTDIR ${CMAKE_INSTALL_BINDIR})
  set(BIDSEAL_HOSTS_FROM_PROGRAMS .)
else()
  set(BIDSEAL_INSTALL_HOSTDIR ${CMAKE_INSTALL_LIBEXECDIR}/bidseal)
  file(RELATIVE_PATH BIDSEAL_HOSTS_FROM_PROGRAMS ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBEXECDIR}/bidseal)
endif()

function(bidseal_host_program name)
  cmake_path(ABSOLUTE_PATH BIDSEAL_HOSTS_FROM_PROGRAMS BASE_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} NORMALIZE
    OUTPUT_VARIABLE hosts)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${hosts})
  install(TARGETS ${name} RUNTIME DESTINATION ${BIDSEAL_INSTALL_HOSTDIR})
endfunction()
