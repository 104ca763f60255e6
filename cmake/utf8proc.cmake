# Defines Hearsay::utf8proc. Used by our build and, installed, by every project
# that finds Hearsay, since a static library cannot carry its dependency along.
if(NOT TARGET Hearsay::utf8proc)
  find_path(Hearsay_UTF8PROC_INCLUDE_DIR utf8proc.h)
  find_library(Hearsay_UTF8PROC_LIBRARY utf8proc)
  mark_as_advanced(Hearsay_UTF8PROC_INCLUDE_DIR Hearsay_UTF8PROC_LIBRARY)
  if(Hearsay_UTF8PROC_LIBRARY AND Hearsay_UTF8PROC_INCLUDE_DIR)
    add_library(Hearsay::utf8proc UNKNOWN IMPORTED GLOBAL)
    set_target_properties(Hearsay::utf8proc PROPERTIES
      IMPORTED_LOCATION "${Hearsay_UTF8PROC_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${Hearsay_UTF8PROC_INCLUDE_DIR}")
  endif()
endif()
