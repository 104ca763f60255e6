// XML as events, bounded: depth, and no entities but XML's own.
#ifndef HEARSAY_SRC_FEEDS_XML_READER_H_
#define HEARSAY_SRC_FEEDS_XML_READER_H_

#include <string>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

inline constexpr int kMostDepth = 256;

// The attributes of an element, in order.
class XmlAttributes {
 public:
  struct Attribute {
    std::string_view name, value;
  };
  // `pairs`: names and values in turn, ended by a null.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  // "" where there is none of this name, whatever its case.
  std::string_view find(std::string_view name) const;

  template <typename Receive>
  void for_each(Receive receive) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) receive(Attribute{pair[0], pair[1]});
  }

 private:
  const char* const* pairs_;
};

// Receives what an XML text holds. Names are as they stand there, with their prefixes.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view words) = 0;
  // Asked after each of these. False: no more is read, which is no error.
  virtual bool wants_more() const = 0;
  // Likewise: "expected ..., found ..." where the text is not what is wanted; "" where it is.
  virtual std::string problem() const = 0;
};

// Reads all of `bytes`. Fails with invalid_input, naming `name` and the line, where they are no
// XML even after XmlSource's repairs, where they are nested deeper than kMostDepth or
// declare entities, and with what problem() says.
Result<Success> read_xml(std::string_view bytes, std::string_view content_type, std::string_view name,
                         XmlVisitor& visitor);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_XML_READER_H_
