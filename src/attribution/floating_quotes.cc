#include "attribution/floating_quotes.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/token_spans.h"

namespace hearsay {
namespace {

// Shorter ones are titles, words and answers.
constexpr std::uint32_t kShortest = 6;

// Single marks are those of headings as often as not.
bool is_pair(std::string_view open, std::string_view close) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"\"", "\""},         {"``", "''"},         {"\u201c", "\u201d"},
      {"\u201e", "\u201c"}, {"\u201e", "\u201d"}, {"\u00ab", "\u00bb"}};
  return std::find(std::begin(kPairs), std::end(kPairs), std::pair(open, close)) != std::end(kPairs);
}

// A quotation and nothing else, closed at its end.
bool is_floating(const Document& doc, const Facts& facts, std::uint32_t p) {
  const std::uint32_t begin = facts.paragraph_begin(p);
  const std::uint32_t end = facts.paragraph_end(p);
  return end - begin >= kShortest &&
         is_pair(doc.at(doc.tokens[begin].span), doc.at(doc.tokens[end - 1].span)) &&
         facts.quotes[begin].state == QuoteState::open && facts.quotes[end - 1].state == QuoteState::close &&
         std::all_of(facts.quotes.begin() + begin, facts.quotes.begin() + end,
                     [](const QuoteToken& q) { return q.depth > 0; });
}

// Does the paragraph ask something?
bool asks(const Document& doc, const Facts& facts, std::uint32_t p) {
  for (std::uint32_t i = facts.paragraph_begin(p); i < facts.paragraph_end(p); ++i) {
    if (doc.text[doc.tokens[i].span.end - 1] == '?') return true;
  }
  return false;
}

class Speakers {
 public:
  Speakers(const Facts& facts, const Document& doc)
      : facts_(facts), last_(facts.paragraphs.size(), kNone), taken_(facts.paragraphs.size(), false) {
    for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
      const Attribution& a = doc.attributions[i];
      for (const auto* role : {&a.source, &a.cue, &a.content}) {
        for (const Span s : *role) take(tokens_under(doc, s));
      }
      const Window cue = tokens_under(doc, a.cue.front());
      if (!a.source.empty() && cue.first < cue.last) last_[facts.tokens[cue.first].paragraph] = i;
    }
  }

  // The last attribution of paragraph p that has a source, or kNone.
  std::uint32_t& last(std::uint32_t p) { return last_[p]; }
  bool is_taken(std::uint32_t p) const { return taken_[p]; }

 private:
  void take(Window w) {
    if (w.first == w.last) return;
    for (auto p = facts_.tokens[w.first].paragraph; p <= facts_.tokens[w.last - 1].paragraph; ++p)
      taken_[p] = true;
  }

  const Facts& facts_;
  std::vector<std::uint32_t> last_;
  std::vector<bool> taken_;
};

}  // namespace

void add_floating_quotes(const Facts& facts, Document& doc) {
  Speakers speakers(facts, doc);
  for (std::uint32_t p = 1; p + 1 < facts.paragraphs.size(); ++p) {
    const std::uint32_t speaker = speakers.last(p - 1);
    if (speaker == kNone || facts.is_unread(p) || speakers.is_taken(p) || !is_floating(doc, facts, p) ||
        asks(doc, facts, p - 1))
      continue;
    Attribution& a = doc.attributions[speaker];
    const Span quote{doc.tokens[facts.paragraph_begin(p)].span.begin,
                     doc.tokens[facts.paragraph_end(p) - 1].span.end};
    if (quote.begin < a.content.back().end) continue;
    a.content.push_back(quote);
    if (!doc.explanations.empty()) doc.explanations[speaker].by_rule = quote;
    if (a.form == Form::indirect) a.form = Form::mixed;
    speakers.last(p) = speaker;
  }
}

}  // namespace hearsay
