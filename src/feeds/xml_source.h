// Bytes that ought to be XML, as text that an XML parser takes.
//
// Feeds on the web lie about their charset, use HTML's entities, leave "&" and "<" bare in titles, hold
// control characters, and begin with blank lines. All of that is repaired; what is nested or
// closed wrongly is not.
#ifndef HEARSAY_SRC_FEEDS_XML_SOURCE_H_
#define HEARSAY_SRC_FEEDS_XML_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/result.h"
#include "xml/xml_parser.h"

namespace hearsay {

class XmlSource {
 public:
  // `bytes` must outlive the object. `content_type`: as HTTP gave it, or empty.
  XmlSource(std::string_view bytes, std::string_view content_type);

  // The next piece of the text, about 64 KiB of it: UTF-8, without an XML declaration, with the line
  // ends of `bytes`. Empty at the end. O(piece).
  std::string_view next();

  // Which of `bytes` became the byte `offset` of all the pieces together; nothing where they were in another
  // encoding than UTF-8. Requires: next() was not called. O(offset).
  std::optional<std::uint64_t> origin_of(std::uint64_t offset);

 private:
  void step();  // copies the next thing to the piece
  void skip_declaration();
  void read_entity();
  void read_character();
  // Copies to the end of what ends with `end`, or to the piece's.
  void copy_verbatim();

  std::string decoded_;            // empty: the bytes are UTF-8
  std::string_view rest_;          // what was not read yet
  std::string_view verbatim_end_;  // "-->" in a comment, "]]>" in CDATA
  bool in_tag_ = false;
  std::size_t skipped_ = 0;        // bytes before the text
  std::size_t skipped_lines_ = 0;  // among them; the first piece begins with as many
  std::string piece_;
};

// Reads all of `bytes`, repaired. Fails with invalid_input, naming `name`, the line and, as origin_of(), the
// byte, where XmlParser does.
Result<Success> read_repaired_xml(std::string_view bytes, std::string_view content_type,
                                  std::string_view name, XmlReceiver& receiver);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_XML_SOURCE_H_
