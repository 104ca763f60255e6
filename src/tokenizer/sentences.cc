#include "tokenizer/sentences.h"

#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

bool is_closer(std::string_view form) {
  return form == "\"" || form == "\u201D" || form == "\u2019" || form == "'" || form == "''" || form == ")" ||
         form == "]" || form == "\u2019\u2019";
}

bool touches(const Document& doc, std::uint32_t i) {
  return doc.tokens[i].span.begin == doc.tokens[i - 1].span.end;
}

// True when the sentence may end after token `i`, closers left out.
bool is_terminal(const Lexicon& lexicon, const Document& doc, std::uint32_t i) {
  const std::string_view form = doc.at(doc.tokens[i].span);
  const char last = form.back();
  if (last == '!' || last == '?' || form == "\u2026") return true;
  if (last != '.') return false;
  const FoldedWord word(form.substr(0, form.size() - 1));
  return form.size() == 1 || form[0] == '.' ||
         !(lexicon.has(WordList::titles, word.view()) || form.size() == 2);
}

bool may_begin(const Document& doc, std::uint32_t i, bool sure) {
  const Glyph first = glyph_at(doc.text, doc.tokens[i].span.begin);
  return first.kind == GlyphKind::upper || first.kind == GlyphKind::letter ||
         (sure && first.kind != GlyphKind::lower && !is_closer(doc.at(doc.tokens[i].span))) ||
         first.value == '"' || first.value == U'\u201C' || first.value == '(';
}

}  // namespace

void split_sentences(const Lexicon& lexicon, Document& doc, std::uint32_t first) {
  const auto last = static_cast<std::uint32_t>(doc.tokens.size());
  std::uint32_t begin = first;
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    if (!is_terminal(lexicon, doc, i)) continue;
    std::uint32_t next = i + 1;
    while (next < last && touches(doc, next) && is_closer(doc.at(doc.tokens[next].span))) ++next;
    if (next == last || touches(doc, next)) continue;
    const bool stop = doc.at(doc.tokens[i].span) == ".";
    if (!may_begin(doc, next, stop)) continue;
    doc.sentences.push_back({begin, next});
    begin = next;
    i = next - 1;
  }
  if (begin < last) doc.sentences.push_back({begin, last});
}

}  // namespace hearsay
