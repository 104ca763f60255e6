# hearsay_precompile(WHAT): gives the targets of this build one precompiled header of what they nearly all
# include, and those that use GoogleTest another with it; WHAT is `tests` for those alone, or `all`.
#
# Sources still include all that they use: other builds have none, and `tests` leaves the library and the
# command to the headers that they name. With gcc, `all` brings false warnings of the standard library's inlines.
# Such tests are compiled with -O1 in a release: how fast their own code runs does not matter.
set(standard_headers <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <fstream> <functional> <limits> <map>
  <memory> <optional> <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map> <utility> <vector>)

function(hearsay_precompiled_header name)
  file(CONFIGURE OUTPUT ${name}.cc CONTENT "")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
  target_link_libraries(${name} PRIVATE hearsay_options)
  target_precompile_headers(${name} PRIVATE ${standard_headers} ${ARGN})
endfunction()

# Every target of a directory and of those below it.
function(hearsay_targets result directory)
  get_property(found DIRECTORY ${directory} PROPERTY BUILDSYSTEM_TARGETS)
  get_property(below DIRECTORY ${directory} PROPERTY SUBDIRECTORIES)
  foreach(each IN LISTS below)
    hearsay_targets(more ${each})
    list(APPEND found ${more})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

function(hearsay_precompile what)
  set(test_options $<$<CONFIG:Release>:-O1>)
  hearsay_targets(targets ${PROJECT_SOURCE_DIR})
  if(what STREQUAL "all")
    hearsay_precompiled_header(hearsay_precompiled)
  endif()
  if(HEARSAY_BUILD_TESTS)
    hearsay_precompiled_header(hearsay_precompiled_tests <gtest/gtest.h> <gmock/gmock.h>)
    target_link_libraries(hearsay_precompiled_tests PRIVATE GTest::gmock)
    target_compile_options(hearsay_precompiled_tests PRIVATE ${test_options})
  endif()
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    get_target_property(linked ${target} LINK_LIBRARIES)
    if(NOT type MATCHES "EXECUTABLE|STATIC_LIBRARY|OBJECT_LIBRARY")
      continue()
    elseif(linked MATCHES "GTest::")
      target_precompile_headers(${target} REUSE_FROM hearsay_precompiled_tests)
      target_compile_options(${target} PRIVATE ${test_options})
      if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # the same false warnings stop no build
        set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR OFF)
      endif()
    elseif(what STREQUAL "all")
      target_precompile_headers(${target} REUSE_FROM hearsay_precompiled)
    endif()
  endforeach()
endfunction()
