#include "times/match.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers of more digits than that are no part of a date.
constexpr std::size_t kMaxDigits = 9;

// Lower case, straight apostrophes.
void fold(std::string_view form, std::string& out) {
  out.clear();
  bool ascii = true;
  for (const char c : form) {
    ascii = ascii && static_cast<unsigned char>(c) < 128;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (ascii) return;
  to_lower(form, out);
  for (std::size_t at = 0; (at = out.find("\u2019", at)) != std::string::npos;) out.replace(at, 3, "'");
}

// Reads the runs of digits of `form` where it has the shape; false if it has not.
bool fits(std::string_view shape, std::string_view form, std::array<std::int32_t, 3>& numbers) {
  if (shape.size() != form.size()) return false;
  int run = -1;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = is_digit(form[i]);
    if (shape[i] == '9' ? !digit : shape[i] != form[i]) return false;
    if (!digit) continue;
    const bool starts_run = i == 0 || !is_digit(form[i - 1]);
    if (starts_run && ++run == 3) return false;
    numbers[run] = starts_run ? form[i] - '0' : numbers[run] * 10 + (form[i] - '0');
  }
  return true;
}

// The value of "1,250", "90"; false for anything else.
bool is_whole_number(std::string_view form) {
  return !form.empty() && form.size() <= kMaxDigits && is_digit(form[0]) &&
         std::all_of(form.begin(), form.end(), [](char c) { return is_digit(c) || c == ','; });
}

std::int32_t whole_number(std::string_view form) {
  std::int32_t value = 0;
  for (const char c : form) value = c == ',' ? value : value * 10 + (c - '0');
  return value;
}

class SentenceMatcher {
 public:
  SentenceMatcher(const TimeRules& rules, const Document& doc, MatchScratch& scratch)
      : rules_(rules), doc_(doc), s_(scratch) {}

  void match(Sentence sentence) {
    s_.items.clear();
    s_.classes.clear();
    s_.values.clear();
    for (std::uint32_t token = sentence.first_token; token < sentence.last_token; ++token) {
      add_token(token);
    }
    for (const RulePass& pass : rules_.passes) run(pass);
  }

 private:
  void add_token(std::uint32_t token) {
    const Span span = doc_.tokens[token].span;
    TimeItem item{.span = span, .token = token, .last_token = token};
    if (classify(item)) return s_.items.push_back(item);
    const std::string_view form = doc_.at(span);
    if (form.size() <= 32 && form.find_first_of("-/") != std::string_view::npos && add_pieces(item)) return;
    s_.items.push_back(item);
  }

  // "mid-November" as three items, if a class knows one of the words; false and
  // nothing added if none does.
  bool add_pieces(TimeItem whole) {
    const std::size_t before = s_.items.size();
    const std::string_view form = doc_.at(whole.span);
    bool known = false;
    for (std::size_t at = 0; at < form.size();) {
      std::size_t end = form.find_first_of("-/", at);
      if (end == at) end = at + 1;
      end = std::min(end, form.size());
      TimeItem piece = whole;
      piece.span = {static_cast<std::uint32_t>(whole.span.begin + at),
                    static_cast<std::uint32_t>(whole.span.begin + end)};
      known |= classify(piece) && end - at > 1;
      s_.items.push_back(piece);
      at = end;
    }
    if (!known) s_.items.resize(before);
    return known;
  }

  // Looks up the item's classes; false if it has none.
  bool classify(TimeItem& item) {
    const std::string_view form = doc_.at(item.span);
    item.first_class = item.last_class = static_cast<std::uint32_t>(s_.classes.size());
    if (form.size() > 32) return false;
    fold(form, s_.folded);
    if (const auto found = rules_.words.find(s_.folded); found != rules_.words.end()) {
      const bool cased = char_class(decode_utf8(form, 0).value) == CharClass::upper;
      for (const Membership& m : found->second) {
        if (!m.cased || cased) s_.classes.push_back({m.class_id, {m.number, kUnset, kUnset}});
      }
    }
    if (s_.folded.find_first_of("0123456789") != std::string::npos) classify_by_shape();
    item.last_class = static_cast<std::uint32_t>(s_.classes.size());
    return item.first_class < item.last_class;
  }

