// Features of the cue tagger, hashes made of token facts, and what relates tokens to
// a cue.
//
// A feature's number is its place in the order of emission, so any change of that
// order needs new weights and a new kAttributionVersion.
#ifndef HEARSAY_SRC_ATTRIBUTION_FEATURES_H_
#define HEARSAY_SRC_ATTRIBUTION_FEATURES_H_

#include <cstdint>
#include <vector>

#include "attribution/facts.h"
#include "model/feature_hash.h"

namespace hearsay {

// A cue: tokens [first, last), and the one among them that governs the others.
struct Cue {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head = 0;
};

// Token range [first, last) around a cue in which its source and content may lie.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// A cue that was found, and the roles that the words around it were given.
struct GuessedCue {
  Cue cue;
  Window window;
  std::uint32_t labels_begin = 0;   // into Guess::labels, one a token of the window
  double cue_probability = 0;       // that these tokens are a cue, as the taggers of tokens see it
  double is_cue = 0;                // log-odds of the same, seen from its roles
  double role_probability = 0;      // that all labels of the window hold, given the cue
  double source_certainty = 0;      // mean log-probability of the source tokens' labels; 0 if none
  double content_certainty = 0;     // the same of the content's
  std::uint8_t content_length = 0;  // bucket_of(tokens)
  bool has_source = false;
};

// What was found in a document.
struct Guess {
  std::vector<std::uint32_t> cue_at;  // per token: index of its cue, or kNone
  std::vector<GuessedCue> cues;       // in text order
  std::vector<std::uint8_t> labels;   // role labels, see crf.h
};

// A probability in twelve steps, finer towards 0 and 1.
std::uint8_t level_of(double probability);

// The level (level_of) that a token of a paragraph must reach for the paragraph to be read:
// where the linear tagger rules out all cues, the network finds next to none.
inline constexpr std::uint8_t kLeastCueLevel = 2;

// A count or distance in fourteen steps, finer towards 0.
std::uint32_t bucket_of(std::uint32_t n);

// Appends hashes to `out`, each under the next number.
class Emitter {
 public:
  Emitter(std::uint32_t first_number, std::vector<std::uint64_t>& out) : number_(first_number), out_(out) {}

  template <typename... Values>
  void operator()(Values... values) {
    out_.push_back(feature(number_++, values...));
  }

 private:
  std::uint32_t number_;
  std::vector<std::uint64_t>& out_;
};

// The token of a span that governs it: the first verb whose head lies outside, else
// the first token whose head does. Requires: first < last.
std::uint32_t head_of(const Facts& facts, std::uint32_t first, std::uint32_t last);

// Appends the features of token i as (part of) a cue.
void cue_features(const Facts& facts, std::uint32_t i, std::vector<std::uint64_t>& out);

// What relates a token of the window to the cue.
struct RoleFacts {
  std::uint32_t path = 0;              // through the tree, from the cue's head to the token
  std::uint32_t branch = 0;            // its first part: where it leaves the line from head to root, and how
  std::uint32_t branch_token = kNone;  // the token that the branch leads to
  std::uint16_t distance = 0;          // tokens from the cue's nearer end; 0 in the cue
  std::uint8_t marks = 0;              // quotation marks between, at most 3
  std::uint8_t cues = 0;               // other cues between, at most 3
  std::uint8_t commas = 0;             // commas between, at most 3
};

struct RoleScratch {
  std::vector<RoleFacts> tokens;  // one a token of the window
};

// How far from the cue roles are looked for, and the number of other cues that the
// window may hold on each side (it bounds the work on texts that are all cues).
inline constexpr std::uint32_t kReach = 80;
inline constexpr int kMaxCuesCrossed = 12;

// Is there an edge before token i, which is not the first, that no role reaches over?
// Sentences are one, unless one of the two is quoted there, and paragraphs, unless a
// quotation goes on; after the cue, neither is where a colon announces what follows.
bool ends_window(const Facts& facts, std::uint32_t i, bool after_cue);

// The tokens within reach in the cue's paragraph and in those that carry on with what
// it says: a quotation left open, or what a colon announces. `cue_at` says for each token whether
// it is in a cue (kNone: no).
Window window_of(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue);

// Fills scratch.tokens for the window.
void relate_to_cue(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue,
                   Window window, RoleScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_FEATURES_H_
