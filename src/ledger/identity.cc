#include "ledger/identity.h"

#include <algorithm>

namespace hearsay {
namespace {

// Two rare names, or a role and one: what articles of one story share at least.
constexpr int kLeastScore = 4;
constexpr int kRoleScore = 3;
constexpr int kNamedScore = 100;

// What is enough where nobody else comes into question, and articles of a story come together.
constexpr int kLeastInStory = 2;
constexpr int kStoryDays = 14;

// As long as a name is in the news.
constexpr int kNearDays = 60;

int score(const Evidence& e) {
  return e.shared + (e.same_role ? kRoleScore : 0) + (e.named_here ? kNamedScore : 0);
}

}  // namespace

EntityKind most_frequent(const KindCounts& kinds) {
  return static_cast<EntityKind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
}

bool kinds_fit(EntityKind short_name, EntityKind bearer) {
  return short_name == bearer || short_name == EntityKind::person || short_name == EntityKind::organization;
}

std::int64_t choose_dominant(const std::vector<Bearer>& bearers) {
  std::int64_t total = 0;
  Bearer best;
  for (const Bearer& bearer : bearers) {
    total += bearer.count;
    if (bearer.count > best.count) best = bearer;
  }
  return best.count >= kLeastDominant && best.count * 10 >= total * 9 ? best.name : 0;
}

std::int64_t choose_in_context(const std::vector<Evidence>& evidence) {
  const Evidence* best = nullptr;
  int best_score = -1, second = -1, called = 0;
  for (const Evidence& e : evidence) {
    const int s = score(e);
    called += e.called_so;
    if (s > best_score) {
      second = best_score;
      best_score = s;
      best = &e;
    } else {
      second = std::max(second, s);
    }
  }
  if (best == nullptr) return 0;
  if (best_score >= kLeastScore && best_score > second) return best->bearer;
  if (evidence.size() == 1 && best->days && *best->days <= kStoryDays && best_score >= kLeastInStory)
    return best->bearer;
  if (called != 1) return 0;
  // Only one is called so, and nothing speaks for another.
  const auto only =
      std::find_if(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.called_so; });
  const bool is_near = !only->days || *only->days <= kNearDays;
  return is_near && score(*only) == best_score ? only->bearer : 0;
}

int weigh_shared(std::int64_t uses) {
  if (uses <= 50) return 2;
  return uses <= 1000 ? 1 : 0;
}

}  // namespace hearsay
