#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "format/claim_words.h"
#include "format/date_words.h"
#include "format/explain_words.h"
#include "format/paragraphs.h"
#include "format/source_groups.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

constexpr std::string_view kReset = "\033[0m";
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kFaint = "\033[2m";
constexpr std::string_view kSourceStyle = "\033[1;36m";  // bold cyan
constexpr std::string_view kCueStyle = "\033[33m";       // yellow

class Page {
 public:
  explicit Page(const TextOptions& options) : options_(options) {}

  std::string styled(std::string_view style, std::string_view text) const {
    if (!options_.color || text.empty()) return std::string(text);
    return std::string(style) + std::string(text) + std::string(kReset);
  }

  // Wrapped, each line indented and styled.
  void add_wrapped(std::string_view style, std::string_view text, int indent) {
    for (const std::string& line : wrap(text, std::max(20, options_.width - indent))) {
      text_ += std::string(static_cast<std::size_t>(indent), ' ') + styled(style, line) + "\n";
    }
  }

  void add(std::string_view text) { text_ += text; }
  int width() const { return options_.width; }
  std::string take() { return std::move(text_); }

 private:
  const TextOptions& options_;
  std::string text_;
};

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string joined(const Document& doc, const std::vector<Span>& spans, std::string_view between) {
  std::string text;
  for (const Span span : spans) {
    if (!text.empty()) text += between;
    text += printable(doc.at(span));
  }
  return text;
}

void add_headline(const Document& doc, Page& page) {
  const Metadata& m = doc.metadata;
  std::string title = printable(m.title);
  for (const std::string* name : {&m.file, &m.id, &m.url}) {
    if (title.empty()) title = printable(*name);
  }
  page.add_wrapped(kBold, title.empty() ? "Untitled" : title, 0);
  std::string line;
  for (const std::string* part : {&m.publisher, &m.published, &m.byline}) {
    if (part->empty()) continue;
    if (!line.empty()) line += " · ";
    line += printable(*part);
  }
  page.add_wrapped(kFaint, line, 0);
  if (std::string status = status_words(m.status); !status.empty()) {
    status.front() = static_cast<char>(status.front() - 'a' + 'A');
    page.add_wrapped(kBold, status, 0);
  }
}

// What speaks for the claim, a part a line; the lines after a part's first are indented.
void add_explanation(const Document& doc, std::uint32_t i, int indent, Page& page) {
  for (const Explained& e : explain_in_words(doc, i)) {
    page.add_wrapped(kFaint, "· " + std::string(e.part) + ": " + e.words, indent + 2);
  }
}

void add_claim(const Document& doc, std::uint32_t i, Page& page) {
  constexpr int kIndent = 7;
  const Attribution& a = doc.attributions[i];
  std::string margin = place_words(doc, a);
  margin.insert(0, static_cast<std::size_t>(std::max(0, kIndent - 2 - column_width(margin))), ' ');
  page.add(page.styled(kFaint, margin) + "  ");
  page.add(page.styled(kCueStyle, joined(doc, a.cue, " … ")));
  page.add(page.styled(kFaint, " · " + std::string(to_string(a.form))));
  if (const std::string_view act = act_words(a); !act.empty()) page.add(" · " + std::string(act));
  if (const std::string said = said_words(doc, i); !said.empty()) page.add(" · " + printable(said));
  page.add("\n");
  if (a.parent != kNone) page.add_wrapped(kFaint, "in what " + printable(inside_words(doc, a)), kIndent);
  page.add_wrapped("", joined(doc, a.content, " […] "), kIndent);
  add_explanation(doc, i, kIndent, page);
}

void add_group(const Document& doc, const SourceGroup& group, Page& page) {
  page.add("\n");
  page.add_wrapped(kSourceStyle, group.name.empty() ? "no source named" : group.name, 0);
  for (const std::uint32_t i : group.attributions) add_claim(doc, i, page);
}

void add_counts(const Document& doc, const std::vector<SourceGroup>& groups, Page& page) {
  std::array<std::size_t, kFormCount> forms{};
  for (const Attribution& a : doc.attributions) ++forms[static_cast<std::size_t>(a.form)];
  const std::size_t sources = groups.size() - (!groups.empty() && groups.back().name.empty() ? 1 : 0);
  if (const std::string why = why_unread(doc); !why.empty()) {
    page.add("\n");
    page.add_wrapped(kFaint, "Not read: " + printable(why), 0);
    return;
  }
  std::string line = doc.attributions.empty() ? "No claims found."
                                              : count(doc.attributions.size(), "claim", "claims") + " by " +
                                                    count(sources, "source", "sources");
  std::string_view between = ": ";
  for (int form = 0; form < kFormCount; ++form) {
    if (forms[static_cast<std::size_t>(form)] == 0) continue;
    line += std::string(between) + std::to_string(forms[static_cast<std::size_t>(form)]) + " " +
            std::string(to_string(static_cast<Form>(form)));
    between = ", ";
  }
  page.add("\n");
  page.add_wrapped(kFaint, line, 0);
}

void add_timeline(const Document& doc, Page& page) {
  if (doc.events.empty()) return;
  constexpr int kIndent = 7;
  page.add("\n");
  page.add_wrapped(kSourceStyle, "Dated in the article", 0);
  for (const std::uint32_t i : timeline(doc)) {
    const Event& event = doc.events[i];
    std::string margin = "¶" + std::to_string(paragraph_number(doc, event.span.begin));
    margin.insert(0, static_cast<std::size_t>(std::max(0, kIndent - 2 - column_width(margin))), ' ');
    page.add(page.styled(kFaint, margin) + "  ");
    page.add(page.styled(kCueStyle, printable(date_words(doc, doc.times[event.time]))) + "\n");
    page.add_wrapped("", printable(event_words(doc, event)), kIndent);
  }
}

}  // namespace

std::string to_text(const Document& doc, const TextOptions& options) {
  Page page(options);
  add_headline(doc, page);
  const std::vector<SourceGroup> groups = group_by_source(doc);
  for (const SourceGroup& group : groups) add_group(doc, group, page);
  add_timeline(doc, page);
  add_counts(doc, groups, page);
  return page.take();
}

}  // namespace hearsay
