#include "claims/relate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "claims/comparison.h"

namespace hearsay {
namespace {

// Evidence, in percent of confidence before the attributions' own confidence counts.
constexpr int kPointed = 80;    // the content means the statement
constexpr int kRestated = 75;   // nearly the same words
constexpr int kAnswered = 65;   // denial with half the words
constexpr int kRecounted = 60;  // another figure for the same thing
constexpr int kInherited = 55;  // it means another statement with the same words
constexpr int kResembled = 45;  // some words

constexpr int kFullContent = 12;  // weight of a content that claims something

// How alike contents are: shared weight and its share of the lighter content.
bool is_close(const Comparison& c) { return c.shared_words >= 3 && c.shared >= 13 && c.cover >= 45; }
bool is_alike(const Comparison& c) { return c.shared_words >= 2 && c.shared >= 9 && c.cover >= 35; }
bool is_near(const Comparison& c) { return c.shared_words >= 2 && c.shared >= 8 && c.cover >= 20; }
// One content is little more than a word of the other: "no talks".
bool is_within(const Comparison& c) { return c.shared_words >= 1 && c.shared >= 4 && c.cover >= 70; }
// They have a telling word in common, and not much more.
bool is_touching(const Comparison& c) { return c.shared_words >= 1 && c.shared >= 4 && c.cover >= 25; }
bool is_inherited(const Comparison& c) { return c.inherited >= 60 && c.inherited_weight >= 13; }

std::string number_text(std::int64_t thousandths) {
  std::array<char, 24> buffer{};
  const auto whole = std::to_chars(buffer.data(), buffer.data() + buffer.size(), thousandths / 1000);
  std::string text(buffer.data(), whole.ptr);
  if (thousandths % 1000 == 0) return text;
  std::string fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  while (fraction.ends_with('0')) fraction.pop_back();
  return text + "." + fraction;
}

std::string counted_text(const Quantity& quantity) {
  if (quantity.about.empty()) return quantity.unit;
  return quantity.unit.empty() ? quantity.about : quantity.unit + " " + quantity.about;
}

std::string said_by(const Statement& statement) {
  return statement.speaker.name.empty() ? "somebody" : statement.speaker.name;
}

bool is_part_of_word(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

// The first word of the excerpt that has the stem, as it is spelled there; "" for none.
std::string word_with(std::string_view stem, std::string_view excerpt) {
  for (std::size_t begin = 0; begin < excerpt.size();) {
    std::size_t end = begin;
    while (end < excerpt.size() && is_part_of_word(excerpt[end])) ++end;
    const std::string_view word = excerpt.substr(begin, end - begin);
    const bool has_stem =
        word.size() >= stem.size() && std::equal(stem.begin(), stem.end(), word.begin(), [](char a, char b) {
          return a == std::tolower(static_cast<unsigned char>(b));
        });
    if (has_stem) return std::string(word);
    begin = end + 1;
  }
  return "";
}

// A stem as a reader knows it: the word that has it in one of the statements.
std::string spelled(const std::string& stem, const Statement& later, const Statement& earlier) {
  for (const Statement* statement : {&later, &earlier}) {
    if (std::string word = word_with(stem, statement->excerpt); !word.empty()) return word;
  }
  return stem;
}

// What both statements are about, as far as one word tells.
std::string topic_text(const Comparison& c, const Statement& later, const Statement& earlier) {
  return c.best == nullptr ? "the same claim" : "\"" + spelled(c.best->stem, later, earlier) + "\"";
}

Relation make(RelationType type, RelationDetail detail, int evidence, const Statement& later,
              const Statement& earlier, std::string why) {
  const int confidence = std::min({evidence, int{later.confidence}, int{earlier.confidence}});
  return {type, detail, static_cast<float>(confidence) / 100.0F, std::move(why)};
}

std::string count_why(const Comparison& c) {
  return "both count " + counted_text(*c.later_count) + ": " + number_text(c.later_count->thousandths) +
         " here, " + number_text(c.earlier_count->thousandths) + " there";
}

// Units that measure anything; heads and money say more.
bool is_measure(std::string_view unit) { return unit == "metre" || unit == "second" || unit == "percent"; }

// The count differs, and both plainly count one thing.
bool is_recount(const Comparison& c) {
  if (c.later_count == nullptr || !c.same_story) return false;
  if (is_measure(c.later_count->unit)) return is_near(c) && c.shared_words >= 3;
  return is_near(c) || !c.later_count->about.empty();
}

RelationDetail detail_of(const Comparison& c) {
  if (c.later_count != nullptr || c.refuses_count) return RelationDetail::number;
  if (c.times_differ) return RelationDetail::time;
  return RelationDetail::act;
}

std::optional<Relation> find_retraction(const Comparison& c, const Statement& later,
                                        const Statement& earlier) {
  if (later.recalled || later.act == Act::decline) return std::nullopt;
  const bool takes_back = later.act == Act::retract || later.contrast;
  if (is_recount(c) && (takes_back || !c.one_article)) {
    return make(RelationType::retracts, RelationDetail::number, kRecounted, later, earlier, count_why(c));
  }
  if (takes_back && c.same_story && c.takes_figure) {
    return make(RelationType::retracts, RelationDetail::number, kResembled, later, earlier,
                said_by(later) + " takes back a figure that it gave");
  }
  if (takes_back && c.refuses_count) {
    return make(RelationType::retracts, RelationDetail::number, kRecounted, later, earlier,
                said_by(later) + " says that the figure given before is not right");
  }
  if (takes_back && (c.points || (c.inherited >= 25 && c.inherited_weight >= 4) || is_near(c) ||
                     (is_touching(c) && (c.opposed || c.kinship == Kinship::same)))) {
    return make(RelationType::retracts, detail_of(c), c.points ? kPointed : kAnswered, later, earlier,
                said_by(later) + " takes back what its side said about " + topic_text(c, later, earlier));
  }
  if (c.opposed && (is_alike(c) || (is_within(c) && later.act == Act::confirm)) && !c.one_article) {
    return make(RelationType::retracts, RelationDetail::act, kResembled, later, earlier,
                "the same side says yes and no about " + topic_text(c, later, earlier));
  }
  return std::nullopt;
}

// "had said that there were nine": the earlier statement is told again.
std::optional<Relation> find_repetition(const Comparison& c, const Statement& later,
                                        const Statement& earlier) {
  if (c.opposed || c.later_count != nullptr) return std::nullopt;
  const bool both_deny = later.denied && earlier.denied;
  const bool again = later.recalled ? is_near(c) || is_within(c) || c.same_count
                                    : is_close(c) || (is_within(c) && both_deny);
  if (!again || (c.one_article && !later.recalled)) return std::nullopt;
  return make(RelationType::repeats, RelationDetail::none, is_close(c) ? kRestated : kRecounted, later,
              earlier, "the same source says the same about " + topic_text(c, later, earlier) + " again");
}

// The same source, or one of its side.
std::optional<Relation> relate_own(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (auto retraction = find_retraction(c, later, earlier)) return retraction;
  return find_repetition(c, later, earlier);
}

std::optional<Relation> find_dispute(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (later.refusing && c.points) {
    return make(RelationType::disputes, RelationDetail::act, kPointed, later, earlier,
                said_by(later) + " rejects what " + said_by(earlier) + " said: \"" + later.excerpt + "\"");
  }
  const bool plain = earlier.act == Act::assert_ || earlier.act == Act::accuse ||
                     earlier.act == Act::confirm || earlier.act == Act::claim_responsibility;
  const bool enough =
      plain && c.earlier_weight >= kFullContent && (is_within(c) || (is_touching(c) && c.shared >= 5));
  if (later.refusing && c.opposed && (is_near(c) || enough)) {
    return make(
        RelationType::disputes, RelationDetail::act, kAnswered, later, earlier,
        said_by(later) + " denies what " + said_by(earlier) + " said about " + topic_text(c, later, earlier));
  }
  if (later.refusing && is_inherited(c)) {
    return make(RelationType::disputes, RelationDetail::act, kInherited, later, earlier,
                said_by(later) + " rejects the same claim that " + said_by(earlier) + " makes");
  }
  return std::nullopt;
}

std::optional<Relation> find_conflict(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (is_recount(c)) {
    const bool answers = later.contrast || c.names_speaker || c.refuses_count;
    return make(answers ? RelationType::disputes : RelationType::conflicts, RelationDetail::number,
                kRecounted, later, earlier, count_why(c));
  }
  if (later.contrast && c.refuses_count && c.shared_words >= 1) {
    return make(c.one_article ? RelationType::disputes : RelationType::conflicts, RelationDetail::number,
                kResembled, later, earlier,
                said_by(later) + " says that the figure of " + said_by(earlier) + " is not right");
  }
  if (c.opposed && is_alike(c)) {
    const bool answers = c.one_article || (later.act == Act::accuse && earlier.refusing);
    return make(answers ? RelationType::disputes : RelationType::conflicts, RelationDetail::act, kResembled,
                later, earlier, "one says yes, the other no about " + topic_text(c, later, earlier));
  }
  return std::nullopt;
}

std::optional<Relation> find_support(const Comparison& c, const Statement& later, const Statement& earlier) {
  const bool agrees = later.act == Act::confirm || later.act == Act::praise;
  if (agrees && !later.refusing && c.points) {
    return make(RelationType::supports, RelationDetail::none, kPointed, later, earlier,
                said_by(later) + " bears out what " + said_by(earlier) + " said");
  }
  if (c.one_article && !agrees) return std::nullopt;
  if (!c.opposed && !later.refusing && (is_close(c) || (is_alike(c) && (agrees || c.same_count)))) {
    return make(RelationType::supports, RelationDetail::none, agrees ? kAnswered : kResembled, later, earlier,
                "another source says the same about " + topic_text(c, later, earlier));
  }
  return std::nullopt;
}

// Another source, as far as is known.
std::optional<Relation> relate_other(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (c.kinship == Kinship::unknown &&
      (later.recalled || (later.denied && earlier.denied && earlier.refusing))) {
    if (auto repetition = find_repetition(c, later, earlier)) return repetition;
  }
  if (later.told_before) return std::nullopt;  // what it relates to is told where it was said
  if (auto dispute = find_dispute(c, later, earlier)) return dispute;
  if (auto conflict = find_conflict(c, later, earlier)) return conflict;
  return find_support(c, later, earlier);
}

}  // namespace

std::string_view to_string(RelationType type) {
  constexpr std::array<std::string_view, kRelationTypeCount> kNames = {"disputes", "retracts", "supports",
                                                                       "repeats", "conflicts"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view to_string(RelationDetail detail) {
  constexpr std::array<std::string_view, kRelationDetailCount> kNames = {"",     "number", "cause", "actor",
                                                                         "role", "place",  "time",  "act"};
  return kNames[static_cast<std::size_t>(detail)];
}

std::optional<Relation> relate(const PlacedStatement& later, const PlacedStatement& earlier) {
  const Statement& a = later.statement;
  const Statement& b = earlier.statement;
  // What nobody said cannot be denied, and a question claims nothing.
  if (a.negated || b.negated || a.act == Act::ask || b.act == Act::ask) return std::nullopt;
  // What is told again is linked where it was said first.
  if (b.recalled && later.document != earlier.document) return std::nullopt;
  const Comparison c = compare(later, earlier);
  if (!c.same_story && !is_close(c)) return std::nullopt;
  if (c.shared == 0 && c.inherited == 0 && !c.points && c.later_count == nullptr && !c.refuses_count &&
      !c.takes_figure)
    return std::nullopt;
  // One inside the other: its words are the other's, too.
  if (c.one_article && (a.parent == earlier.number || b.parent == later.number)) return std::nullopt;
  if (c.kinship == Kinship::same || c.kinship == Kinship::side) return relate_own(c, a, b);
  return relate_other(c, a, b);
}

}  // namespace hearsay
