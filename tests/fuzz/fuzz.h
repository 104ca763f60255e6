// What the fuzzers share.
#ifndef HEARSAY_TESTS_FUZZ_FUZZ_H_
#define HEARSAY_TESTS_FUZZ_FUZZ_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace hearsay {

// Ends the process, as libFuzzer expects of a finding, unless `holds`.
inline void require(bool holds, std::string_view rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(rule.size()), rule.data());
  std::abort();
}

// As require(), for functions that say in words what is broken.
inline void require_none(const std::string& violation) { require(violation.empty(), violation); }

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace hearsay

#endif  // HEARSAY_TESTS_FUZZ_FUZZ_H_
