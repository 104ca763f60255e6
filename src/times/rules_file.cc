#include "times/rules_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "document/unicode.h"
#include "document/utf8.h"
#include "times/pattern.h"

namespace hearsay {
namespace {

constexpr std::string_view kTenseLists[] = {"past",   "participle", "continuing", "plural",
                                            "future", "ahead",      "perfect"};
static_assert(std::size(kTenseLists) == kTenseListCount);

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// The word that `line` begins with; `line` keeps the rest.
std::string_view next_word(std::string_view& line) {
  line = trimmed(line);
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line = trimmed(line.substr(end));
  return word;
}

std::string_view without_comment(std::string_view line) {
  const std::size_t hash = line.find('#');
  const bool is_comment = hash != std::string_view::npos && (hash == 0 || line[hash - 1] == ' ');
  return is_comment ? line.substr(0, hash) : line;
}

std::optional<std::int32_t> parse_number(std::string_view word) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc() && end == word.data() + word.size()) return value;
  return number_named(word);
}

class RulesParser {
 public:
  explicit RulesParser(std::string_view name) : name_(name) {}

  Result<TimeRules> parse(std::string_view text) {
    while (!text.empty() && error_.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      parse_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!error_.empty()) return Error{ErrorCode::corrupt_model, error_};
    return std::move(rules_);
  }

 private:
  enum class Block { none, words, shapes, rule };

  void expected(const std::string& what, std::string_view found) {
    if (!error_.empty()) return;
    error_ = name_ + ":" + std::to_string(line_) + ": expected " + what + ", found '" +
             std::string(found.substr(0, 60)) + "'";
  }

  void parse_line(std::string_view raw) {
    const std::string_view line = trimmed(without_comment(raw));
    if (line.empty()) return;
    const bool indented = raw[0] == ' ' || raw[0] == '\t';
    if (!indented) {
      parse_heading(line);
    } else if (block_ == Block::words) {
      parse_words(line);
    } else if (block_ == Block::shapes) {
      parse_shapes(line);
    } else if (block_ == Block::rule) {
      parse_rule_line(line);
    } else {
      expected("a heading at the start of the line", line);
    }
  }

  void parse_heading(std::string_view line) {
    const std::string_view word = next_word(line);
    block_ = Block::none;
    if (word == "words" || word == "shapes") {
      block_ = word == "words" ? Block::words : Block::shapes;
      class_ = class_named(next_word(line));
    } else if (word == "either") {
      parse_either(line);
    } else if (word == "hidden") {
      while (!line.empty()) rules_.classes[class_named(next_word(line))].hidden = true;
    } else if (word == "tense") {
      parse_tense(line);
    } else if (word == "pass") {
      rules_.passes.emplace_back();
    } else if (word == "rule") {
      parse_rule_heading(line);
    } else {
      expected("words, shapes, either, hidden, tense, pass or rule", word);
    }
  }

  ClassId class_named(std::string_view name) {
    if (name.empty()) expected("the name of a class", "the end of the line");
    const auto [entry, added] = class_ids_.try_emplace(std::string(name), rules_.classes.size());
    if (added) rules_.classes.push_back({std::string(name)});
    return entry->second;
  }

  void parse_either(std::string_view line) {
    std::vector<ClassId>& members = either_[std::string(next_word(line))];
    if (next_word(line) != "=" || line.empty()) return expected("'= class class ...'", line);
    while (!line.empty()) members.push_back(class_named(next_word(line)));
  }

  void parse_tense(std::string_view line) {
    const std::string_view name = next_word(line);
    const auto* found = std::find(std::begin(kTenseLists), std::end(kTenseLists), name);
    if (found == std::end(kTenseLists)) {
      return expected("past, participle, continuing, plural, future, ahead or perfect", name);
    }
    auto& list = rules_.tense[found - std::begin(kTenseLists)];
    while (!line.empty()) list.emplace_back(next_word(line));
  }

  // "monday mon. = 1", "early late"
  void parse_words(std::string_view line) {
    const std::size_t equals = line.rfind(" = ");
    std::int32_t number = kUnset;
    if (equals != std::string_view::npos) {
      const std::string_view value = trimmed(line.substr(equals + 3));
      const auto parsed = parse_number(value);
      if (!parsed) return expected("a number or the name of one", value);
      number = *parsed;
      line = line.substr(0, equals);
    }
    while (!line.empty()) add_word(next_word(line), {.class_id = class_, .number = number});
  }

  void add_word(std::string_view word, Membership membership) {
    membership.cased = char_class(decode_utf8(word, 0).value) == CharClass::upper;
    std::string folded;
    to_lower(word, folded);
    rules_.words[folded].push_back(membership);
  }

