// XML from outside, as events: expat with what attacks use turned off.
//
// No entity is declared or read from elsewhere, so none expands; depth is bounded; encodings are
// those of pages. Threads: one.
#ifndef HEARSAY_SRC_XML_XML_PARSER_H_
#define HEARSAY_SRC_XML_XML_PARSER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/result.h"

struct XML_ParserStruct;

namespace hearsay {

// "newsItem" of "nar:newsItem".
std::string_view local_name(std::string_view qualified);

// The attributes of an element, in order. They live as long as the call that they are given to.
class XmlAttributes {
 public:
  struct Attribute {
    std::string_view name, value;
  };
  // `pairs`: names and values in turn, ended by a null.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  // The first value of this name, whatever its case, as it stands there, with its prefix; "" where there is
  // none.
  std::string_view find(std::string_view qualified) const;

  // Of this name, whatever its prefix.
  std::string_view find_local(std::string_view name) const;

  template <typename Receive>
  void for_each(Receive receive) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) receive(Attribute{pair[0], pair[1]});
  }

 private:
  const char* const* pairs_;
};

// Receives what an XML text holds. Names are as they stand there, with their prefixes.
class XmlReceiver {
 public:
  virtual ~XmlReceiver() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view bytes) = 0;
  // A reference to an entity of a DTD that is not read: "nbsp".
  virtual void reference(std::string_view) {}
  // Asked after the beginning and the end of an element. False: no more is read, which is no error.
  virtual bool wants_more() const { return true; }
  // Likewise: "expected ..., found ..." where the text is not what is wanted; "" where it is.
  virtual std::string problem() const { return ""; }
};

class XmlParser {
 public:
  static constexpr int kMostDepth = 256;

  // `receiver` must outlive the parser. `encoding`: of the text, whatever it says; nullptr: what it says.
  explicit XmlParser(XmlReceiver& receiver, const char* encoding = nullptr);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // Gives the receiver what is in `bytes`. False where it wants no more. Fails with invalid_input where they
  // are no XML, nest too deep or declare entities, and with the receiver's problem; the message has no place.
  // After either, no more may be given.
  Result<bool> parse(std::string_view bytes, bool last);

  // How many bytes were parsed, up to the fault where there was one.
  std::uint64_t position() const;

  // The line of that byte, from 1.
  std::uint64_t line() const;

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
  bool stopped_ = false;
  std::uint64_t stopped_at_ = 0, stopped_line_ = 0;
  std::string fault_;  // of ours or the receiver's, not expat's
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_XML_XML_PARSER_H_
