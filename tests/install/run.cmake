# cmake -DBUILD= -DSOURCE= -DCOMPILER= -DWORK= -P run.cmake
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output)
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/install/consumer -B ${WORK}/build -G Ninja
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_INSTALL_PREFIX=${WORK}/prefix
  -DEMBED=${SOURCE}/examples/embed.cc)
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/where)
if(NOT output STREQUAL "${WORK}/prefix/share/hearsay/models/en\n")
  message(FATAL_ERROR "find_package(Hearsay): models said to be at ${output}")
endif()

# Without CMake, where there is pkg-config.
find_program(PKG_CONFIG pkg-config)
if(PKG_CONFIG)
  file(GLOB_RECURSE pc ${WORK}/prefix/hearsay.pc)
  run(${PKG_CONFIG} --cflags --libs ${pc})
  separate_arguments(flags UNIX_COMMAND "${output}")
  run(${COMPILER} -std=c++20 ${SOURCE}/examples/embed.cc ${flags} -o ${WORK}/embed)
  run(${CMAKE_COMMAND} -E env HEARSAY_MODELS=${WORK}/prefix/share/hearsay/models/en ${WORK}/embed)
  if(NOT output MATCHES "The bridge is safe")
    message(FATAL_ERROR "examples/embed.cc, built by pkg-config, printed: ${output}")
  endif()
endif()

# Installed beside the models, a program finds them by itself.
run(${CMAKE_COMMAND} --install ${WORK}/build)
run(${CMAKE_COMMAND} -E env --unset=HEARSAY_MODELS ${WORK}/prefix/bin/where default)
if(NOT output STREQUAL "${WORK}/prefix/share/hearsay/models/en\n")
  message(FATAL_ERROR "an installed program looks for models at ${output}")
endif()
run(${CMAKE_COMMAND} -E env --unset=HEARSAY_MODELS ${WORK}/prefix/bin/embed)
if(NOT output MATCHES "The bridge is safe")
  message(FATAL_ERROR "examples/embed.cc printed: ${output}")
endif()