  void classify_by_shape() {
    for (const DigitShape& shape : rules_.shapes) {
      ItemClass found{.class_id = shape.membership.class_id};
      // "9+": a whole number, of as many digits as it likes.
      if (shape.pattern == "9+" && is_whole_number(s_.folded)) {
        found.numbers[0] = whole_number(s_.folded);
        s_.classes.push_back(found);
      } else if (shape.pattern != "9+" && fits(shape.pattern, s_.folded, found.numbers)) {
        s_.classes.push_back(found);
      }
    }
  }

  struct Found {
    std::size_t length = 0;  // items
    std::int32_t variant = -1;
    std::array<std::uint32_t, kMaxPatternLength> classes{};  // of each item: index into classes
  };

  void run(const RulePass& pass) {
    s_.next.clear();
    for (std::size_t i = 0; i < s_.items.size();) {
      Found best;
      if (s_.items[i].first_class < s_.items[i].last_class) find_longest(pass, i, best);
      if (best.variant < 0) {
        s_.next.push_back(s_.items[i++]);
        continue;
      }
      const RuleVariant& variant = pass.variants[best.variant];
      const TimeItem item = apply(variant, i, best);
      const auto begin = s_.items.begin() + i;
      s_.next.insert(s_.next.end(), begin, begin + variant.lead);
      s_.next.push_back(item);
      // What must follow may begin an expression of its own.
      i += best.length - variant.trail;
    }
    s_.items.swap(s_.next);
  }

  // Walks the trie along all classes of the items from `start` on. At most
  // kMaxPatternLength deep, and as wide as the rules are.
  void find_longest(const RulePass& pass, std::size_t start, Found& best) const {
    Found path;
    walk(pass, start, 0, path, best);
  }

  void walk(const RulePass& pass, std::size_t start, std::uint32_t node, Found& path, Found& best) const {
    const std::int32_t variant = pass.nodes[node].variant;
    const bool same_length = best.variant >= 0 && path.length == best.length;
    if (variant >= 0 &&
        (path.length > best.length || (same_length && earlier(pass, variant, best.variant)))) {
      best = path;
      best.variant = variant;
    }
    if (start + path.length >= s_.items.size() || path.length == kMaxPatternLength) return;
    const TimeItem& item = s_.items[start + path.length];
    const auto& edges = pass.nodes[node].edges;
    if (edges.empty()) return;
    for (std::uint32_t c = item.first_class; c < item.last_class; ++c) {
      const ClassId id = s_.classes[c].class_id;
      auto edge = std::lower_bound(edges.begin(), edges.end(), id, [](const TrieEdge& e, ClassId wanted) {
        return e.symbol.class_id < wanted;
      });
      for (; edge != edges.end() && edge->symbol.class_id == id; ++edge) {
        if (!allows(edge->symbol, item)) continue;
        path.classes[path.length++] = c;
        walk(pass, start, edge->node, path, best);
        --path.length;
      }
    }
  }

  static bool earlier(const RulePass& pass, std::int32_t a, std::int32_t b) {
    return pass.variants[a].rule < pass.variants[b].rule;
  }

  bool allows(const ItemSymbol& symbol, const TimeItem& item) const {
    if (symbol.upos != 0 && !doc_.tags.empty() &&
        (symbol.upos >> static_cast<int>(doc_.tags[item.token].upos) & 1) == 0) {
      return false;
    }
    return !symbol.not_quantity || !is_quantity(item);
  }

  // "2000 people", but neither "the 2000 elections" nor "2011 elections": a round
  // number before a plural. Parsers take it for a year as readily as we do.
  bool is_quantity(const TimeItem& item) const {
    const std::uint32_t next = item.last_token + 1;
    if (doc_.tags.empty() || next >= doc_.tags.size()) return false;
    const bool plural = rules_.lists(TenseList::plural, doc_.strings[doc_.tags[next].xpos]);
    const bool determined = item.token > 0 && (doc_.tags[item.token - 1].upos == Upos::DET ||
                                               doc_.tags[item.token - 1].upos == Upos::PRON);
    return plural && !determined && doc_.at(item.span).ends_with('0');
  }

