#include "feeds/opml.h"

#include <set>
#include <utility>

#include "feeds/feed_item.h"
#include "feeds/markup_text.h"
#include "feeds/xml_source.h"

namespace hearsay {
namespace {

class OpmlVisitor : public XmlReceiver {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (++depth_ == 1 && name != "opml" && name != "OPML") {
      problem_ = "expected a list of feeds (OPML), found XML that begins with <" +
                 std::string(name.substr(0, 40)) + ">";
    }
    std::string url = one_line(attributes.find("xmlUrl"));
    if (url.empty() || !seen_.insert(url).second) return;
    std::string title = markup_line(attributes.find("title"));
    if (title.empty()) title = markup_line(attributes.find("text"));
    feeds_.push_back({.url = std::move(url), .title = std::move(title)});
  }
  void end(std::string_view) override { --depth_; }
  void text(std::string_view) override {}
  std::string problem() const override { return problem_; }
  std::vector<OpmlFeed> take() { return std::move(feeds_); }

 private:
  int depth_ = 0;
  std::set<std::string> seen_;
  std::vector<OpmlFeed> feeds_;
  std::string problem_;
};

}  // namespace

Result<std::vector<OpmlFeed>> read_opml(std::string_view bytes, std::string_view name) {
  OpmlVisitor visitor;
  if (const auto done = read_repaired_xml(bytes, "", name, visitor); !done) return done.error();
  std::vector<OpmlFeed> feeds = visitor.take();
  if (feeds.empty()) {
    return Error{ErrorCode::invalid_input,
                 std::string(name) + ": expected outlines with xmlUrl, the addresses of feeds, found none"};
  }
  return feeds;
}

}  // namespace hearsay
