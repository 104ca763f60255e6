#include "claims/threads.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "claims/speakers.h"

namespace hearsay {
namespace {

// Disjoint sets, each named by its earliest statement.
class Joins {
 public:
  explicit Joins(std::span<const PlacedStatement> statements)
      : statements_(statements), parent_(statements.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return;
    if (comes_before(statements_[b], statements_[a])) std::swap(a, b);
    parent_[b] = a;
  }

 private:
  std::span<const PlacedStatement> statements_;
  std::vector<std::uint32_t> parent_;
};

constexpr std::size_t kMostCompared = 64;  // sources of one thread that are compared pair by pair

// `retold` joins statements that repeat each other: they have one source, whatever name an
// article has for it.
std::uint32_t count_independent(std::span<const PlacedStatement> statements,
                                const std::vector<std::uint32_t>& members, Joins& retold) {
  std::vector<const Speaker*> heads;
  std::set<std::uint32_t> counted;
  for (const std::uint32_t i : members) {
    const Speaker& speaker = statements[i].statement.speaker;
    if (speaker.kind != SpeakerKind::named || heads.size() == kMostCompared) continue;
    if (!counted.insert(retold.find(i)).second) continue;
    const bool known = std::ranges::any_of(
        heads, [&](const Speaker* head) { return kinship_of(*head, speaker, false) != Kinship::other; });
    if (!known) heads.push_back(&speaker);
  }
  return static_cast<std::uint32_t>(heads.size());
}

// How sure it is that they disagree at all.
float surest_disagreement(const std::vector<LinkedPair>& links) {
  float surest = 0;
  for (const LinkedPair& link : links) {
    const RelationType type = link.relation.type;
    if (type == RelationType::supports || type == RelationType::repeats) continue;
    surest = std::max(surest, link.relation.confidence);
  }
  return surest;
}

}  // namespace

std::vector<Thread> find_threads(std::span<const PlacedStatement> statements,
                                 std::span<const LinkedPair> links, std::span<const std::int64_t> known) {
  Joins joins(statements);
  Joins retold(statements);
  for (const LinkedPair& link : links) {
    if (link.relation.confidence < kThreadConfidence) continue;
    joins.join(link.later, link.earlier);
    if (link.relation.type == RelationType::repeats) retold.join(link.later, link.earlier);
  }
  std::map<std::int64_t, std::uint32_t> first_of;
  for (std::uint32_t i = 0; i < known.size(); ++i) {
    if (known[i] >= 0) joins.join(i, first_of.try_emplace(known[i], i).first->second);
  }
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(
      order, [&](std::uint32_t a, std::uint32_t b) { return comes_before(statements[a], statements[b]); });
  std::vector<std::vector<std::uint32_t>> members(statements.size());
  for (const std::uint32_t i : order) members[joins.find(i)].push_back(i);
  std::vector<std::vector<LinkedPair>> links_of(statements.size());
  for (const LinkedPair& link : links) {
    const std::uint32_t thread = joins.find(link.later);
    if (thread == joins.find(link.earlier)) links_of[thread].push_back(link);
  }
  std::vector<Thread> threads;
  for (const std::uint32_t i : order) {
    if (members[i].size() < 2) continue;
    Thread thread;
    thread.positions = find_positions(statements, members[i], links_of[i]);
    thread.independent_sources = count_independent(statements, members[i], retold);
    thread.disagreement = surest_disagreement(links_of[i]);
    thread.statements = std::move(members[i]);
    thread.size = static_cast<std::uint32_t>(thread.statements.size());
    threads.push_back(std::move(thread));
  }
  return threads;
}

}  // namespace hearsay
