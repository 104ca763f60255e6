#include "answers/disputes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace hearsay {
namespace {

// The same for a statement and its copies.
std::int64_t first_copy(const LedgerStatement& statement) {
  std::int64_t first = statement.number;
  for (const LedgerCarrier& carrier : statement.carried_by) first = std::min(first, carrier.statement);
  return first;
}

}  // namespace

std::vector<Dispute> find_disputes(const LedgerStory& story) {
  std::vector<Dispute> disputes;
  std::map<std::uint32_t, std::size_t> index;
  std::set<std::pair<std::int64_t, std::int64_t>> seen;
  for (const LinkedPair& link : story.links) {
    const auto pair =
        std::pair(first_copy(story.statements[link.later]), first_copy(story.statements[link.earlier]));
    if (!seen.insert(pair).second) continue;
    const auto [found, is_new] = index.emplace(link.earlier, disputes.size());
    if (is_new) disputes.push_back({link.earlier, {}});
    disputes[found->second].links.push_back(&link);
  }
  std::stable_sort(disputes.begin(), disputes.end(), [](const Dispute& a, const Dispute& b) {
    return a.links.back()->later > b.links.back()->later;
  });
  return disputes;
}

}  // namespace hearsay
