# hearsay_layer(NAME SOURCES a.cc ... [DEPENDS target ...] [TESTS a_test.cc ...])
#
# One folder of src/: the object library hearsay_NAME, and with tests on, the
# executable hearsay_NAME_test, whose cases are registered with CTest. DEPENDS
# repeats the folder's line in tools/layers.txt.
function(hearsay_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;TESTS" ${ARGN})
  add_library(hearsay_${name} OBJECT ${arg_SOURCES})
  target_link_libraries(hearsay_${name} PUBLIC hearsay_options ${arg_DEPENDS})
  if(HEARSAY_BUILD_TESTS AND arg_TESTS)
    add_executable(hearsay_${name}_test ${arg_TESTS})
    target_link_libraries(hearsay_${name}_test PRIVATE hearsay_options hearsay GTest::gmock_main)
    gtest_discover_tests(hearsay_${name}_test DISCOVERY_MODE PRE_TEST)
  endif()
endfunction()

# hearsay_loops(SOURCE ...): sources of a layer whose loops over numbers are most of reading.
#
# Sanitizers make them forty times slower; optimised, with all checks, ten times. What numbers were compared
# there tells a fuzzer nothing.
function(hearsay_loops)
  if(HEARSAY_SANITIZE)
    set(options -O3)
    if(HEARSAY_SANITIZE MATCHES "fuzzer")
      list(APPEND options -fno-sanitize-coverage=trace-cmp)
    endif()
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS ${options})
  endif()
endfunction()
