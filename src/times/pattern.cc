#include "times/pattern.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

using Sequences = std::vector<PatternSequence>;

bool is_special(char c) { return std::string_view(" (){}<>|?:/\"").find(c) != std::string_view::npos; }

// Recursive descent over the pattern; the first error stops it.
class PatternParser {
 public:
  PatternParser(std::string_view pattern, const PatternNames& names) : rest_(pattern), names_(names) {}

  Result<Sequences> parse() {
    Sequences all = alternatives(0);
    if (error_.empty() && !rest_.empty()) expected("the end of the pattern");
    if (!error_.empty()) return Error{ErrorCode::invalid_input, error_};
    return all;
  }

 private:
  void expected(std::string_view what) {
    if (!error_.empty()) return;
    error_ = "expected " + std::string(what) + ", found " +
             (rest_.empty() ? "the end of the line" : "'" + std::string(rest_.substr(0, 20)) + "'");
  }

  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (take(' ')) {
    }
  }

  std::string_view take_word() {
    std::size_t size = 0;
    while (size < rest_.size() && !is_special(rest_[size])) ++size;
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

  Sequences alternatives(std::size_t depth) {
    Sequences all = sequence(depth);
    while (error_.empty() && take('|')) {
      for (PatternSequence& s : sequence(depth)) all.push_back(std::move(s));
    }
    return all;
  }

  Sequences sequence(std::size_t depth) {
    Sequences all{{}};
    skip_spaces();
    while (error_.empty() && !rest_.empty() &&
           std::string_view("|)}").find(rest_[0]) == std::string_view::npos) {
      all = product(all, element(depth));
      skip_spaces();
    }
    if (error_.empty() && all.size() == 1 && all[0].empty()) expected("a word, <class> or (group)");
    return all;
  }

  Sequences product(const Sequences& heads, const Sequences& tails) {
    if (heads.size() * tails.size() > kMaxPatternVariants) {
      expected("a pattern for fewer sequences");
      return {{}};
    }
    Sequences all;
    for (const PatternSequence& head : heads) {
      for (const PatternSequence& tail : tails) {
        all.push_back(head);
        all.back().insert(all.back().end(), tail.begin(), tail.end());
        if (all.back().size() > kMaxPatternLength) expected("a shorter pattern");
      }
    }
    return all;
  }

  Sequences element(std::size_t depth) {
    Sequences all;
    const std::int32_t capture = capture_name();
    if (take('(')) {
      all = group(depth, ')');
    } else if (take('{')) {
      all = group(depth, '}');
      for (PatternSequence& s : all) {
        for (PatternElement& e : s) e.outside = true;
      }
    } else {
      all = atom();
    }
    if (capture >= 0) mark(all, capture);
    if (take('?')) all.push_back({});
    return all;
  }

  Sequences group(std::size_t depth, char close) {
    if (depth == kMaxPatternDepth) {
      expected("fewer groups inside groups");
      return {{}};
    }
    Sequences all = alternatives(depth + 1);
    if (!take(close)) expected(std::string("'") + close + "'");
    return all;
  }

  // "m:" before an element, if it is there; -1 if not.
  std::int32_t capture_name() {
    const std::string_view before = rest_;
    const std::string_view name = take_word();
    if (!name.empty() && take(':')) return names_.capture(name);
    rest_ = before;
    return -1;
  }

  void mark(Sequences& all, std::int32_t capture) {
    for (PatternSequence& s : all) {
      if (s.size() == 1) {
        s[0].capture = capture;
      } else {
        expected("one item after the name of a capture");
      }
    }
  }

  Sequences atom() {
    Sequences all;
    for (const ClassId id : class_ids()) all.push_back({{.symbol = {.class_id = id}}});
    if (take('/')) conditions(all);
    return all;
  }

  std::vector<ClassId> class_ids() {
    if (take('<')) {
      const std::string_view name = take_word();
      std::vector<ClassId> ids = names_.classes(name);
      if (ids.empty()) expected("the name of a word class or category, not '" + std::string(name) + "'");
      if (!take('>')) expected("'>'");
      return ids;
    }
    std::string_view word;
    if (take('"')) {
      const std::size_t end = std::min(rest_.find('"'), rest_.size());
      word = rest_.substr(0, end);
      rest_.remove_prefix(end);
      if (!take('"')) expected("'\"'");
    } else {
      word = take_word();
    }
    if (word.empty()) expected("a word, <class> or (group)");
    return {error_.empty() ? names_.literal(word) : 0};
  }

  void conditions(Sequences& all) {
    std::string_view list = take_word();
    while (!list.empty() && error_.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      condition(list.substr(0, comma), all);
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

  void condition(std::string_view name, Sequences& all) {
    if (name == "!quantity") {
      for (PatternSequence& s : all) s[0].symbol.not_quantity = true;
      return;
    }
    for (int i = 0; i < kUposCount; ++i) {
      if (to_string(static_cast<Upos>(i)) != name) continue;
      for (PatternSequence& s : all) s[0].symbol.upos |= 1u << i;
      return;
    }
    expected("a part of speech or !quantity, not '" + std::string(name) + "'");
  }

  std::string_view rest_;
  const PatternNames& names_;
  std::string error_;
};

}  // namespace

Result<std::vector<PatternSequence>> expand_pattern(std::string_view pattern, const PatternNames& names) {
  return PatternParser(pattern, names).parse();
}

}  // namespace hearsay
