#include "claims/quantities.h"

#include <algorithm>
#include <string>

#include "claims/content_words.h"
#include "claims/token_range.h"

namespace hearsay {
namespace {

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kLargest = 1'000'000'000'000;  // of what a number may be, in units

struct NumberWord {
  std::string_view word;
  std::int64_t value;
};
constexpr NumberWord kNumberWords[] = {
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
constexpr NumberWord kMultipliers[] = {{"hundred", 100}, {"thousand", 1000},         {"million", 1'000'000},
                                       {"m", 1'000'000}, {"billion", 1'000'000'000}, {"bn", 1'000'000'000},
                                       {"dozen", 12}};

std::int64_t word_value(std::string_view word) {
  const auto* const found = std::ranges::find(kNumberWords, word, &NumberWord::word);
  return found == std::end(kNumberWords) ? 0 : found->value;
}

std::int64_t multiplier(std::string_view word) {
  const auto* const found = std::ranges::find(kMultipliers, word, &NumberWord::word);
  return found == std::end(kMultipliers) ? 0 : found->value;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "3,400.25" in thousandths; what is finer is cut off.
std::optional<std::int64_t> digits_value(std::string_view word) {
  std::int64_t value = 0;
  std::int64_t place = 0;  // of the next digit after the point; 0 before it
  bool after_point = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == ',' && !after_point && i > 0) continue;
    if (word[i] == '.' && !after_point && i > 0) {
      after_point = true;
      place = kOne / 10;
      continue;
    }
    if (!is_digit(word[i])) return std::nullopt;
    const std::int64_t digit = word[i] - '0';
    value = after_point ? value + digit * place : value * 10 + digit * kOne;
    if (after_point) place /= 10;
    if (value >= kLargest * kOne) return std::nullopt;
  }
  return value;
}

struct Measure {
  std::string_view stem;
  std::string_view unit;
  std::int64_t factor;  // units in it, in thousandths
};
constexpr Measure kMeasures[] = {{"metre", "metre", 1000},
                                 {"meter", "metre", 1000},
                                 {"kilometre", "metre", 1'000'000},
                                 {"kilometer", "metre", 1'000'000},
                                 {"km", "metre", 1'000'000},
                                 {"mile", "metre", 1'609'344},
                                 {"yard", "metre", 914},
                                 {"percent", "percent", 1000},
                                 {"per", "percent", 1000},
                                 {"%", "percent", 1000},
                                 {"dollar", "money", 1000},
                                 {"euro", "money", 1000},
                                 {"pound", "money", 1000},
                                 {"kroner", "money", 1000},
                                 {"franc", "money", 1000},
                                 {"yen", "money", 1000},
                                 {"second", "second", 1000},
                                 {"minute", "second", 60'000},
                                 {"hour", "second", 3'600'000}};

void apply_measure(const std::string& lemma, Quantity& quantity) {
  const auto* const found = std::ranges::find(kMeasures, lemma, &Measure::stem);
  quantity.unit = found == std::end(kMeasures) ? stem_of(lemma) : std::string(found->unit);
  if (found != std::end(kMeasures) && quantity.thousandths < kLargest) {
    quantity.thousandths = quantity.thousandths * found->factor / kOne;
  }
}

bool is_currency(std::string_view form) {
  return form.ends_with('$') || form == "€" || form == "£" || form == "¥" || form == "eur" || form == "usd";
}

// Reads the numbers of one content.
class QuantityReader {
 public:
  QuantityReader(const Document& doc, const std::vector<std::uint32_t>& tokens)
      : doc_(doc), tokens_(tokens) {}

  std::vector<Quantity> read() {
    for (at_ = 0; at_ < tokens_.size() && found_.size() < kMaxQuantities;) {
      const std::size_t begin = at_;
      if (std::optional<std::int64_t> value = read_value()) {
        add(begin, *value);
      } else {
        at_ = begin + 1;
      }
    }
    return std::move(found_);
  }

 private:
  std::string form(std::size_t i) const { return lower_form(doc_, tokens_[i]); }
  bool is_beside(std::size_t i) const { return i < tokens_.size() && tokens_[i] == tokens_[i - 1] + 1; }

  // Passes over "3.4 billion", "thirty - seven", "640,000". Overwrites at_.
  std::optional<std::int64_t> read_value() {
    std::string word = form(at_);
    std::optional<std::int64_t> value = number_value(word);
    if (!value) return std::nullopt;
    ++at_;
    if (*value >= 20 * kOne && *value < 100 * kOne && word_value(word) != 0 && at_ + 1 < tokens_.size() &&
        form(at_) == "-") {
      const std::int64_t ones = word_value(form(at_ + 1));
      if (ones > 0 && ones < 10) {
        *value += ones * kOne;
        at_ += 2;
      }
    }
    while (at_ < tokens_.size() && is_beside(at_)) {
      std::string next = form(at_);
      if (next == "-" && at_ + 1 < tokens_.size() && multiplier(form(at_ + 1)) > 1) next = form(++at_);
      const std::int64_t factor = multiplier(next);
      if (factor == 0 || *value >= kLargest * kOne / factor) break;
      *value *= factor;
      ++at_;
    }
    return value;
  }

  bool is_time(std::uint32_t token) const {
    const Span span = doc_.tokens[token].span;
    const auto time = std::ranges::partition_point(
        doc_.times, [&](const TimeExpression& t) { return t.span.end <= span.begin; });
    return time != doc_.times.end() && time->span.begin < span.end && time->type != TimeType::duration;
  }

  // "a 34-year-old", "aged nine".
  bool is_age(std::size_t begin) const {
    if (begin > 0 && form(begin - 1) == "aged") return true;
    return at_ + 1 < tokens_.size() && form(at_) == "-" && form(at_ + 1).starts_with("year");
  }

  void add(std::size_t begin, std::int64_t value) {
    const std::uint32_t token = tokens_[begin];
    if (is_time(token) || is_age(begin)) return;
    Quantity quantity{.thousandths = value};
    if (begin > 0 && is_currency(form(begin - 1))) {
      quantity.unit = "money";
    } else {
      read_unit(begin, quantity);
    }
    quantity.refused = is_refused(begin);
    if (quantity.refused && !found_.empty()) {  // "69 people, not 71"
      quantity.unit = found_.back().unit;
      quantity.about = found_.back().about;
    }
    if (!quantity.unit.empty() || !quantity.about.empty()) found_.push_back(std::move(quantity));
  }

  bool is_refused(std::size_t begin) const {
    for (std::size_t back = 1; back <= 2 && back <= begin; ++back) {
      const std::string word = form(begin - back);
      if (word == "not" || word == "n't") return true;
    }
    return false;
  }

  // What hangs on what: "nine people were killed", "the nine missing", "the number of dead at five".
  void read_unit(std::size_t begin, Quantity& quantity) {
    const std::uint32_t last = tokens_[at_ - 1];
    std::uint32_t head = kNone;
    for (std::size_t i = begin; i < at_ && head == kNone; ++i) {
      const Arc arc = doc_.arcs[tokens_[i]];
      if (arc.head != kNone && (arc.head < tokens_[begin] || arc.head > last)) head = arc.head;
    }
    if (head == kNone) return;
    const std::string lemma = lemma_of(doc_, head);
    quantity.about = class_of(head);
    if (doc_.tags[head].upos == Upos::NOUN || doc_.tags[head].upos == Upos::SYM) {
      if (quantity.about.empty() || lemma == "victim" || lemma == "body") apply_measure(lemma, quantity);
      const std::uint32_t above = doc_.arcs[head].head;
      if (quantity.about.empty() && above != kNone) quantity.about = class_of(above);
      if (quantity.about.empty()) quantity.about = class_near(head);
    } else if (quantity.about.empty()) {
      quantity.about = class_near(head);
    }
  }

  // "were not accounted for" is as good as "missing".
  std::string class_of(std::uint32_t token) const {
    const std::string lemma = lemma_of(doc_, token);
    if (lemma == "account" && doc_.tags[token].upos == Upos::VERB) return "missing";
    return std::string(count_class(lemma));
  }

  // The class of a word that hangs on `head`: "69 people aboard the ferry".
  std::string class_near(std::uint32_t head) const {
    const std::uint32_t end =
        static_cast<std::uint32_t>(std::min<std::size_t>(doc_.tokens.size(), std::size_t{head} + 5));
    for (std::uint32_t i = head > 4 ? head - 4 : 0; i < end; ++i) {
      if (i == head || doc_.arcs[i].head != head) continue;
      if (const std::string_view found = count_class(lemma_of(doc_, i)); !found.empty())
        return std::string(found);
      // "the number of dead"
      if (i + 2 < doc_.tokens.size() && lemma_of(doc_, i) == "number" && lower_form(doc_, i + 1) == "of") {
        if (const std::string_view found = count_class(lemma_of(doc_, i + 2)); !found.empty())
          return std::string(found);
      }
    }
    return {};
  }

  const Document& doc_;
  const std::vector<std::uint32_t>& tokens_;
  std::vector<Quantity> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::int64_t> number_value(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (is_digit(word[0])) return digits_value(word);
  const std::size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos) {
    const std::int64_t tens = word_value(word.substr(0, hyphen));
    const std::int64_t ones = word_value(word.substr(hyphen + 1));
    if (tens < 20 || ones == 0 || ones > 9) return std::nullopt;
    return (tens + ones) * kOne;
  }
  const std::int64_t value = word_value(word);
  if (value == 0) return std::nullopt;
  return value * kOne;
}

std::vector<Quantity> find_quantities(const Document& doc, const std::vector<std::uint32_t>& tokens) {
  return QuantityReader(doc, tokens).read();
}

}  // namespace hearsay
