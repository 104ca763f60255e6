// What linking needs of one attribution, without its document: slots that can be
// compared with those of a statement in any other article.
//
// Plain data. Strings are lower case but for `excerpt`; vectors that say "sorted" are
// sorted and hold nothing twice. A Statement is bounded: no slot exceeds its maximum.
#ifndef HEARSAY_SRC_CLAIMS_STATEMENT_H_
#define HEARSAY_SRC_CLAIMS_STATEMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

inline constexpr std::size_t kMaxContentWords = 48;
inline constexpr std::size_t kMaxQuantities = 8;
inline constexpr std::size_t kMaxSlotNames = 8;  // of sides, times, places, points_to
inline constexpr std::size_t kMaxStoryNames = 16;
inline constexpr std::size_t kMaxPhrases = 4;     // of causes, places, deeds, traits
inline constexpr std::size_t kMaxSlotBytes = 96;  // of one string

// How a text names a speaker. Values are stored: never renumber.
enum class SpeakerKind : std::uint8_t {
  nobody,   // the text names none, or a pronoun that stands for none we know
  nominal,  // "the police", "two officials"
  named,
};
inline constexpr int kSpeakerKindCount = 3;

struct Speaker {
  SpeakerKind kind = SpeakerKind::nobody;
  std::string name;  // folded: the entity's fullest name, or the lemma of the noun; "" for nobody
  std::vector<std::string> sides;  // folded names of whom it speaks for, sorted
  std::string spelling;            // of the name, for people; "" where it is not known
  bool operator==(const Speaker&) const = default;
};

// A word of the content, as far as it tells what the content is about.
struct ContentWord {
  std::uint64_t key = 0;  // hash of `stem`
  std::string stem;
  std::uint8_t weight = 0;  // 1 to 9: how much two contents have in common that share it
  bool operator==(const ContentWord&) const = default;
};

inline bool has_same_key(const ContentWord& a, const ContentWord& b) { return a.key == b.key; }

// "nine missing": how many of what.
struct Quantity {
  std::int64_t thousandths = 0;  // of the unit: 9 is 9000
  std::string unit;              // what is counted: stem of a noun, "money", "metre", "second", "percent"
  std::string about;             // what is said of it, as a class: "dead", "missing"; "" where nothing is
  bool refused = false;          // "not 71"
  bool operator==(const Quantity&) const = default;
};

// "a gas leak": what stands in a slot of a content.
struct Phrase {
  std::string stem;   // of the main word, or the folded name of an entity
  std::string words;  // as they are spelled, for people
  bool operator==(const Phrase&) const = default;
};

// "the militia fired": who does it.
struct Deed {
  std::string predicate;  // stem of the verb
  Phrase actor;
  bool operator==(const Deed&) const = default;
};

// "Ada Holm is an engineer": what somebody is.
struct Trait {
  std::string who;  // stem or folded name
  Phrase what;
  bool operator==(const Trait&) const = default;
};

struct Statement {
  Speaker speaker;
  std::vector<ContentWord> words;      // sorted by key
  std::vector<ContentWord> inherited;  // sorted by key: words of the statements it points to
  std::vector<Quantity> quantities;    // in text order
  std::vector<std::string> times;      // TIMEX3 values of dates in the content, sorted
  std::vector<std::string> names;      // folded names in the content, sorted
  std::vector<std::string> story;      // last words of the names that its document mentions most, sorted
  std::vector<std::uint32_t>
      points_to;                       // sorted: attributions of the same document that "that account" means
  std::vector<Phrase> causes, places;  // in text order, as all that follow
  std::vector<Deed> deeds;
  std::vector<Trait> traits;
  std::string predicate;  // stem of the content's main word: "resign"; "" for none
  std::string excerpt;    // beginning of the content, for people
  Act act = Act::assert_;
  bool negated = false;          // the source is said not to have said it
  bool denied = false;           // the speaker holds the content's proposition to be false
  bool refusing = false;         // by cue or act it rejects what somebody said
  bool rejects = false;          // the cue rejects the content: "denied that"; not: "said it never did"
  bool told_before = false;      // made before the others of its article: "had said", "earlier said"
  bool recalled = false;         // told of the past: "had said", "repeated", "his denial"
  bool contrast = false;         // "X, not Y"; "wrong"
  bool pointing = false;         // content names a statement ("her version") or leans on one ("no such call")
  std::uint8_t confidence = 0;   // of the attribution, in percent
  std::uint32_t parent = kNone;  // number of the attribution around it
  std::uint32_t place = 0;       // index of the cue's sentence
  bool operator==(const Statement&) const = default;
};

// A statement and what its ledger knows of it.
struct PlacedStatement {
  Statement statement;
  std::string document;  // id, unique in the ledger
  std::string publisher;
  std::string published;     // ISO 8601 or ""
  std::uint32_t number = 0;  // of the attribution in its document
};

// The order in which statements were made, as far as can be told: by publication, then
// by document id; within an article first what was told before, then by number. Undated ones come first. A
// total order over a ledger.
bool comes_before(const PlacedStatement& a, const PlacedStatement& b);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_STATEMENT_H_