  TimeItem apply(const RuleVariant& variant, std::size_t start, const Found& found) {
    const TimeRule& rule = rules_.rules[variant.rule];
    const TimeItem& first = s_.items[start + variant.lead];
    const TimeItem& last = s_.items[start + found.length - 1 - variant.trail];
    TimeValue value;
    for (const RuleOperation& operation : rule.operations) run(operation, variant, start, found, value);
    TimeItem item{.span = {first.span.begin, last.span.end},
                  .token = first.token,
                  .last_token = last.last_token,
                  .first_class = static_cast<std::uint32_t>(s_.classes.size()),
                  .value = static_cast<std::uint32_t>(s_.values.size()),
                  .category = rule.category};
    // A word that has become a number can still be matched as the word.
    if (found.length - variant.lead - variant.trail == 1) {
      for (std::uint32_t c = first.first_class; c < first.last_class; ++c) {
        if (s_.classes[c].class_id != rule.category) s_.classes.push_back(ItemClass(s_.classes[c]));
      }
    }
    s_.classes.push_back({rule.category, {value[TimeField::number], kUnset, kUnset}});
    item.last_class = static_cast<std::uint32_t>(s_.classes.size());
    s_.values.push_back(value);
    return item;
  }

  // What a capture stands for.
  TimeValue captured(std::int32_t capture, const RuleVariant& variant, std::size_t start,
                     const Found& found) const {
    TimeValue value;
    const bool bound = static_cast<std::size_t>(capture) < variant.positions.size();
    const std::int32_t position = bound ? variant.positions[capture] : -1;
    if (position < 0) return value;
    const TimeItem& item = s_.items[start + position];
    const ItemClass& as = s_.classes[found.classes[position]];
    if (item.value != kNone && as.class_id == item.category) return s_.values[item.value];
    value[TimeField::number] = as.numbers[0];
    value[TimeField::number2] = as.numbers[1];
    value[TimeField::number3] = as.numbers[2];
    return value;
  }

  void run(const RuleOperation& o, const RuleVariant& variant, std::size_t start, const Found& found,
           TimeValue& value) const {
    if (o.kind == RuleOperationKind::set) {
      const std::int32_t number = sum(o.terms, variant, start, found);
      // An operation on a capture that the match lacks changes nothing.
      if (number != kUnset) value[o.field] = number;
      return;
    }
    const TimeValue from = captured(o.capture, variant, start, found);
    for (std::size_t f = 0; f < from.fields.size(); ++f) {
      const bool wanted = o.kind == RuleOperationKind::copy || value.fields[f] == kUnset;
      if (from.fields[f] != kUnset && wanted) value.fields[f] = from.fields[f];
    }
  }

  std::int32_t sum(const std::vector<RuleTerm>& terms, const RuleVariant& variant, std::size_t start,
                   const Found& found) const {
    std::int32_t total = 0;
    for (const RuleTerm& term : terms) {
      const std::int32_t number =
          term.capture < 0 ? term.constant : captured(term.capture, variant, start, found)[term.field];
      if (number == kUnset) return kUnset;
      total = calculate(total, term.arithmetic, number);
    }
    return total;
  }

  static std::int32_t calculate(std::int32_t left, char arithmetic, std::int32_t right) {
    constexpr std::int64_t kMost = 1'000'000'000;
    if (left == kUnknownAmount || right == kUnknownAmount) return kUnknownAmount;
    const std::int64_t a = left, b = right;
    const std::int64_t result = arithmetic == '+' ? a + b : arithmetic == '-' ? a - b : a * b;
    return static_cast<std::int32_t>(std::clamp(result, -kMost, kMost));
  }

  const TimeRules& rules_;
  const Document& doc_;
  MatchScratch& s_;
};

}  // namespace

void match_sentence(const TimeRules& rules, const Document& doc, Sentence sentence, MatchScratch& scratch) {
  SentenceMatcher(rules, doc, scratch).match(sentence);
}

}  // namespace hearsay
