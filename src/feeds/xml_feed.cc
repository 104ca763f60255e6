#include "feeds/xml_feed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "feeds/feed_date.h"
#include "feeds/markup_text.h"
#include "feeds/xml_source.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

// What an element of an item or of the feed means.
enum class Field { none, skipped, title, link, id, byline, published, updated, language, summary, content };

struct Meaning {
  string_view name;
  Field field;
};
// By what feeds call them, prefixes included: feeds that forget to declare these mean the same.
constexpr std::array<Meaning, 26> kMeanings = {{{"author", Field::byline},
                                                {"content", Field::content},
                                                {"content:encoded", Field::content},
                                                {"created", Field::published},
                                                {"dc:creator", Field::byline},
                                                {"dc:date", Field::published},
                                                {"dc:language", Field::language},
                                                {"dc:title", Field::title},
                                                {"dcterms:issued", Field::published},
                                                {"dcterms:modified", Field::updated},
                                                {"description", Field::summary},
                                                {"feedburner:origlink", Field::link},
                                                {"guid", Field::id},
                                                {"id", Field::id},
                                                {"image", Field::skipped},
                                                {"issued", Field::published},
                                                {"language", Field::language},
                                                {"link", Field::link},
                                                {"modified", Field::updated},
                                                {"pubdate", Field::published},
                                                {"published", Field::published},
                                                {"source", Field::skipped},
                                                {"summary", Field::summary},
                                                {"textinput", Field::skipped},
                                                {"title", Field::title},
                                                {"updated", Field::updated}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

string lower(string_view text) {
  string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

bool is_address(string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// Of Atom's rel and RSS's absence of it: the page, not the feed itself, its comments or a recording.
bool is_page_link(const XmlAttributes& attributes) {
  const string_view rel = attributes.find("rel");
  return rel.empty() || rel == "alternate";
}

class FeedVisitor : public XmlReceiver {
 public:
  explicit FeedVisitor(const ReceiveItem& receive) : receive_(receive) {}

  void begin(string_view qualified, const XmlAttributes& attributes) override {
    ++depth_;
    const string name = plain_name(qualified, attributes);
    if (depth_ == 1) return start_root(name, attributes);
    if (skipped_ != 0) return;
    if (field_ != Field::none) return start_markup(local_name(name));
    if (item_depth_ == 0 && (name == "item" || name == "entry")) {
      item_ = {};
      item_depth_ = depth_;
      const string_view base = attributes.find("xml:base");
      item_.base = base.empty() ? base_ : string(base);
      item_.language = string(attributes.find("xml:lang"));
      return;
    }
    start_field(name, attributes);
  }

  void end(string_view qualified) override {
    --depth_;
    if (skipped_ != 0) {
      if (depth_ < skipped_) skipped_ = 0;
      return;
    }
    if (field_ != Field::none) {
      if (depth_ >= field_depth_) return end_markup(local_name(qualified));
      return end_field();
    }
    if (item_depth_ != 0 && depth_ < item_depth_) end_item();
  }

  void text(string_view words) override {
    if (skipped_ == 0 && field_ != Field::none) value_ += inside_markup_ ? escaped(words) : string(words);
  }

  bool wants_more() const override { return wants_more_; }
  string problem() const override { return problem_; }
  Feed take() { return std::move(feed_); }

 private:
  // The name in lower case, with the prefix that everybody else has, or none.
  string plain_name(string_view qualified, const XmlAttributes& attributes) {
    // A root may give the family of all the others any prefix: "atom:feed".
    if (depth_ == 1) {
      const std::size_t colon = qualified.find(':');
      const string_view prefix = colon == qualified.npos ? string_view() : qualified.substr(0, colon + 1);
      if (lower(prefix) != "rdf:") own_prefix_ = prefix;
      attributes.for_each([&](const XmlAttributes::Attribute& a) {
        if (a.name.starts_with("xmlns:") && a.value == "http://www.w3.org/2005/Atom")
          atom_prefix_ = string(a.name.substr(6)) + ":";
      });
    }
    for (const string& prefix : {own_prefix_, atom_prefix_}) {
      if (!prefix.empty() && qualified.starts_with(prefix)) {
        qualified.remove_prefix(prefix.size());
        break;
      }
    }
    return lower(qualified);
  }

  void start_root(const string& name, const XmlAttributes& attributes) {
    if (name == "html")
      problem_ = "expected a feed, found a page";
    else if (name == "opml")
      problem_ = "expected a feed, found a list of feeds (OPML)";
    else if (name != "rss" && name != "feed" && name != "rdf:rdf" && name != "rdf" && name != "channel")
      problem_ = "expected a feed, found XML that begins with <" + name.substr(0, 40) + ">";
    base_ = string(attributes.find("xml:base"));
    feed_.language = string(attributes.find("xml:lang"));
  }

  void start_field(const string& name, const XmlAttributes& attributes) {
    const auto found =
        std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& m) { return m.name == name; });
    // "channel" and what is unknown are looked into, but in an item, where the unknown may hold
    // anything: titles of pictures, ratings, maps.
    const bool known = found != kMeanings.end();
    if ((item_depth_ != 0 && !known) || (known && found->field == Field::skipped)) {
      skipped_ = depth_;
      return;
    }
    if (!known) return;
    if (found->field == Field::link && !start_link(attributes)) return;
    if (found->field == Field::id) id_is_address_ = attributes.find("isPermaLink") != "false";
    field_ = found->field;
    field_depth_ = depth_;
    original_link_ = name == "feedburner:origlink";
    const string_view type = attributes.find("type");
    // RSS has markup wherever it has words, Atom says so.
    is_plain_ = type == "text" || type == "text/plain";
    value_.clear();
    name_.clear();
  }

  // False where the element holds no text: Atom's address is an attribute.
  bool start_link(const XmlAttributes& attributes) {
    const string_view address = attributes.find("href");
    if (address.empty()) return true;
    if (item_depth_ != 0 && is_page_link(attributes) && item_.url.empty()) item_.url = one_line(address);
    return false;
  }

  // Markup that stands in the feed as elements: XHTML, or HTML that nobody escaped. Of a person
  // in Atom, the name counts.
  void start_markup(string_view name) {
    if (field_ == Field::byline) {
      if (name != "name") skipped_ = depth_;
      value_.clear();
      return;
    }
    inside_markup_ = true;
    value_ += "<" + string(name) + ">";
  }

  void end_markup(string_view name) {
    if (field_ == Field::byline) {
      name_ = std::exchange(value_, {});
      return;
    }
    value_ += "</" + string(name) + ">";
    inside_markup_ = depth_ > field_depth_;
  }

  static string escaped(string_view words) {
    string out;
    for (const char c : words) {
      if (c == '<')
        out += "&lt;";
      else if (c == '&')
        out += "&amp;";
      else
        out += c;
    }
    return out;
  }

  void end_field() {
    const Field field = std::exchange(field_, Field::none);
    inside_markup_ = false;
    if (!name_.empty()) value_ = name_;
    item_depth_ != 0 ? set_item(field) : set_feed(field);
    value_.clear();
  }

  string line() const { return is_plain_ ? one_line(value_) : markup_line(value_); }
  string words() const { return is_plain_ ? value_ : markup_text(value_); }

  void set_feed(Field field) {
    if (field == Field::title && feed_.title.empty()) feed_.title = line();
    if (field == Field::language && feed_.language.empty()) feed_.language = one_line(value_);
  }

  void set_item(Field field) {
    switch (field) {
      case Field::title:
        if (item_.title.empty()) item_.title = line();
        break;
      case Field::link:
        if (item_.url.empty() || original_link_) item_.url = one_line(value_);
        break;
      case Field::id:
        item_.id = one_line(value_);
        if (!is_address(item_.id)) id_is_address_ = false;
        break;
      case Field::byline:
        add_byline();
        break;
      case Field::published:
        if (item_.published.empty()) item_.published = feed_date(value_);
        break;
      case Field::updated:
        item_.updated = feed_date(value_);
        break;
      case Field::language:
        item_.language = one_line(value_);
        break;
      case Field::summary:
        if (item_.summary.empty()) item_.summary = words();
        break;
      case Field::content:
        if (string text = words(); text.size() > item_.content.size()) item_.content = std::move(text);
        break;
      case Field::none:
      case Field::skipped:
        break;
    }
  }

  // "desk@paper.test (Ada Holm)", as RSS wants it, is Ada Holm.
  void add_byline() {
    string name = line();
    const std::size_t open = name.find('(');
    if (name.find('@') < open && open != name.npos && name.ends_with(')'))
      name = name.substr(open + 1, name.size() - open - 2);
    if (name.empty() || name.find('@') != name.npos || item_.byline.find(name) != string::npos) return;
    item_.byline += (item_.byline.empty() ? "" : ", ") + name;
  }

  void end_item() {
    item_depth_ = 0;
    if (item_.url.empty() && id_is_address_) item_.url = item_.id;
    id_is_address_ = false;
    if (item_.published.empty()) item_.published = item_.updated;
    wants_more_ = receive_(std::move(item_));
    item_ = {};
  }

  const ReceiveItem& receive_;
  Feed feed_;
  FeedItem item_;
  string base_, own_prefix_, atom_prefix_;
  int depth_ = 0;
  int item_depth_ = 0;  // of the open item; 0: none
  int skipped_ = 0;     // of the open element that is not looked into
  Field field_ = Field::none;
  int field_depth_ = 0;
  string value_;  // of the open field
  string name_;   // of the person in it
  bool is_plain_ = false, inside_markup_ = false;
  bool id_is_address_ = false, original_link_ = false;
  bool wants_more_ = true;
  string problem_;
};

}  // namespace

Result<Feed> read_xml_feed(string_view bytes, const FeedSource& source, const ReceiveItem& receive) {
  FeedVisitor visitor(receive);
  const Result<Success> done = read_repaired_xml(bytes, source.content_type, source.name, visitor);
  if (!done) return done.error();
  return visitor.take();
}

}  // namespace hearsay
