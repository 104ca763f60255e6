// What the taggers know of each token: numbers only, computed once a document, so
// that features are made of them without a look at the text.
#ifndef HEARSAY_SRC_ATTRIBUTION_FACTS_H_
#define HEARSAY_SRC_ATTRIBUTION_FACTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/quotes.h"
#include "attribution/word_classes.h"
#include "hearsay/document.h"

namespace hearsay {

// Relations that a token governs, as bits of TokenFacts::children.
inline constexpr std::uint16_t kHasSubject = 1;
inline constexpr std::uint16_t kHasPassiveSubject = 2;
inline constexpr std::uint16_t kHasCcomp = 4;
inline constexpr std::uint16_t kHasXcomp = 8;
inline constexpr std::uint16_t kHasObject = 16;
inline constexpr std::uint16_t kHasParataxis = 32;
inline constexpr std::uint16_t kHasOblique = 64;
inline constexpr std::uint16_t kHasAuxiliary = 128;
inline constexpr std::uint16_t kHasMark = 256;
inline constexpr std::uint16_t kHasAdvcl = 512;
inline constexpr std::uint16_t kHasAcl = 1024;
inline constexpr std::uint16_t kHasCopula = 2048;
inline constexpr std::uint16_t kHasConjunct = 4096;
inline constexpr std::uint16_t kHasCase = 8192;

// Hashes are of lower-cased text with digits as 0; 0 stands for "there is none".
struct TokenFacts {
  std::uint32_t word = 0;
  std::uint32_t lemma = 0;
  std::uint32_t xpos = 0;
  std::uint32_t shape = 0;    // "Xx", "0.0": runs of one kind shortened to one letter
  std::uint32_t suffix2 = 0;  // last 2 and 3 bytes
  std::uint32_t suffix3 = 0;
  std::uint32_t head = kNone;      // token index; kNone: root of its sentence
  std::uint32_t subject = kNone;   // token index of the (last) such child
  std::uint32_t object = kNone;    // an object or else an xcomp
  std::uint32_t clause = kNone;    // a ccomp, parataxis or else advcl
  std::uint32_t mark_lemma = 0;    // of its mark child: "that"
  std::uint32_t case_lemma = 0;    // of its case child: "to"
  std::uint32_t sentence = 0;      // index
  std::uint32_t paragraph = 0;     // index
  std::uint16_t children = 0;      // kHas... bits
  std::uint16_t to_next_mark = 0;  // tokens to the next quotation mark of the paragraph, at most kFar
  std::uint16_t to_last_mark = 0;  // ... to the one before
  WordClass word_class;
  Upos upos = Upos::X;
  Deprel deprel = Deprel::dep;
  DeprelSubtype subtype = DeprelSubtype::none;
  bool is_comma = false;
  bool is_colon = false;
};
inline constexpr std::uint16_t kFar = 100;

struct Facts {
  std::vector<TokenFacts> tokens;
  std::vector<QuoteToken> quotes;         // one a token
  std::vector<std::uint32_t> paragraphs;  // first tokens, and tokens.size() at the end
  std::vector<Sentence> sentences;        // a copy: token ranges
  // Paragraphs in which nothing is looked for (is_read); may be shorter than their number.
  std::vector<bool> unread;

  bool is_unread(std::uint32_t p) const { return p < unread.size() && unread[p]; }

  // [first, last) tokens of a paragraph.
  std::uint32_t paragraph_begin(std::uint32_t p) const { return paragraphs[p]; }
  std::uint32_t paragraph_end(std::uint32_t p) const { return paragraphs[p + 1]; }
};

struct LemmaFacts {
  std::uint32_t hash = 0;
  WordClass word_class;
};

struct FactsScratch {
  std::vector<LemmaFacts> strings;  // one for each of Document::strings
  std::string lower;
};

// Computes all facts of `doc`. Tags and arcs may be missing: their facts then stay
// empty. Paragraphs begin with the sentences that follow a blank line or open a
// block. Linear time.
void collect_facts(const Document& doc, std::span<const WordClassEntry> classes, FactsScratch& scratch,
                   Facts& out);

// The hash under which a word in small letters stands in TokenFacts.
std::uint32_t hash_word(std::string_view lower);

// Fills to_next_mark and to_last_mark of all tokens from the quotations.
void measure_marks(Facts& facts);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_FACTS_H_
