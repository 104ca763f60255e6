#include "attribution/facts.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "document/reading.h"
#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

char shape_of(CharClass c) {
  switch (c) {
    case CharClass::upper:
      return 'X';
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::mark:
      return 'x';
    case CharClass::digit:
    case CharClass::number:
      return '0';
    default:
      return '-';
  }
}

// The word's own facts. Only the first 64 bytes count, so that a token of
// megabytes costs nothing.
void read_form(std::string_view form, std::string& lower, TokenFacts& t) {
  constexpr std::size_t kLongest = 64;
  lower.clear();
  std::uint32_t shape = 2166136261u;
  char last = 0;
  for (std::size_t i = 0; i < form.size() && i < kLongest;) {
    const CodePoint c = decode_utf8(form, i);
    i += c.length;
    const CharClass k = char_class(c.value);
    const char s = shape_of(k);
    if (s != last) shape = (shape ^ static_cast<unsigned char>(s)) * 16777619u;
    last = s;
    if (k == CharClass::digit) {
      lower += '0';
    } else if (c.value == U'\u2019') {
      lower += '\'';
    } else {
      append_utf8(to_lower(c.value), lower);
    }
  }
  t.word = hash_word(lower);
  t.shape = shape;
  t.suffix2 =
      hash_word(std::string_view(lower).substr(lower.size() - std::min<std::size_t>(2, lower.size())));
  t.suffix3 =
      hash_word(std::string_view(lower).substr(lower.size() - std::min<std::size_t>(3, lower.size())));
  t.is_comma = lower == ",";
  t.is_colon = lower == ":";
}

void hash_strings(const Document& doc, std::span<const WordClassEntry> classes, FactsScratch& scratch) {
  scratch.strings.clear();
  for (const std::string& s : doc.strings) {
    to_lower(s, scratch.lower);
    scratch.strings.push_back({.hash = hash_word(scratch.lower),
                               .word_class = find_word_class(classes, hash_bytes(scratch.lower))});
  }
}

bool is_paragraph_start(const Document& doc, std::uint32_t first_token) {
  if (first_token == 0) return true;
  const std::uint32_t from = doc.tokens[first_token - 1].span.end;
  const std::string_view gap = doc.at({from, doc.tokens[first_token].span.begin});
  return std::count(gap.begin(), gap.end(), '\n') >= 2;
}

void find_paragraphs(const Document& doc, Facts& out) {
  out.paragraphs.clear();
  out.unread.clear();
  out.sentences = doc.sentences;
  std::size_t block = 0;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const std::uint32_t first = doc.sentences[s].first_token;
    const std::uint32_t begin = doc.tokens[first].span.begin;
    bool opens_block = false;
    for (; block < doc.blocks.size() && doc.blocks[block].span.begin <= begin; ++block) opens_block = true;
    if (opens_block || is_paragraph_start(doc, first)) {
      out.paragraphs.push_back(first);
      out.unread.push_back(block > 0 && !is_read(doc.blocks[block - 1].kind));
    }
    for (std::uint32_t i = first; i < doc.sentences[s].last_token; ++i) {
      out.tokens[i].sentence = s;
      out.tokens[i].paragraph = static_cast<std::uint32_t>(out.paragraphs.size() - 1);
    }
  }
}

std::uint16_t child_bit(const Arc& arc) {
  switch (arc.deprel) {
    case Deprel::nsubj:
    case Deprel::csubj:
      return arc.subtype == DeprelSubtype::pass ? kHasPassiveSubject : kHasSubject;
    case Deprel::ccomp:
      return kHasCcomp;
    case Deprel::xcomp:
      return kHasXcomp;
    case Deprel::obj:
    case Deprel::iobj:
      return kHasObject;
    case Deprel::parataxis:
      return kHasParataxis;
    case Deprel::obl:
    case Deprel::nmod:
      return kHasOblique;
    case Deprel::aux:
      return kHasAuxiliary;
    case Deprel::mark:
      return kHasMark;
    case Deprel::advcl:
      return kHasAdvcl;
    case Deprel::acl:
      return kHasAcl;
    case Deprel::cop:
      return kHasCopula;
    case Deprel::conj:
      return kHasConjunct;
    case Deprel::case_:
      return kHasCase;
    default:
      return 0;
  }
}

void read_arc(const Arc& arc, std::uint32_t i, std::vector<TokenFacts>& tokens) {
  TokenFacts& t = tokens[i];
  t.head = arc.head;
  t.deprel = arc.deprel;
  t.subtype = arc.subtype;
  if (arc.head == kNone) return;
  TokenFacts& head = tokens[arc.head];
  const std::uint16_t bit = child_bit(arc);
  head.children |= bit;
  if (bit == kHasSubject || bit == kHasPassiveSubject) head.subject = i;
  if (bit == kHasObject || (bit == kHasXcomp && head.object == kNone)) head.object = i;
  if (bit == kHasCcomp || bit == kHasParataxis || (bit == kHasAdvcl && head.clause == kNone)) head.clause = i;
  if (bit == kHasMark) head.mark_lemma = t.lemma;
  if (bit == kHasCase && head.case_lemma == 0) head.case_lemma = t.lemma;
}

}  // namespace

std::uint32_t hash_word(std::string_view lower) {
  const auto h = static_cast<std::uint32_t>(hash_bytes(lower) >> 32);
  return h == 0 ? 1 : h;
}

void measure_marks(Facts& out) {
  const auto is_mark = [&](std::uint32_t i) {
    return out.quotes[i].state == QuoteState::open || out.quotes[i].state == QuoteState::close;
  };
  for (std::size_t p = 0; p + 1 < out.paragraphs.size(); ++p) {
    std::uint16_t distance = kFar;
    for (std::uint32_t i = out.paragraphs[p]; i < out.paragraphs[p + 1]; ++i) {
      if (is_mark(i)) distance = 0;
      out.tokens[i].to_last_mark = distance;
      if (distance < kFar) ++distance;
    }
    distance = kFar;
    for (std::uint32_t i = out.paragraphs[p + 1]; i-- > out.paragraphs[p];) {
      if (is_mark(i)) distance = 0;
      out.tokens[i].to_next_mark = distance;
      if (distance < kFar) ++distance;
    }
  }
}

void collect_facts(const Document& doc, std::span<const WordClassEntry> classes, FactsScratch& scratch,
                   Facts& out) {
  out.tokens.assign(doc.tokens.size(), {});
  hash_strings(doc, classes, scratch);
  find_paragraphs(doc, out);
  match_quotes(doc.text, doc.tokens, out.paragraphs, out.quotes);
  out.paragraphs.push_back(static_cast<std::uint32_t>(doc.tokens.size()));
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    TokenFacts& t = out.tokens[i];
    read_form(doc.at(doc.tokens[i].span), scratch.lower, t);
    if (doc.tags.empty()) continue;
    const LemmaFacts lemma = scratch.strings[doc.tags[i].lemma];
    t.lemma = lemma.hash;
    t.xpos = scratch.strings[doc.tags[i].xpos].hash;
    t.upos = doc.tags[i].upos;
    t.word_class = lemma.word_class;
  }
  for (std::uint32_t i = 0; i < doc.arcs.size(); ++i) read_arc(doc.arcs[i], i, out.tokens);
  measure_marks(out);
}

}  // namespace hearsay
