// Words as evidence of what a content is about: stems, weights, and the few closed
// classes of English that linking looks at.
//
// There is no corpus at run time, so that a word's weight is a guess at its rarity:
// numbers and long nouns weigh most, then verbs and adjectives; names weigh less than
// one would think, as all statements of a story share them; words that any news report may
// hold ("people", "make", "week") weigh next to nothing.
//
// Cost:     O(length of the word)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_CONTENT_WORDS_H_
#define HEARSAY_SRC_CLAIMS_CONTENT_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// FNV-1a, the same on every machine. Stored in ledgers: never change.
std::uint64_t word_key(std::string_view word);

// Lower case, without "the " before and "'s" behind; inner spaces single.
std::string fold_name(std::string_view name);

// The lemma without its derivational ending, so that "denial" and "deny",
// "resignation" and "resign" meet. Crude: compare only stems with stems.
std::string stem_of(std::string_view lemma);

// What a word of a name weighs; nothing else has this weight.
inline constexpr std::uint8_t kNameWeight = 3;

// 0 for what says nothing about a content, else 1 to 9.
std::uint8_t word_weight(std::string_view lemma, Upos upos);

// Classes of lemmas.
bool is_negation(std::string_view lemma);        // "not", "no", "never", "nobody"
bool is_refusing_cue(std::string_view lemma);    // "deny", "reject", "dismiss"
bool is_recalling_cue(std::string_view lemma);   // "repeat", "reiterate"
bool is_retracting_cue(std::string_view lemma);  // "withdraw", "concede", "correct"
bool is_account_noun(std::string_view lemma);    // "account", "version", "allegation"
bool is_error_word(std::string_view lemma);      // "wrong", "untrue", "mistake"
bool is_institution(std::string_view lemma);     // nouns that mean one body: "police", "ministry"
bool rules_place(std::string_view lemma);        // who speaks for a place: "mayor", "president", "ministry"

// "dead" for "kill", "die", "death"; "missing", "injured", "arrested"; "" for others.
std::string_view count_class(std::string_view lemma);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_CONTENT_WORDS_H_
