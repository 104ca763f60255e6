// The compiled rules of one language: word classes, and passes of patterns over
// them. docs/time-rules.md describes the file that they are read from.
//
// Every pattern is a finite set of sequences, so a pass is a trie: the longest
// rule at a position is found in time that depends on the rules alone.
#ifndef HEARSAY_SRC_TIMES_RULES_H_
#define HEARSAY_SRC_TIMES_RULES_H_

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "times/time_value.h"

namespace hearsay {

// A word list, a literal word, or what a rule makes: index into TimeRules::classes.
using ClassId = std::uint32_t;

// Longest sequence of items that a pattern may stand for.
inline constexpr std::size_t kMaxPatternLength = 16;

// What a pattern asks of one item.
struct ItemSymbol {
  ClassId class_id = 0;
  std::uint32_t upos = 0;     // bit n: Upos n is allowed; 0: any
  bool not_quantity = false;  // not "2000 people"
  bool operator==(const ItemSymbol&) const = default;
};

struct TrieEdge {
  ItemSymbol symbol;
  std::uint32_t node = 0;
};

struct TrieNode {
  std::vector<TrieEdge> edges;  // by class
  std::int32_t variant = -1;    // index into RulePass::variants when a rule ends here
};

// A number: a constant, or a field of what a capture stands for.
struct RuleTerm {
  std::int32_t constant = 0;
  std::int32_t capture = -1;  // -1: the constant
  char arithmetic = '+';      // how it is joined to the sum before it: + - *
  TimeField field = TimeField::number;
};

enum class RuleOperationKind : std::uint8_t { set, copy, merge };

struct RuleOperation {
  RuleOperationKind kind = RuleOperationKind::set;
  TimeField field = TimeField::number;  // of set: the one that is set
  std::int32_t capture = -1;            // of copy and merge: whose fields are taken
  std::vector<RuleTerm> terms;          // of set: from left to right
};

struct TimeRule {
  std::string name;
  ClassId category = 0;
  std::vector<std::string> captures;
  std::vector<RuleOperation> operations;
  std::uint32_t line = 0;
};

// One of the sequences that a rule's patterns stand for.
struct RuleVariant {
  std::uint32_t rule = 0;
  std::vector<std::int32_t> positions;  // of each capture: item of the match, or -1
  std::uint32_t lead = 0;               // items before the expression that must be there
  std::uint32_t trail = 0;              // and after it
};

struct RulePass {
  std::vector<TrieNode> nodes{1};  // 0 is the root
  std::vector<RuleVariant> variants;
};

// That a word or a shape belongs to a class, and the number it stands for there.
struct Membership {
  ClassId class_id = 0;
  std::int32_t number = kUnset;
  bool cased = false;  // only when it begins with a capital
};

// "99:99": digits where it has 9, else the byte itself.
struct DigitShape {
  std::string pattern;
  Membership membership;
};

// A text and what is to be found in it; checked by the tests.
struct RuleTest {
  std::uint32_t line = 0;
  std::uint32_t rule = 0;
  std::string published;  // "" where the rule is tested without an anchor
  std::string text;
  struct Expected {
    std::size_t begin = 0, end = 0;  // bytes of `text`
    std::string value;
  };
  std::vector<Expected> expected;
};

// What the tense of a clause is read off: tags and lemmas of the language.
enum class TenseList : std::uint8_t { past, participle, continuing, plural, future, ahead, perfect };
inline constexpr int kTenseListCount = 7;

struct TimeRules {
  struct ClassName {
    std::string name;
    bool hidden = false;  // a part of expressions, never one itself
  };
  std::vector<ClassName> classes;
  boost::unordered_flat_map<std::string, std::vector<Membership>> words;  // by lower-case form
  std::vector<DigitShape> shapes;
  std::vector<RulePass> passes;
  std::vector<TimeRule> rules;
  std::vector<RuleTest> tests;
  std::array<std::vector<std::string>, kTenseListCount> tense;

  bool lists(TenseList list, std::string_view word) const;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_RULES_H_
