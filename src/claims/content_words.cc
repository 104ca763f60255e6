#include "claims/content_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "document/unicode.h"

namespace hearsay {
namespace {

using Words = std::span<const std::string_view>;

bool is_in(Words sorted, std::string_view word) { return std::ranges::binary_search(sorted, word); }

// What any report may hold. Sorted.
constexpr std::string_view kPlain[] = {
    "able",      "add",      "afternoon", "again",     "ago",       "all",     "also",  "another",
    "any",       "appear",   "area",      "ask",       "back",      "bad",     "be",    "become",
    "begin",     "believe",  "big",       "bring",     "can",       "case",    "cause", "change",
    "city",      "claim",    "come",      "company",   "could",     "country", "day",   "do",
    "early",     "end",      "even",      "evening",   "ever",      "every",   "fact",  "feel",
    "few",       "find",     "first",     "follow",    "get",       "give",    "go",    "good",
    "great",     "group",    "happen",    "have",      "help",      "high",    "hold",  "hope",
    "hour",      "however",  "issue",     "just",      "keep",      "know",    "large", "last",
    "late",      "later",    "lead",      "least",     "leave",     "let",     "like",  "little",
    "long",      "look",     "lot",       "low",       "make",      "man",     "many",  "matter",
    "may",       "mean",     "member",    "month",     "morning",   "most",    "mr",    "mrs",
    "ms",        "much",     "must",      "need",      "new",       "next",    "night", "now",
    "number",    "official", "old",       "only",      "open",      "order",   "other", "out",
    "over",      "own",      "part",      "people",    "person",    "place",   "plan",  "point",
    "problem",   "public",   "put",       "question",  "reach",     "real",    "right", "run",
    "same",      "say",      "see",       "seem",      "several",   "should",  "show",  "side",
    "small",     "so",       "some",      "someone",   "something", "soon",    "start", "state",
    "statement", "still",    "stop",      "such",      "take",      "tell",    "then",  "there",
    "thing",     "think",    "time",      "today",     "tomorrow",  "tonight", "too",   "try",
    "turn",      "use",      "very",      "want",      "way",       "week",    "well",  "what",
    "when",      "where",    "who",       "why",       "will",      "woman",   "word",  "work",
    "world",     "would",    "year",      "yesterday",
};

constexpr std::string_view kNegations[] = {"hardly", "n't", "neither", "never",   "no",     "nobody",
                                           "none",   "nor", "not",     "nothing", "nowhere"};
constexpr std::string_view kRefusing[] = {"challenge", "contest", "contradict", "denial", "deny",
                                          "disavow",   "dismiss", "dispute",    "doubt",  "question",
                                          "rebuff",    "rebut",   "refute",     "reject", "rejection"};
constexpr std::string_view kRecalling[] = {"recall", "reiterate", "repeat", "restate"};
constexpr std::string_view kRetracting[] = {"acknowledge", "admit",   "apologise",  "apologize", "backtrack",
                                            "concede",     "correct", "correction", "disown",    "recant",
                                            "rescind",     "retract", "retraction", "revise",    "withdraw"};
constexpr std::string_view kAccounts[] = {
    "account",     "accusation", "allegation", "argument",  "assertion", "assessment",  "charge",
    "claim",       "comment",    "complaint",  "criticism", "denial",    "description", "estimate",
    "explanation", "figure",     "finding",    "pledge",    "promise",   "remark",      "report",
    "rumor",       "rumour",     "slander",    "statement", "story",     "suggestion",  "testimony",
    "theory",      "threat",     "version",    "view",      "warning",   "word"};
constexpr std::string_view kErrors[] = {"error",    "false",  "inaccurate", "incorrect", "misread", "mistake",
                                        "mistaken", "regret", "untrue",     "withdraw",  "wrong"};
constexpr std::string_view kInstitutions[] = {"army",      "board", "cabinet",    "coastguard", "commission",
                                              "council",   "court", "government", "hospital",   "management",
                                              "ministry",  "navy",  "opposition", "parliament", "police",
                                              "regulator", "union"};

constexpr std::string_view kRulers[] = {
    "administration", "ambassador", "chancellor",   "consul",     "councillor", "diplomat", "embassy",
    "emperor",        "envoy",      "governor",     "king",       "leader",     "mayor",    "minister",
    "monarch",        "official",   "parliament",   "premier",    "president",  "queen",    "ruler",
    "secretary",      "spokesman",  "spokesperson", "spokeswoman"};

struct Suffix {
  std::string_view ending;
  std::string_view instead;
};
// Longest first where one ends another.
constexpr Suffix kSuffixes[] = {
    {"ization", "ize"}, {"isation", "ize"}, {"ation", ""}, {"ition", ""}, {"ment", ""}, {"ness", ""},
    {"sion", "d"},      {"tion", "t"},      {"ance", ""},  {"ence", ""},  {"ally", ""}, {"ing", ""},
    {"ery", ""},        {"ise", "ize"},     {"ed", ""},    {"er", ""},    {"or", ""},   {"al", ""},
    {"ly", ""},         {"es", ""},         {"s", ""}};
constexpr std::size_t kShortestStem = 4;

struct CountWord {
  std::string_view lemma;
  std::string_view count_class;
};
// Sorted by lemma.
constexpr CountWord kCountWords[] = {
    {"aboard", "aboard"},   {"arrest", "arrested"},  {"arrested", "arrested"},   {"body", "dead"},
    {"board", "aboard"},    {"casualty", "dead"},    {"dead", "dead"},           {"death", "dead"},
    {"detain", "arrested"}, {"die", "dead"},         {"disappear", "missing"},   {"evacuate", "evacuated"},
    {"fatality", "dead"},   {"hurt", "injured"},     {"injure", "injured"},      {"injured", "injured"},
    {"injury", "injured"},  {"kill", "dead"},        {"killed", "dead"},         {"lose", "lost"},
    {"miss", "missing"},    {"missing", "missing"},  {"perish", "dead"},         {"rescue", "rescued"},
    {"survive", "rescued"}, {"survivor", "rescued"}, {"unaccounted", "missing"}, {"victim", "dead"},
    {"wound", "injured"},   {"wounded", "injured"},
};

// "two" and "7" stand in any report; "274" does not.
bool is_small_number(std::string_view word) {
  const bool digits = word.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? word.size() < 2 : word.find('.') == std::string_view::npos && word.size() < 7;
}

}  // namespace

std::uint64_t word_key(std::string_view word) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

std::string fold_name(std::string_view name) {
  std::string lower;
  to_lower(name, lower);
  std::string folded;
  for (const char c : lower) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  if (folded.starts_with("the ")) folded.erase(0, 4);
  for (const std::string_view ending : {"'s", "’s"}) {
    if (folded.ends_with(ending)) folded.erase(folded.size() - ending.size());
  }
  return folded;
}

std::string stem_of(std::string_view lemma) {
  std::string stem;
  to_lower(lemma, stem);
  for (const Suffix& suffix : kSuffixes) {
    if (stem.size() < kShortestStem + suffix.ending.size() || !stem.ends_with(suffix.ending)) continue;
    stem.erase(stem.size() - suffix.ending.size());
    stem += suffix.instead;
    break;
  }
  // "denial", "deny"; "receive", "receiving"; "committed", "commit".
  if (stem.size() > kShortestStem && (stem.ends_with('e') || stem.ends_with('y') || stem.ends_with('i')))
    stem.pop_back();
  const std::size_t n = stem.size();
  if (n > kShortestStem && stem[n - 1] == stem[n - 2] && stem[n - 1] != 's' && stem[n - 1] != 'l')
    stem.pop_back();
  return stem;
}

std::uint8_t word_weight(std::string_view lemma, Upos upos) {
  std::string lower;
  to_lower(lemma, lower);
  if (is_negation(lower)) return 0;
  if (is_in(kPlain, lower)) return upos == Upos::NOUN ? 2 : upos == Upos::VERB ? 1 : 0;
  const bool is_long = lower.size() > 7;
  switch (upos) {
    case Upos::PROPN:
      return kNameWeight;
    case Upos::NUM:
      return is_small_number(lower) ? 2 : 5;
    case Upos::NOUN:
      return is_long ? 6 : 5;
    case Upos::VERB:
      return is_long ? 5 : 4;
    case Upos::ADJ:
      return is_long ? 5 : 4;
    case Upos::ADV:
      return is_long ? 2 : 1;
    default:
      return 0;
  }
}

bool is_negation(std::string_view lemma) { return is_in(kNegations, lemma); }
bool is_refusing_cue(std::string_view lemma) { return is_in(kRefusing, lemma); }
bool is_recalling_cue(std::string_view lemma) { return is_in(kRecalling, lemma); }
// The lemmatiser may leave out a final e: "conced".
bool is_retracting_cue(std::string_view lemma) {
  return is_in(kRetracting, lemma) || is_in(kRetracting, std::string(lemma) + "e");
}
bool is_account_noun(std::string_view lemma) { return is_in(kAccounts, lemma); }
bool is_error_word(std::string_view lemma) { return is_in(kErrors, lemma); }
bool is_institution(std::string_view lemma) { return is_in(kInstitutions, lemma); }
bool rules_place(std::string_view lemma) { return is_institution(lemma) || is_in(kRulers, lemma); }

std::string_view count_class(std::string_view lemma) {
  const auto* const word = std::ranges::find(kCountWords, lemma, &CountWord::lemma);
  return word == std::end(kCountWords) ? std::string_view{} : word->count_class;
}

}  // namespace hearsay
