#include "claims/positions.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace hearsay {
namespace {

enum class Stance : std::int8_t { unknown, holds, rejects };

Stance turned(Stance stance) {
  if (stance == Stance::unknown) return stance;
  return stance == Stance::holds ? Stance::rejects : Stance::holds;
}

bool keeps_stance(RelationType type) {
  return type == RelationType::supports || type == RelationType::repeats;
}

// What one statement of a thread says of its claim, in words alone.
Stance worded_stance(const Statement& statement, const Statement& claim) {
  if (statement.pointing && statement.rejects) return Stance::rejects;
  const bool claim_is_negative = claim.denied != claim.rejects;
  return statement.denied == claim_is_negative ? Stance::holds : Stance::rejects;
}

// Passes stances on from the first statement that claims something, over the surest link that leads on, until
// no sure link does.
class Stances {
 public:
  Stances(std::span<const PlacedStatement> statements, std::span<const std::uint32_t> members,
          std::span<const LinkedPair> links)
      : stances_(members.size(), Stance::unknown), takes_back_(members.size(), false) {
    for (std::uint32_t i = 0; i < members.size(); ++i) place_[members[i]] = i;
    for (const LinkedPair& link : links) add(link);
    std::ranges::sort(edges_, [](const Edge& a, const Edge& b) {
      return std::tie(b.confidence, a.later, a.earlier) < std::tie(a.confidence, b.later, b.earlier);
    });
    // Who has no comment makes no claim.
    std::uint32_t first = 0;
    while (first + 1 < members.size() && statements[members[first]].statement.act == Act::decline) ++first;
    const Statement& claim = statements[members[first]].statement;
    stances_[first] = claim.rejects ? Stance::rejects : Stance::holds;
    std::erase_if(edges_, [&](const Edge& edge) {
      return statements[members[edge.later]].statement.act == Act::decline ||
             statements[members[edge.earlier]].statement.act == Act::decline;
    });
    spread(first);
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (stances_[i] == Stance::unknown)
        stances_[i] = worded_stance(statements[members[i]].statement, claim);
    }
    for (const Edge& edge : edges_) {
      if (edge.type != RelationType::retracts) continue;
      const Act later = statements[members[edge.later]].statement.act;
      // Who admits what was denied confirms it.
      const bool admits = later == Act::confirm && stances_[edge.later] == Stance::holds &&
                          stances_[edge.earlier] == Stance::rejects;
      if (!admits) takes_back_[edge.later] = true;
    }
  }

  Stance of(std::size_t member) const { return stances_[member]; }
  bool takes_back(std::size_t member) const { return takes_back_[member]; }

 private:
  struct Edge {
    std::uint32_t later = 0, earlier = 0;  // indices into the members
    RelationType type = RelationType::disputes;
    float confidence = 0;
  };

  void add(const LinkedPair& link) {
    if (link.relation.confidence < kThreadConfidence) return;
    const auto later = place_.find(link.later);
    const auto earlier = place_.find(link.earlier);
    if (later == place_.end() || earlier == place_.end()) return;
    edges_.push_back({later->second, earlier->second, link.relation.type, link.relation.confidence});
  }

  // A link is looked at again only after it has become the surest that leads on: each of the
  // known statement's own links is put into the heap once.
  void spread(std::uint32_t first) {
    std::vector<std::vector<std::uint32_t>> of_member(stances_.size());
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
      of_member[edges_[e].later].push_back(e);
      of_member[edges_[e].earlier].push_back(e);
    }
    std::vector<std::uint32_t> open;  // a heap: edges are numbered from the surest
    const auto reach = [&](std::uint32_t member) {
      for (const std::uint32_t e : of_member[member]) {
        open.push_back(e);
        std::ranges::push_heap(open, std::greater());
      }
    };
    reach(first);
    while (!open.empty()) {
      std::ranges::pop_heap(open, std::greater());
      const Edge& edge = edges_[open.back()];
      open.pop_back();
      const bool forward = stances_[edge.later] == Stance::unknown;
      if (!forward && stances_[edge.earlier] != Stance::unknown) continue;
      const std::uint32_t from = forward ? edge.earlier : edge.later;
      const std::uint32_t to = forward ? edge.later : edge.earlier;
      stances_[to] = keeps_stance(edge.type) ? stances_[from] : turned(stances_[from]);
      reach(to);
    }
  }

  std::map<std::uint32_t, std::uint32_t> place_;  // of a statement among the members
  std::vector<Edge> edges_;
  std::vector<Stance> stances_;
  std::vector<bool> takes_back_;
};

Position position_of(const Statement& statement, Stance stance, bool takes_back) {
  if (statement.act == Act::decline) return Position::declined;
  if (statement.act == Act::retract || takes_back) return Position::retracted;
  if (stance == Stance::rejects) return Position::denied;
  return statement.act == Act::confirm ? Position::confirmed : Position::asserted;
}

}  // namespace

std::string_view to_string(Position position) {
  constexpr std::array<std::string_view, kPositionCount> kNames = {"none",      "asserted",  "denied",
                                                                   "confirmed", "retracted", "declined"};
  return kNames[static_cast<std::size_t>(position)];
}

std::vector<SourcePosition> find_positions(std::span<const PlacedStatement> statements,
                                           std::span<const std::uint32_t> members,
                                           std::span<const LinkedPair> links) {
  if (members.empty()) return {};
  const Stances stances(statements, members, links);
  std::vector<SourcePosition> positions;
  std::map<std::string_view, Stance> taken_back;  // by source: what it holds since it took something back
  for (std::size_t m = 0; m < members.size(); ++m) {
    const PlacedStatement& placed = statements[members[m]];
    const Statement& statement = placed.statement;
    if (statement.speaker.kind == SpeakerKind::nobody) continue;
    if (statement.negated && statement.act != Act::decline) continue;  // it was not said
    const Stance stance = stances.of(m);
    const auto before = taken_back.find(statement.speaker.name);
    const bool still = before != taken_back.end() && before->second == stance;
    const Position position = position_of(statement, stance, stances.takes_back(m) || still);
    if (position == Position::retracted) taken_back[statement.speaker.name] = stance;
    positions.push_back({statement.speaker.name, position, placed.published, members[m]});
  }
  std::ranges::stable_sort(positions, {}, &SourcePosition::source);
  const auto same = [](const SourcePosition& a, const SourcePosition& b) {
    return a.source == b.source && a.position == b.position;
  };
  positions.erase(std::unique(positions.begin(), positions.end(), same), positions.end());
  return positions;
}

}  // namespace hearsay
