// Finds what the rules match in one sentence.
#ifndef HEARSAY_SRC_TIMES_MATCH_H_
#define HEARSAY_SRC_TIMES_MATCH_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "times/rules.h"

namespace hearsay {

// That an item belongs to a class, and the numbers it stands for there.
struct ItemClass {
  ClassId class_id = 0;
  std::array<std::int32_t, 3> numbers{kUnset, kUnset, kUnset};
};

// A token, a piece of one ("mid", "-", "November"), or what a rule has matched.
struct TimeItem {
  Span span;
  std::uint32_t token = 0;        // the first
  std::uint32_t last_token = 0;   // the last
  std::uint32_t first_class = 0;  // [first_class, last_class) of MatchScratch::classes
  std::uint32_t last_class = 0;
  std::uint32_t value = kNone;  // index into MatchScratch::values, or kNone
  ClassId category = kNone;     // of what a rule has matched
};

struct MatchScratch {
  std::vector<TimeItem> items;
  std::vector<ItemClass> classes;
  std::vector<TimeValue> values;
  std::vector<TimeItem> next;  // the items of the pass under way
  std::string folded;
};

// Leaves in scratch.items the items of the sentence after the last pass; those
// with a category that is not hidden are time expressions. O(tokens).
void match_sentence(const TimeRules& rules, const Document& doc, Sentence sentence, MatchScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_MATCH_H_
