#include "syntax/name_agreement.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortest = 3;  // bytes of a name that is looked for elsewhere

// The most frequent kind; of equals the person whose last name it is, `own`, or else
// the first.
EntityKind most_frequent(const AgreementScratch::Tally& tally, EntityKind own) {
  const auto best = std::ranges::max_element(tally.places);
  for (const EntityKind kind : {tally.is_last_name ? EntityKind::person : own, own}) {
    if (tally.places[static_cast<std::size_t>(kind)] == *best) return kind;
  }
  return static_cast<EntityKind>(best - tally.places.begin());
}

bool may_begin(const Document& doc, std::uint32_t token) {
  if (doc.tags[token].upos != Upos::PROPN) return false;
  const CodePoint first = decode_utf8(doc.at(doc.tokens[token].span), 0);
  return char_class(first.value) == CharClass::upper;
}

// A known name that begins at `token`, ends before `last` and before byte `limit`:
// the longest. Its span is empty if there is none.
Name repeated_name(const Document& doc, const AgreementScratch& scratch, std::uint32_t token,
                   std::uint32_t last, std::uint32_t limit) {
  const std::uint32_t begin = doc.tokens[token].span.begin;
  for (std::uint32_t end = std::min(last, token + kMaxRepeatedName); end > token; --end) {
    const Span span{begin, doc.tokens[end - 1].span.end};
    if (span.end > limit || span.end - span.begin < kShortest) continue;
    const auto found = scratch.tallies.find(doc.at(span));
    if (found == scratch.tallies.end()) continue;
    return {span, most_frequent(found->second, EntityKind::person), false};
  }
  return {};
}

// Copies the names of a sentence to scratch.names, with those that are repeated in
// the gaps between them. `next` is the first name that is not copied yet.
void fill_sentence(const Document& doc, Sentence s, std::size_t& next, AgreementScratch& scratch) {
  for (std::uint32_t i = s.first_token; i < s.last_token;) {
    const std::uint32_t begin = doc.tokens[i].span.begin;
    if (next < doc.names.size() && doc.names[next].span.begin <= begin) {
      const std::uint32_t end = doc.names[next].span.end;
      do scratch.names.push_back(doc.names[next++]);
      while (next < doc.names.size() && doc.names[next].inner);
      while (i < s.last_token && doc.tokens[i].span.begin < end) ++i;
      continue;
    }
    const std::uint32_t limit = next < doc.names.size() ? doc.names[next].span.begin : kNone;
    Name name;
    if (may_begin(doc, i)) name = repeated_name(doc, scratch, i, s.last_token, limit);
    if (name.span.end > 0) scratch.names.push_back(name);
    do ++i;
    while (i < s.last_token && doc.tokens[i].span.begin < name.span.end);
  }
}

constexpr std::string_view kSpaces = " \n";

std::uint32_t& count_of(AgreementScratch::Tally& tally, EntityKind kind) {
  return tally.places[static_cast<std::size_t>(kind)];
}

// A longer name counts for the word that stands for it: a person's last, which is
// then a name wherever it stands; an organisation's first, if that is a name
// somewhere.
void count_part(std::string_view words, EntityKind kind, AgreementScratch& scratch) {
  if (words.find_first_of(kSpaces) == std::string_view::npos) return;
  if (kind == EntityKind::person) {
    AgreementScratch::Tally& tally = scratch.tallies[words.substr(words.find_last_of(kSpaces) + 1)];
    ++count_of(tally, kind);
    tally.is_last_name = true;
  } else if (kind == EntityKind::organization) {
    const auto first = scratch.tallies.find(words.substr(0, words.find_first_of(kSpaces)));
    if (first != scratch.tallies.end()) ++count_of(first->second, kind);
  }
}

void count_names(const Document& doc, AgreementScratch& scratch) {
  scratch.tallies.clear();
  for (const Name& name : doc.names) {
    if (!name.inner) ++count_of(scratch.tallies[doc.at(name.span)], name.kind);
  }
  for (const Name& name : doc.names) {
    if (!name.inner) count_part(doc.at(name.span), name.kind, scratch);
  }
}

}  // namespace

void agree_on_names(Document& doc, AgreementScratch& scratch) {
  count_names(doc, scratch);
  for (Name& name : doc.names) {
    if (!name.inner) name.kind = most_frequent(scratch.tallies.find(doc.at(name.span))->second, name.kind);
  }
  scratch.names.clear();
  std::size_t next = 0;
  for (const Sentence s : doc.sentences) fill_sentence(doc, s, next, scratch);
  doc.names.assign(scratch.names.begin(), scratch.names.end());
}

}  // namespace hearsay
