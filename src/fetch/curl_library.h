// libcurl, loaded when it is first wanted: it brings some thirty libraries with it, which only a watch
// needs, and to load them takes longer than most commands do.
//
// Threads: any
#ifndef HEARSAY_SRC_FETCH_CURL_LIBRARY_H_
#define HEARSAY_SRC_FETCH_CURL_LIBRARY_H_

#include <curl/curl.h>

#include "hearsay/result.h"

namespace hearsay {

// Its functions, as <curl/curl.h> declares them: easy_init is curl_easy_init.
struct CurlLibrary {
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_easy_init) easy_init = nullptr;
  decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&::curl_easy_reset) easy_reset = nullptr;
  decltype(&::curl_easy_setopt) easy_setopt = nullptr;
  decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&::curl_easy_perform) easy_perform = nullptr;
  decltype(&::curl_easy_strerror) easy_strerror = nullptr;
  decltype(&::curl_free) free = nullptr;
  decltype(&::curl_getdate) getdate = nullptr;
  decltype(&::curl_slist_append) slist_append = nullptr;
  decltype(&::curl_slist_free_all) slist_free_all = nullptr;
  decltype(&::curl_url) url = nullptr;
  decltype(&::curl_url_cleanup) url_cleanup = nullptr;
  decltype(&::curl_url_get) url_get = nullptr;
  decltype(&::curl_url_set) url_set = nullptr;
};

// Of the file `name`, which stays loaded. Fails with not_found where it cannot be loaded or lacks one.
Result<CurlLibrary> load_curl(const char* name);

// libcurl's own, loaded and made ready with the first call.
const Result<CurlLibrary>& curl_library();

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_CURL_LIBRARY_H_
