// Interning: each distinct string of a document is stored once, in
// Document::strings, and named by its index.
#ifndef HEARSAY_SRC_DOCUMENT_STRINGS_H_
#define HEARSAY_SRC_DOCUMENT_STRINGS_H_

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Finds or adds strings of one table. Keeps its memory between documents.
class Interner {
 public:
  // Starts over on `strings`, which must outlive the use of the interner; what it
  // already holds keeps its index. O(strings.size()).
  void attach(std::vector<std::string>& strings);

  // Index of `s`, added at the end when it is new. Requires: attach() was called.
  std::uint32_t intern(std::string_view s);

 private:
  std::vector<std::string>* strings_ = nullptr;
  // Keyed by hash, so that growth of `strings_` cannot leave a key dangling.
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> index_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_STRINGS_H_
