#include "train/match_statements.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>

#include "claims/token_range.h"

namespace hearsay {
namespace {

using Tokens = std::vector<std::uint32_t>;

std::size_t count_common(const Tokens& a, const Tokens& b) {
  Tokens common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return common.size();
}

}  // namespace

std::vector<const GoldStatement*> match_statements(const Document& doc,
                                                   const std::vector<GoldStatement>& gold,
                                                   const std::string& article) {
  struct Fit {
    double dice = 0;
    std::size_t gold = 0;
    std::size_t found = 0;
  };
  std::vector<Fit> fits;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (gold[g].article != article) continue;
    const Tokens cue = tokens_under(doc, gold[g].cue);
    const Tokens content = tokens_under(doc, gold[g].content);
    for (std::size_t f = 0; f < doc.attributions.size(); ++f) {
      const Attribution& a = doc.attributions[f];
      if (count_common(cue, tokens_under(doc, a.cue)) == 0) continue;
      const Tokens found = tokens_under(doc, a.content);
      const double dice = 2.0 * static_cast<double>(count_common(content, found)) /
                          static_cast<double>(std::max<std::size_t>(1, content.size() + found.size()));
      if (dice >= 0.5) fits.push_back({dice, g, f});
    }
  }
  std::ranges::stable_sort(fits, std::ranges::greater(), &Fit::dice);
  std::vector<const GoldStatement*> matched(doc.attributions.size(), nullptr);
  std::vector<bool> taken(gold.size());
  for (const Fit& fit : fits) {
    if (taken[fit.gold] || matched[fit.found] != nullptr) continue;
    taken[fit.gold] = true;
    matched[fit.found] = &gold[fit.gold];
  }
  return matched;
}

}  // namespace hearsay
