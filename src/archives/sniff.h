// What bytes are, by how they begin.
#ifndef HEARSAY_SRC_ARCHIVES_SNIFF_H_
#define HEARSAY_SRC_ARCHIVES_SNIFF_H_

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class Format : std::uint8_t {
  text,  // whatever is nothing else
  html,
  jsonl,
  conllu,
  warc,
  mbox,    // also one message as it is
  newsml,  // NewsML-G2, and NITF alone
  ninjs,
  feed,  // RSS, Atom, JSON Feed or OPML
  other  // something known that holds no articles; Sniffed::name says what
};

struct Sniffed {
  Format format = Format::text;
  std::string_view name;  // with its article, for messages: "an RSS feed"; lives for ever
};

// How many bytes sniff() wants to see, where there are as many.
inline constexpr std::size_t kSniffBytes = std::size_t{16} << 10;

// True if the first line says that the rest is text or JSON Lines, so that nobody has to wait for
// more of a stream that comes line by line.
bool is_enough_to_sniff(std::string_view begin);

// `path` decides where the content does not: CoNLL-U without comments, JSON Lines whose first line is
// broken, a page that begins with words.
Sniffed sniff(std::string_view begin, std::string_view path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_SNIFF_H_