  void parse_shapes(std::string_view line) {
    while (!line.empty()) {
      const std::string_view pattern = next_word(line);
      if (pattern.size() > 32) return expected("a shape of at most 32 bytes", pattern);
      rules_.shapes.push_back({std::string(pattern), {.class_id = class_}});
    }
  }

  // "rule NAME -> CATEGORY"
  void parse_rule_heading(std::string_view line) {
    const std::string_view name = next_word(line);
    const std::string_view arrow = next_word(line);
    if (arrow != "->" || line.empty()) return expected("'rule NAME -> CATEGORY'", arrow);
    if (rules_.passes.empty()) return expected("a pass before the first rule", name);
    rules_.rules.push_back(
        {.name = std::string(name), .category = class_named(next_word(line)), .line = line_});
    block_ = Block::rule;
  }

  void parse_rule_line(std::string_view line) {
    const std::string_view word = next_word(line);
    if (word == "match") {
      parse_match(line);
    } else if (word == "set") {
      while (!line.empty()) parse_operation(next_word(line));
    } else if (word == "copy" || word == "merge") {
      parse_take(word == "copy" ? RuleOperationKind::copy : RuleOperationKind::merge, next_word(line));
    } else if (word == "test") {
      parse_test(line);
    } else {
      expected("match, set, copy, merge or test", word);
    }
  }

  std::vector<ClassId> classes_named(std::string_view name) const {
    if (const auto found = either_.find(std::string(name)); found != either_.end()) return found->second;
    const auto found = class_ids_.find(std::string(name));
    return found == class_ids_.end() ? std::vector<ClassId>{} : std::vector<ClassId>{found->second};
  }

  // Literal words are classes of their own, under a name that no list can have.
  ClassId literal_class(std::string_view word) {
    const std::string name = "'" + std::string(word);
    const bool known = class_ids_.contains(name);
    const ClassId id = class_named(name);
    if (!known) add_word(word, {.class_id = id});
    return id;
  }

  std::int32_t capture_index(std::string_view name) {
    auto& captures = rules_.rules.back().captures;
    const auto found = std::find(captures.begin(), captures.end(), name);
    if (found == captures.end()) {
      captures.emplace_back(name);
      return static_cast<std::int32_t>(captures.size() - 1);
    }
    return static_cast<std::int32_t>(found - captures.begin());
  }

  void parse_match(std::string_view pattern) {
    const PatternNames names{
        .classes = [this](std::string_view name) { return classes_named(name); },
        .literal = [this](std::string_view word) { return literal_class(word); },
        .capture = [this](std::string_view name) { return capture_index(name); },
    };
    const auto sequences = expand_pattern(pattern, names);
    if (!sequences) {
      if (error_.empty()) error_ = name_ + ":" + std::to_string(line_) + ": " + sequences.error().message;
      return;
    }
    sequences_ += sequences->size();
    if (sequences_ > kMaxSequences) return expected("fewer patterns in a file", pattern);
    for (const PatternSequence& sequence : *sequences) {
      if (sequence.empty()) return expected("a pattern that is never empty", pattern);
      add_sequence(sequence);
    }
  }

