#include "claims/copied_statements.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "claims/speakers.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kSameWords = 75;     // percent of the weight of all words of both
constexpr std::uint32_t kQuotedWords = 90;   // percent of the weight of the shorter one's words
constexpr std::uint32_t kQuotedWeight = 15;  // shared; less may be chance
constexpr int kCopied = 95;                  // percent of confidence

struct Overlap {
  std::uint32_t shared = 0, of_a = 0, of_b = 0;  // weights of words
};

Overlap overlap_of(const Statement& a, const Statement& b) {
  Overlap overlap;
  auto x = a.words.begin();
  auto y = b.words.begin();
  while (x != a.words.end() || y != b.words.end()) {
    const bool from_a = y == b.words.end() || (x != a.words.end() && x->key <= y->key);
    const bool from_b = x == a.words.end() || (y != b.words.end() && y->key <= x->key);
    if (from_a && from_b) overlap.shared += x->weight;
    if (from_a) overlap.of_a += x++->weight;
    if (from_b) overlap.of_b += y++->weight;
  }
  return overlap;
}

// Weight that both have, in percent of the weight that either has; 100 for no words at all.
std::uint32_t common_words(const Statement& a, const Statement& b) {
  const Overlap overlap = overlap_of(a, b);
  const std::uint32_t all = overlap.of_a + overlap.of_b - std::min(overlap.shared, overlap.of_b);
  return all == 0 ? 100 : std::min(100u, overlap.shared * 100 / all);
}

bool have_same_speaker(const Speaker& a, const Speaker& b) {
  if (a.name == b.name) return true;
  return a.kind == SpeakerKind::nobody || b.kind == SpeakerKind::nobody ||
         kinship_of(a, b, false) == Kinship::same;
}

bool have_same_figures(const Statement& a, const Statement& b) {
  return std::ranges::equal(a.quantities, b.quantities, {}, &Quantity::thousandths, &Quantity::thousandths);
}

Relation repeat(const PlacedStatement& later, const PlacedStatement& earlier, const std::string& what) {
  const int confidence =
      std::min({kCopied, int{later.statement.confidence}, int{earlier.statement.confidence}});
  const std::string& carrier = later.publisher.empty() ? later.document : later.publisher;
  return {.type = RelationType::repeats,
          .confidence = static_cast<float>(confidence) / 100.0F,
          .why = what + ", carried by " + carrier};
}

// Those of the one are among those of the other.
bool have_figures_of_each_other(const Statement& a, const Statement& b) {
  const bool in_order = a.quantities.size() <= b.quantities.size();
  const Statement& fewer = in_order ? a : b;
  const Statement& more = in_order ? b : a;
  return std::ranges::all_of(fewer.quantities, [&](const Quantity& quantity) {
    return std::ranges::count(more.quantities, quantity.thousandths, &Quantity::thousandths) > 0;
  });
}

using IsCopy = bool (*)(const Statement&, const Statement&);
using Match = std::pair<std::uint32_t, std::uint32_t>;
using Places = std::vector<std::uint32_t>;  // indices of statements that have no copy yet, rising

struct Matching {
  std::span<const PlacedStatement> a, b;
  IsCopy is_copy = nullptr;
  std::vector<Match> matches = {};

  bool holds(std::uint32_t i, std::uint32_t k) const { return is_copy(a[i].statement, b[k].statement); }
};

// Pairs of statements that are compared one by one; two articles of 1,000 statements have as many.
constexpr std::size_t kMostPairs = 1'000'000;

// By what those are told apart that are the same to the letter.
bool is_less(const Statement& a, const Statement& b) {
  if (const int order = a.excerpt.compare(b.excerpt); order != 0) return order < 0;
  if (const int order = a.speaker.name.compare(b.speaker.name); order != 0) return order < 0;
  return std::ranges::lexicographical_compare(a.words, b.words, {}, &ContentWord::key, &ContentWord::key);
}

