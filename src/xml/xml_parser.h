// XML from outside, as events: expat with what attacks use turned off.
//
// No entity is declared or read from elsewhere, so none expands; depth is bounded; encodings are
// those of pages. Threads: one.
#ifndef HEARSAY_SRC_ARCHIVES_XML_PARSER_H_
#define HEARSAY_SRC_ARCHIVES_XML_PARSER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/result.h"

struct XML_ParserStruct;

namespace hearsay {

// Attributes of an element; names without their prefixes. Lives as long as the call that it is given to.
class ElementAttributes {
 public:
  explicit ElementAttributes(const char** pairs) : pairs_(pairs) {}
  // "" where there is none.
  std::string_view get(std::string_view name) const;

 private:
  const char** pairs_;
};

// Names come without their prefixes: "newsItem" of "nar:newsItem".
class XmlReceiver {
 public:
  virtual ~XmlReceiver() = default;
  virtual void begin(std::string_view name, const ElementAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view bytes) = 0;
  // A reference to an entity of a DTD that is not read: "nbsp".
  virtual void reference(std::string_view name) = 0;
};

class XmlParser {
 public:
  static constexpr int kMostDepth = 256;

  // `receiver` must outlive the parser.
  explicit XmlParser(XmlReceiver& receiver);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // Gives the receiver what is in `bytes`. Fails with invalid_input where they are no XML, nest too deep or
  // declare entities; the message has no place. Then no more may be given.
  Result<Success> parse(std::string_view bytes, bool last);

  // How many bytes were parsed, up to the fault where there was one.
  std::uint64_t position() const;

  // True if what failed is that another document begins behind the first one.
  bool is_at_next_document() const;

 private:
  struct Events;
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };
  XmlReceiver& receiver_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  int depth_ = 0;
  std::string fault_;  // of ours, not expat's
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_XML_PARSER_H_