  void add_sequence(const PatternSequence& sequence) {
    RulePass& pass = rules_.passes.back();
    std::uint32_t node = 0;
    RuleVariant variant{.rule = static_cast<std::uint32_t>(rules_.rules.size() - 1)};
    while (variant.lead < sequence.size() && sequence[variant.lead].outside) ++variant.lead;
    if (variant.lead == sequence.size()) return expected("words outside the braces", "none");
    while (sequence[sequence.size() - 1 - variant.trail].outside) ++variant.trail;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (sequence[i].outside && i >= variant.lead && i + variant.trail < sequence.size()) {
        return expected("braces only at the ends of a pattern", "others");
      }
      node = child(pass, node, sequence[i].symbol);
      const std::int32_t capture = sequence[i].capture;
      if (capture < 0) continue;
      if (variant.positions.size() <= static_cast<std::size_t>(capture)) {
        variant.positions.resize(capture + 1, -1);
      }
      variant.positions[capture] = static_cast<std::int32_t>(i);
    }
    if (pass.nodes.size() > kMaxTrieNodes) return expected("fewer patterns in a pass", "more");
    if (pass.nodes[node].variant >= 0) return;  // the first rule wins
    pass.nodes[node].variant = static_cast<std::int32_t>(pass.variants.size());
    pass.variants.push_back(std::move(variant));
  }

  static std::uint32_t child(RulePass& pass, std::uint32_t node, const ItemSymbol& symbol) {
    auto& edges = pass.nodes[node].edges;
    const auto at =
        std::lower_bound(edges.begin(), edges.end(), symbol, [](const TrieEdge& e, const ItemSymbol& s) {
          return std::tie(e.symbol.class_id, e.symbol.upos, e.symbol.not_quantity) <
                 std::tie(s.class_id, s.upos, s.not_quantity);
        });
    if (at != edges.end() && at->symbol == symbol) return at->node;
    const auto added = static_cast<std::uint32_t>(pass.nodes.size());
    edges.insert(at, {symbol, added});
    pass.nodes.emplace_back();
    return added;
  }

  void parse_take(RuleOperationKind kind, std::string_view name) {
    auto& rule = rules_.rules.back();
    const auto found = std::find(rule.captures.begin(), rule.captures.end(), name);
    if (found == rule.captures.end()) return expected("the name of a capture", name);
    const auto capture = static_cast<std::int32_t>(found - rule.captures.begin());
    rule.operations.push_back({.kind = kind, .capture = capture});
  }

  // "month=m", "shift=-n", "year=c.number2+1900", "toward=last"
  void parse_operation(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return expected("'field=value'", word);
    const auto field = field_named(word.substr(0, equals));
    if (!field) return expected("the name of a field before '='", word);
    RuleOperation operation{.field = *field};
    std::string_view value = word.substr(equals + 1);
    char arithmetic = '+';
    if (value.starts_with('-')) {
      arithmetic = '-';
      value.remove_prefix(1);
    }
    while (error_.empty()) {
      const std::size_t split = std::min(value.find_first_of("+*-"), value.size());
      operation.terms.push_back(parse_term(value.substr(0, split)));
      operation.terms.back().arithmetic = arithmetic;
      if (split == value.size()) break;
      arithmetic = value[split];
      value.remove_prefix(split + 1);
    }
    rules_.rules.back().operations.push_back(operation);
  }

  RuleTerm parse_term(std::string_view word) {
    const std::size_t dot = word.find('.');
    const std::string_view name = word.substr(0, dot);
    const auto& captures = rules_.rules.back().captures;
    const auto found = std::find(captures.begin(), captures.end(), name);
    if (found != captures.end()) {
      const auto field = dot == std::string_view::npos ? std::optional(TimeField::number)
                                                       : field_named(word.substr(dot + 1));
      if (!field) expected("the name of a field after '.'", word);
      return {.capture = static_cast<std::int32_t>(found - captures.begin()),
              .field = field.value_or(TimeField::number)};
    }
    const auto number = parse_number(word);
    if (!number) expected("a capture, a number or the name of one", word);
    return {.constant = number.value_or(0)};
  }

  // "2024-03-06: They met on [Wednesday = 2024-03-06]."
  void parse_test(std::string_view line) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return expected("'test DATE: text', or - for no date", line);
    RuleTest test{.line = line_, .rule = static_cast<std::uint32_t>(rules_.rules.size() - 1)};
    if (const auto date = line.substr(0, colon); date != "-") test.published = date;
    line.remove_prefix(colon + 2);
    for (std::size_t at = 0; at < line.size();) {
      if (line[at] != '[') {
        test.text += line[at++];
        continue;
      }
      const std::size_t close = line.find(']', at);
      const std::size_t equals = line.find(" = ", at);
      if (close == std::string_view::npos || equals > close)
        return expected("'[words = VALUE]'", line.substr(at));
      const std::string_view words = line.substr(at + 1, equals - at - 1);
      test.expected.push_back({test.text.size(), test.text.size() + words.size(),
                               std::string(line.substr(equals + 3, close - equals - 3))});
      test.text += words;
      at = close + 1;
    }
    rules_.tests.push_back(std::move(test));
  }

  std::string name_;
  TimeRules rules_;
  std::string error_;
  std::uint32_t line_ = 0;
  Block block_ = Block::none;
  ClassId class_ = 0;
  std::size_t sequences_ = 0;
  boost::unordered_flat_map<std::string, ClassId> class_ids_;
  boost::unordered_flat_map<std::string, std::vector<ClassId>> either_;
};

}  // namespace

bool TimeRules::lists(TenseList list, std::string_view word) const {
  const auto& words_of_list = tense[static_cast<std::size_t>(list)];
  return std::find(words_of_list.begin(), words_of_list.end(), word) != words_of_list.end();
}

Result<TimeRules> load_time_rules(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Error{ErrorCode::not_found, path.string() + ": expected a file of time rules, found none"};
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return Error{ErrorCode::io, path.string() + ": cannot be read"};
  return parse_time_rules(text, path.string());
}

Result<TimeRules> parse_time_rules(std::string_view text, std::string_view name) {
  const std::string file(name);
  if (text.size() > kMaxRulesFileBytes) {
    return Error{ErrorCode::corrupt_model, file + ": expected at most 4 MB, found more"};
  }
  if (!is_valid_utf8(text))
    return Error{ErrorCode::corrupt_model, file + ": expected UTF-8, found other bytes"};
  return RulesParser(name).parse(text);
}

}  // namespace hearsay
