// Items of NewsML-G2 and NITF out of the events of XML.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_NEWSML_ITEMS_H_
#define HEARSAY_SRC_ARCHIVES_NEWSML_ITEMS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "format/ninjs.h"
#include "xml/xml_parser.h"

namespace hearsay {

struct FoundItem {
  NewsItem item;
  bool too_large = false;  // what it holds is not all there
};

// A newsItem gives guid, version, headline, byline, creditline or infoSource, dates, language, pubStatus,
// signals, edNote and the body: inline XML (NITF, XHTML) as HTML, or inline data. NITF alone gives the same
// of its own elements.
class NewsmlItems : public XmlReceiver {
 public:
  void begin(std::string_view qualified, const XmlAttributes& attributes) override;
  void end(std::string_view qualified) override;
  void text(std::string_view bytes) override;
  void reference(std::string_view name) override;

  std::deque<FoundItem> found;  // items that are whole, to be taken away
  std::uint64_t others = 0;     // items of other kinds: packages, concepts

 private:
  void set_status(std::string_view code);
  void begin_nitf_head(std::string_view name, const XmlAttributes& attributes);
  void begin_item(const XmlAttributes& attributes);
  void end_item();
  void begin_field(std::string_view name, const XmlAttributes& attributes);
  void begin_markup(std::string_view name, const XmlAttributes& attributes);
  void end_markup(std::string_view name);
  void append(std::string_view bytes);
  void begin_text(std::string& field);

  FoundItem current_;
  bool inside_ = false;           // of an item
  bool nitf_alone_ = false;       // the item is a document of NITF
  int markup_ = 0;                // depth within the body's markup, 0 outside
  int hidden_ = 0;                // depth within markup that is not for readers
  std::string* field_ = nullptr;  // what text belongs to
  std::size_t field_depth_ = 0;   // of the element that is this field
  std::string created_, version_created_, by_, credit_, source_, provider_, data_, type_;
  std::vector<std::string> open_;  // names of the item's open elements
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_NEWSML_ITEMS_H_