// Matches what is the same to the letter: the first with the first one, the second with the second.
void match_same(Matching& matching, Places& of_a, Places& of_b) {
  for (const auto& [places, statements] : {std::pair(&of_a, matching.a), std::pair(&of_b, matching.b)}) {
    std::ranges::stable_sort(*places, [&all = statements](std::uint32_t x, std::uint32_t y) {
      return is_less(all[x].statement, all[y].statement);
    });
  }
  Places left_of_a, left_of_b;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < of_a.size() && k < of_b.size()) {
    const Statement& x = matching.a[of_a[i]].statement;
    const Statement& y = matching.b[of_b[k]].statement;
    const bool a_first = is_less(x, y);
    const bool b_first = is_less(y, x);
    if (!a_first && !b_first && matching.holds(of_a[i], of_b[k])) {
      matching.matches.emplace_back(of_a[i++], of_b[k++]);
      continue;
    }
    if (!b_first) left_of_a.push_back(of_a[i++]);
    if (!a_first) left_of_b.push_back(of_b[k++]);
  }
  left_of_a.insert(left_of_a.end(), of_a.begin() + static_cast<std::ptrdiff_t>(i), of_a.end());
  left_of_b.insert(left_of_b.end(), of_b.begin() + static_cast<std::ptrdiff_t>(k), of_b.end());
  std::ranges::sort(left_of_a);
  std::ranges::sort(left_of_b);
  of_a = std::move(left_of_a);
  of_b = std::move(left_of_b);
}

// Matches each with the one that has most words in common; of more than kMostPairs, only those
// that stand about as far from the beginning.
void match_nearest(Matching& matching, const Places& of_a, const Places& of_b) {
  constexpr std::size_t kLeast = 4;
  const bool all = of_a.size() * of_b.size() <= kMostPairs;
  const std::size_t longer = std::max(of_a.size(), of_b.size());
  const std::size_t reach = all ? longer : std::max(kLeast, kMostPairs / 2 / longer);
  // 100 - common words; the sum of the indices, so that the order of the articles does not matter: no two
  // pairs that have a statement in common have the same sum; the indices.
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t x = 0; x < of_a.size(); ++x) {
    const std::size_t end = std::min(of_b.size(), x + reach + 1);
    for (std::size_t y = x - std::min(x, reach); y < end; ++y) {
      const std::uint32_t i = of_a[x];
      const std::uint32_t k = of_b[y];
      if (matching.holds(i, k))
        pairs.emplace_back(100 - common_words(matching.a[i].statement, matching.b[k].statement), i + k, i, k);
    }
  }
  std::ranges::sort(pairs);
  std::vector<bool> taken_of_a(matching.a.size());
  std::vector<bool> taken_of_b(matching.b.size());
  for (const auto& [rest, sum, i, k] : pairs) {
    if (taken_of_a[i] || taken_of_b[k]) continue;
    taken_of_a[i] = taken_of_b[k] = true;
    matching.matches.emplace_back(i, k);
  }
}

}  // namespace

bool is_copied(const Statement& a, const Statement& b) {
  if (a.denied != b.denied || a.negated != b.negated || !have_same_figures(a, b)) return false;
  if (!have_same_speaker(a.speaker, b.speaker)) return false;
  // "It", "to comment": nothing but the excerpt tells what was said.
  if (a.words.empty() && b.words.empty()) return a.excerpt == b.excerpt;
  return common_words(a, b) >= kSameWords;
}

bool is_quoted(const Statement& a, const Statement& b) {
  if (is_copied(a, b)) return true;
  if (a.refusing != b.refusing || a.negated != b.negated || !have_figures_of_each_other(a, b)) return false;
  if (!have_same_speaker(a.speaker, b.speaker)) return false;
  const Overlap overlap = overlap_of(a, b);
  const std::uint32_t shorter = std::min(overlap.of_a, overlap.of_b);
  return overlap.shared >= kQuotedWeight && overlap.shared * 100 >= shorter * kQuotedWords;
}

std::vector<Match> match_copies(std::span<const PlacedStatement> a, std::span<const PlacedStatement> b,
                                IsCopy is_copy) {
  Matching matching{a, b, is_copy};
  Places of_a(a.size());
  Places of_b(b.size());
  std::iota(of_a.begin(), of_a.end(), 0u);
  std::iota(of_b.begin(), of_b.end(), 0u);
  if (a.size() * b.size() > kMostPairs) match_same(matching, of_a, of_b);
  match_nearest(matching, of_a, of_b);
  std::ranges::sort(matching.matches);
  return std::move(matching.matches);
}

Relation copy_relation(const PlacedStatement& later, const PlacedStatement& earlier) {
  return repeat(later, earlier, "the same words in a copy of the same report");
}

Relation quote_relation(const PlacedStatement& later, const PlacedStatement& earlier) {
  return repeat(later, earlier, "the same words in a paragraph or quotation of two reports");
}

}  // namespace hearsay
