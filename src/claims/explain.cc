#include "claims/explain.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace hearsay {
namespace {

std::string number_text(std::int64_t thousandths) {
  std::array<char, 24> buffer{};
  const auto whole = std::to_chars(buffer.data(), buffer.data() + buffer.size(), thousandths / 1000);
  std::string text(buffer.data(), whole.ptr);
  if (thousandths % 1000 == 0) return text;
  std::string fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  while (fraction.ends_with('0')) fraction.pop_back();
  return text + "." + fraction;
}

// "Ada Holm", "two officials", "the ministry".
std::string said_by(const Statement& statement) {
  const Speaker& speaker = statement.speaker;
  const std::string& name = speaker.spelling.empty() ? speaker.name : speaker.spelling;
  if (name.empty()) return "somebody";
  const bool one_word = name.find(' ') == std::string::npos;
  return speaker.kind == SpeakerKind::nominal && one_word ? "the " + name : name;
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
  if (stem.empty()) return stem;
  for (const Statement* statement : {&later, &earlier}) {
    if (std::string word = word_with(stem, statement->excerpt); !word.empty()) return word;
  }
  return stem;
}

// What both statements are about, as far as words tell.
std::string topic_text(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (c.shared.best_word == nullptr) return "the same claim";
  return "\"" + spelled(c.shared.best_word->stem, later, earlier) + "\"";
}

std::string counted_text(const Quantity& quantity, const Statement& later, const Statement& earlier) {
  const std::string unit = spelled(quantity.unit, later, earlier);
  if (quantity.about.empty()) return unit;
  return unit.empty() ? quantity.about : unit + " " + quantity.about;
}

std::string count_text(const Comparison& c, const Statement& later, const Statement& earlier) {
  return "both count " + counted_text(*c.later_count, later, earlier) + ": " +
         number_text(c.later_count->thousandths) + " here, " + number_text(c.earlier_count->thousandths) +
         " there";
}

std::string explain_dispute(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (c.points) {
    const std::string what = said_by(later) + " rejects what " + said_by(earlier) + " said";
    // "Rejects that": the word stands for what is quoted beside it.
    const bool says_nothing = later.words.empty() && later.excerpt.find(' ') == std::string::npos;
    return says_nothing ? what : what + ": \"" + later.excerpt + "\"";
  }
  if (later.refusing || later.denied) {
    return said_by(later) + " denies what " + said_by(earlier) + " said about " +
           topic_text(c, later, earlier);
  }
  return said_by(later) + " contradicts what " + said_by(earlier) + " said about " +
         topic_text(c, later, earlier);
}

std::string explain_retraction(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (c.takes_figure) return said_by(later) + " takes back a figure given before";
  if (c.refuses_count) return said_by(later) + " says that the figure given before is not right";
  const std::string what =
      c.kinship == Kinship::side ? "what " + said_by(earlier) + ", of the same side, said" : "earlier words";
  return said_by(later) + " takes back " + what + " about " + topic_text(c, later, earlier);
}

std::string explain_support(const Comparison& c, const Statement& later, const Statement& earlier) {
  if (c.points) return said_by(later) + " bears out what " + said_by(earlier) + " said";
  return "another source says the same about " + topic_text(c, later, earlier);
}

std::string relation_text(RelationType type, const Comparison& c, const Statement& later,
                          const Statement& earlier) {
  switch (type) {
    case RelationType::disputes:
      return explain_dispute(c, later, earlier);
    case RelationType::retracts:
      return explain_retraction(c, later, earlier);
    case RelationType::supports:
      return explain_support(c, later, earlier);
    case RelationType::repeats:
      return (c.kinship == Kinship::other ? "the same is said about "
                                          : "the same source says the same about ") +
             topic_text(c, later, earlier) + " again";
    case RelationType::conflicts:
      break;
  }
  return "the two accounts of " + topic_text(c, later, earlier) + " cannot both be true";
}

std::string here_and_there(std::string_view what, const std::string& here, const std::string& there) {
  return "; " + std::string(what) + ": \"" + here + "\" here, \"" + there + "\" there";
}

std::string here_and_there(std::string_view what, const PhrasePair& pair) {
  return pair ? here_and_there(what, pair.later->words, pair.earlier->words) : std::string();
}

// In what the two differ; "" where it is not known.
std::string difference_text(RelationDetail detail, const Comparison& c, const Statement& later,
                            const Statement& earlier) {
  switch (detail) {
    case RelationDetail::cause:
      return here_and_there("the cause", c.differing.cause);
    case RelationDetail::actor:
      return here_and_there("who did it", c.differing.actor);
    case RelationDetail::role:
      return here_and_there("who is who", c.differing.role);
    case RelationDetail::place:
      return here_and_there("where", c.differing.place);
    case RelationDetail::time:
      return c.times_differ ? here_and_there("when", later.times.front(), earlier.times.front()) : "";
    default:
      return "";
  }
}

}  // namespace

RelationDetail find_detail(RelationType type, const Comparison& c) {
  if (type == RelationType::supports || type == RelationType::repeats) return RelationDetail::none;
  if (c.later_count != nullptr || c.refuses_count || c.takes_figure) return RelationDetail::number;
  if (c.differing.cause) return RelationDetail::cause;
  if (c.differing.role) return RelationDetail::role;
  if (c.differing.actor) return RelationDetail::actor;
  if (c.differing.place) return RelationDetail::place;
  return c.times_differ ? RelationDetail::time : RelationDetail::act;
}

std::string explain(RelationType type, RelationDetail detail, const Comparison& c, const Statement& later,
                    const Statement& earlier) {
  const bool disagree = type != RelationType::supports && type != RelationType::repeats;
  if (disagree && c.later_count != nullptr) return count_text(c, later, earlier);
  return relation_text(type, c, later, earlier) + difference_text(detail, c, later, earlier);
}

}  // namespace hearsay
