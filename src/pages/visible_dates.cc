#include "pages/visible_dates.h"

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kMaxDates = 300;
constexpr std::uint32_t kRunBytes = 160;  // what stands around a date in one line
constexpr int kFirstYear = 1990;          // of the web

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

// The words, in lower case and without marks, that say of a date what it is of.
DateRole role_of_words(std::string_view words) {
  if (holds_any(words, {"updat",    "modif",      "last edit",  "changed",   "revis",    "aktuali",
                        "geandert", "mis a jour", "maj ",       "actuali",   "aggiorn",  "bijgewerkt",
                        "uppdater", "oppdater",   "opdater",    "atualiz",   "обновлен", "更新",
                        "修正",     "last-mod",   "paivitetty", "ενημερωση", "guncelle", "reviewed"})) {
    return DateRole::modified;
  }
  if (holds_any(words,
                {"publish",   "posted",    "veroffentlicht", "erstellt",    "publi",      "pubbl",
                 "gepost",    "geplaatst", "created",        "datecreated", "posted",     "опубликован",
                 "julkaistu", "yayin",     "δημοσιε",        "eingestellt", "erschienen", "written on",
                 "issued",    "pubdate",   "released",       "added"})) {
    return DateRole::published;
  }
  return DateRole::unsaid;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const PageEvidence& evidence, const DateQuestion& question)
      : tree_(tree), evidence_(evidence), question_(question), order_(date_order_of(question.language)) {
    const std::uint32_t t = question.title;
    title_begin_ = t == 0 ? 0 : evidence.text_before[t];
    title_end_ = t == 0 ? 0 : evidence.text_before[tree[t].end];
  }

  std::vector<VisibleDate> find() {
    for (std::uint32_t i = std::max(evidence_.body, 1u); i < tree_.size() && dates_.size() < kMaxDates; ++i) {
      if (tree_[i].tag == HtmlTag::time) read_machine(i, tree_.attribute(i, "datetime"));
      if (tree_[i].tag == HtmlTag::abbr) read_machine(i, tree_.attribute(i, "title"));
      if (tree_[i].attribute_count > 0) read_item(i);
      if (i < read_until_ || tree_[i].tag != HtmlTag::text || !has_digit(tree_[i].text)) continue;
      if (evidence_.text_before[i + 1] == evidence_.text_before[i]) continue;  // not visible
      read_run(run_around(i));
    }
    return std::move(dates_);
  }

 private:
  static bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  }

  // The largest element around a text that is still one line.
  std::uint32_t run_around(std::uint32_t text) const {
    std::uint32_t run = text;
    while (run != evidence_.body && run != 0) {
      const std::uint32_t parent = tree_[run].parent;
      if (text_size(tree_, evidence_, parent) > kRunBytes || parent == 0) break;
      if (question_.title != 0 && holds_title(parent)) break;
      run = parent;
    }
    return run;
  }

  // The value of a datetime attribute is what machines read, and no text around it says more.
  void read_machine(std::uint32_t node, std::string_view value) {
    if (value.size() < 8) return;
    auto date = read_date_value(value, order_);
    if (!date) return;
    const std::string text = text_size(tree_, evidence_, node) <= kRunBytes ? tree_.text_of(node) : "";
    const auto shown = find_date(text, order_);
    if (shown && is_local_day_of(shown->date, *date)) date = shown->date;
    add(*date, node, ' ' + folded(text) + ' ', 1);
  }

  void read_item(std::uint32_t node) {
    const std::string_view item = tree_.attribute(node, "itemprop");
    if (item.find("date") == std::string_view::npos && item.find("Date") == std::string_view::npos) return;
    for (const std::string_view name : {"content", "datetime"}) {
      const std::string_view value = tree_.attribute(node, name);
      if (const auto date = value.empty() ? std::nullopt : read_date_value(value, order_)) {
        return add(*date, node, "", 2);
      }
    }
  }

  // All dates of a line, each with the words before it.
  void read_run(std::uint32_t run) {
    read_until_ = std::max(read_until_, tree_[run].end);
    const bool long_text = text_size(tree_, evidence_, run) > kRunBytes;
    const std::string line = tree_.text_of(run);
    const std::string_view text = cut_text(line, kMaxDateBytes);
    std::string_view rest = text;
    for (int count = 0; count < 4; ++count) {
      const auto place = find_date(rest, order_);
      if (!place || (long_text && place->begin > 60)) return;
      const std::uint32_t label = place->begin - std::min(place->begin, 40u);
      const std::string words = ' ' + folded(valid_from(rest, label, place->begin)) + ' ';
      const bool is_sentence =
          tree_[run].tag == HtmlTag::p && place->begin > 40 && rest.size() == text.size();
      add(place->date, run, words, long_text || is_sentence ? -3 : 0);
      rest.remove_prefix(place->end);
    }
  }

  // [begin, end), begun a little earlier where that would cut a character.
  static std::string_view valid_from(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return text.substr(begin, end - begin);
  }

  void add(const WrittenDate& date, std::uint32_t node, std::string_view words, int bonus) {
    if (date.year < kFirstYear || dates_.size() >= kMaxDates) return;
    VisibleDate found{.date = date, .role = role_of_words(words), .score = bonus, .node = node};
    if (found.role == DateRole::published) found.score += 2;
    if (holds_any(words, {"regist", "joined", "member since", "current time", "aktuelle zeit", "copyright",
                          "born", "geboren"})) {
      found.score -= 6;
    }
    weigh_context(found);
    weigh_distance(found);
    dates_.push_back(found);
  }

  // Whether what is said of a node is said of the title, too.
  bool holds_title(std::uint32_t node) const {
    return node <= question_.title && question_.title < tree_[node].end;
  }

  std::uint32_t holder_of_both(std::uint32_t node) const {
    while (node > 0 && !holds_title(node)) node = tree_[node].parent;
    return node;
  }

  bool is_inside_article(std::uint32_t node) const {
    int level = 0;
    for (std::uint32_t n = tree_[node].parent; n > evidence_.body && level < 24;
         n = tree_[n].parent, ++level) {
      if (tree_[n].tag == HtmlTag::article) return true;
    }
    return false;
  }

  void weigh_context(VisibleDate& found) const {
    std::string near, far;
    int level = 0;
    for (std::uint32_t n = found.node; n > evidence_.body && level < 24; n = tree_[n].parent, ++level) {
      if (question_.title != 0 && level > 2 && holds_title(n)) break;
      const HtmlTag tag = tree_[n].tag;
      if (tag == HtmlTag::nav || tag == HtmlTag::aside) found.score -= 4;
      if (tag == HtmlTag::blockquote) found.score -= 5;
      if (tag == HtmlTag::footer) found.score -= is_inside_article(n) ? 1 : 4;
      if (tag == HtmlTag::article && level > 0) found.score += 1;
      for (const HtmlAttribute& attribute : tree_.attributes(n)) {
        const bool says = attribute.name == "class" || attribute.name == "id" ||
                          attribute.name == "itemprop" || attribute.name == "pubdate" ||
                          attribute.name == "data-testid";
        if (!says) continue;
        std::string& words = level < 3 ? near : far;
        words += ' ';
        words += attribute.name == "pubdate"
                     ? "pubdate"
                     : folded(attribute.value.substr(0, ascii_prefix(attribute.value)));
      }
    }
    near += ' ';
    far += ' ';
    if (found.role == DateRole::unsaid) found.role = role_of_words(near);
    if (holds_any(near, {"date", "time", "publish", "posted", "byline", "meta", "submitted", "info", "datum",
                         "fecha"})) {
      found.score += 2;
    }
    if (near.find("datepublished") != std::string::npos || near.find("pubdate") != std::string::npos)
      found.score += 3;
    const auto bad = {"comment",  "related",   "sidebar",  "footer",  "widget",    " nav",
                      "calendar", "recent",    "latest",   "popular", "teaser",    " card ",
                      " more ",   "copyright", " archive", " event",  "recommend", " menu",
                      "promo",    " list ",    "profile",  "tweet"};
    for (const std::string_view word : bad) {
      if (near.find(word) != std::string::npos || far.find(word) != std::string::npos) found.score -= 2;
    }
    for (const std::string_view word : {"comment", "related", "sidebar"}) {
      if (near.find(word) != std::string::npos || far.find(word) != std::string::npos) found.score -= 4;
    }
  }

  static std::size_t ascii_prefix(std::string_view text) {
    const auto* end =
        std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return std::min<std::size_t>(static_cast<std::size_t>(end - text.begin()), 200);
  }

  void weigh_distance(VisibleDate& found) const {
    if (question_.title == 0) return;
    const std::uint32_t at = evidence_.text_before[found.node];
    const std::uint32_t end = evidence_.text_before[tree_[found.node].end];
    if (at >= title_end_) {
      const std::uint32_t distance = at - title_end_;
      found.score += distance < 300 ? 4 : distance < 1000 ? 2 : 0;
    } else if (end <= title_begin_) {
      // Above the title stands today's date, too, but then in another part of the page.
      const std::uint32_t distance = title_begin_ - end;
      const bool with_title =
          distance < 60 || (distance < 200 && text_size(tree_, evidence_, holder_of_both(found.node)) <
                                                  title_end_ - title_begin_ + 500);
      found.score += with_title ? 3 : distance < 500 ? 0 : -2;
    } else {
      found.score += 3;
    }
  }

  const HtmlTree& tree_;
  const PageEvidence& evidence_;
  const DateQuestion& question_;
  DateOrder order_;
  std::uint32_t title_begin_ = 0, title_end_ = 0;
  std::uint32_t read_until_ = 0;
  std::vector<VisibleDate> dates_;
};

}  // namespace

std::vector<VisibleDate> find_visible_dates(const HtmlTree& tree, const PageEvidence& evidence,
                                            const DateQuestion& question) {
  return Finder(tree, evidence, question).find();
}

}  // namespace hearsay
