#include "fetch/curl_library.h"

#include <dlfcn.h>

#include <string>

namespace hearsay {
namespace {

// The name of its interface, which has been the same since 2006.
constexpr const char* kName = "libcurl.so.4";

// False where the library has no such function.
template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

}  // namespace

Result<CurlLibrary> load_curl(const char* name) {
  void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  CurlLibrary curl;
  const bool whole =
      library != nullptr && find(library, "curl_global_init", curl.global_init) &&
      find(library, "curl_easy_init", curl.easy_init) &&
      find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
      find(library, "curl_easy_reset", curl.easy_reset) &&
      find(library, "curl_easy_setopt", curl.easy_setopt) &&
      find(library, "curl_easy_getinfo", curl.easy_getinfo) &&
      find(library, "curl_easy_perform", curl.easy_perform) &&
      find(library, "curl_easy_strerror", curl.easy_strerror) && find(library, "curl_free", curl.free) &&
      find(library, "curl_getdate", curl.getdate) && find(library, "curl_slist_append", curl.slist_append) &&
      find(library, "curl_slist_free_all", curl.slist_free_all) && find(library, "curl_url", curl.url) &&
      find(library, "curl_url_cleanup", curl.url_cleanup) && find(library, "curl_url_get", curl.url_get) &&
      find(library, "curl_url_set", curl.url_set);
  if (whole) return curl;
  const char* why = ::dlerror();
  return Error{ErrorCode::not_found, std::string(name) + ": expected the library for the network, found: " +
                                         (why == nullptr ? "another one" : why)};
}

const Result<CurlLibrary>& curl_library() {
  static const Result<CurlLibrary> loaded = [] {
    Result<CurlLibrary> curl = load_curl(kName);
    if (curl) curl->global_init(CURL_GLOBAL_DEFAULT);
    return curl;
  }();
  return loaded;
}

}  // namespace hearsay
