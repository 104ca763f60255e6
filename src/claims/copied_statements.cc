#include "claims/copied_statements.h"

#include <algorithm>
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

std::vector<std::pair<std::uint32_t, std::uint32_t>> match_copies(std::span<const PlacedStatement> a,
                                                                  std::span<const PlacedStatement> b,
                                                                  bool (*is_copy)(const Statement&,
                                                                                  const Statement&)) {
  // 100 - common words; the sum of the indices, so that the order of the articles does not matter: no two
  // pairs that have a statement in common have the same sum; the indices.
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    for (std::uint32_t k = 0; k < b.size(); ++k) {
      if (is_copy(a[i].statement, b[k].statement))
        pairs.emplace_back(100 - common_words(a[i].statement, b[k].statement), i + k, i, k);
    }
  }
  std::ranges::sort(pairs);
  std::vector<bool> taken_of_a(a.size());
  std::vector<bool> taken_of_b(b.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;
  for (const auto& [rest, sum, i, k] : pairs) {
    if (taken_of_a[i] || taken_of_b[k]) continue;
    taken_of_a[i] = taken_of_b[k] = true;
    matches.emplace_back(i, k);
  }
  std::ranges::sort(matches);
  return matches;
}

Relation copy_relation(const PlacedStatement& later, const PlacedStatement& earlier) {
  return repeat(later, earlier, "the same words in a copy of the same report");
}

Relation quote_relation(const PlacedStatement& later, const PlacedStatement& earlier) {
  return repeat(later, earlier, "the same words in a paragraph or quotation of two reports");
}

}  // namespace hearsay
