#include "attribution/cue_lemma.h"

#include <algorithm>
#include <string>

#include "document/unicode.h"

namespace hearsay {
namespace {

// The head and what is fixed to it, in small letters; "" unless the head only links.
std::string fixed_expression(const Cue& cue, const Document& doc) {
  if (doc.arcs.empty() || doc.arcs[cue.head].deprel != Deprel::case_) return "";
  std::uint32_t end = cue.head + 1;
  while (end < cue.last && doc.arcs[end].deprel == Deprel::fixed && doc.arcs[end].head == cue.head) ++end;
  if (end == cue.head + 1) return "";
  std::string words;
  std::string lower;
  for (std::uint32_t i = cue.head; i < end; ++i) {
    to_lower(doc.at(doc.tokens[i].span), lower);
    if (i > cue.head) words += ' ';
    words += lower;
  }
  return words;
}

}  // namespace

std::uint32_t cue_lemma(const Cue& cue, std::size_t own, Document& doc) {
  const std::string fixed = fixed_expression(cue, doc);
  if (fixed.empty()) return doc.tags[cue.head].lemma;
  const auto found =
      std::find(doc.strings.begin() + static_cast<std::ptrdiff_t>(own), doc.strings.end(), fixed);
  const auto index = static_cast<std::uint32_t>(found - doc.strings.begin());
  if (found == doc.strings.end()) doc.strings.push_back(fixed);
  return index;
}

}  // namespace hearsay
