#include "syntax/spanning_tree.h"

#include <algorithm>
#include <cstddef>

namespace hearsay {
namespace {

constexpr double kForbidden = -1e100;

// Scores of all arcs over nodes 0..size-1; node 0 is the root.
struct Graph {
  explicit Graph(int nodes) : size(nodes), scores(static_cast<std::size_t>(nodes) * nodes, kForbidden) {}
  double& at(int dependent, int head) { return scores[static_cast<std::size_t>(dependent) * size + head]; }
  double at(int dependent, int head) const {
    return scores[static_cast<std::size_t>(dependent) * size + head];
  }
  int size;
  std::vector<double> scores;
};

std::vector<int> best_heads(const Graph& graph) {
  std::vector<int> heads(static_cast<std::size_t>(graph.size), 0);
  for (int d = 1; d < graph.size; ++d) {
    for (int h = 1; h < graph.size; ++h) {
      if (graph.at(d, h) > graph.at(d, heads[d])) heads[d] = h;
    }
  }
  return heads;
}

// The nodes of one cycle, or none.
std::vector<int> find_cycle(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  std::vector<int> seen(heads.size(), -1);
  for (int start = 1; start < n; ++start) {
    int at = start;
    while (at != 0 && seen[at] < 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<int> cycle;
    for (int first = at; cycle.empty() || at != first; at = heads[at]) cycle.push_back(at);
    return cycle;
  }
  return {};
}

// A graph in which one cycle has become the last node, and how to undo that.
struct Contraction {
  Graph graph;
  std::vector<int> kept;   // node of `graph` -> node before
  std::vector<int> enter;  // kept node as head -> node of the cycle that it would enter
  std::vector<int> leave;  // kept node as dependent -> its best head inside the cycle
};

Contraction contract(const Graph& graph, const std::vector<int>& heads, const std::vector<int>& cycle) {
  std::vector<char> in_cycle(static_cast<std::size_t>(graph.size), 0);
  for (const int node : cycle) in_cycle[node] = 1;
  const int merged = graph.size - static_cast<int>(cycle.size());
  Contraction c{Graph(merged + 1), {}, {}, {}};
  for (int node = 0; node < graph.size; ++node) {
    if (!in_cycle[node]) c.kept.push_back(node);
  }
  for (int k = 0; k < merged; ++k) {
    for (int j = 0; j < merged; ++j) c.graph.at(k, j) = graph.at(c.kept[k], c.kept[j]);
    const int other = c.kept[k];
    // Entering at `node` gains its arc and loses the cycle's own arc into it.
    const auto gain = [&](int node) { return graph.at(node, other) - graph.at(node, heads[node]); };
    const int enter =
        *std::max_element(cycle.begin(), cycle.end(), [&](int a, int b) { return gain(a) < gain(b); });
    const int leave = *std::max_element(
        cycle.begin(), cycle.end(), [&](int a, int b) { return graph.at(other, a) < graph.at(other, b); });
    c.enter.push_back(enter);
    c.leave.push_back(leave);
    c.graph.at(merged, k) = gain(enter);
    if (k > 0) c.graph.at(k, merged) = graph.at(other, leave);
  }
  return c;
}

std::vector<int> arborescence(const Graph& first) {
  std::vector<int> heads = best_heads(first);
  std::vector<int> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;
  // Contract until no cycle is left, then expand in the opposite order.
  struct Level {
    std::vector<int> heads;
    Contraction contraction;
  };
  std::vector<Level> levels;
  while (!cycle.empty()) {
    const Graph& graph = levels.empty() ? first : levels.back().contraction.graph;
    levels.push_back({heads, contract(graph, heads, cycle)});
    heads = best_heads(levels.back().contraction.graph);
    cycle = find_cycle(heads);
  }
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    const Contraction& c = level->contraction;
    const int merged = c.graph.size - 1;
    std::vector<int> expanded = level->heads;  // keeps the arcs inside the cycle
    for (int k = 1; k < merged; ++k) expanded[c.kept[k]] = heads[k] == merged ? c.leave[k] : c.kept[heads[k]];
    expanded[c.enter[heads[merged]]] = c.kept[heads[merged]];
    heads = std::move(expanded);
  }
  return heads;
}

}  // namespace

std::vector<int> find_spanning_tree(std::span<const float> scores, int n) {
  Graph graph(n + 1);
  for (int d = 0; d < n; ++d) {
    for (int h = 0; h <= n; ++h) {
      if (h != d + 1) graph.at(d + 1, h) = scores[static_cast<std::size_t>(d) * (n + 1) + h];
    }
  }
  std::vector<int> best = arborescence(graph);
  if (std::count(best.begin() + 1, best.end(), 0) > 1) {
    // An arc from the root now costs more than all other arcs could gain.
    const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
    const double cost = (n + 1) * (static_cast<double>(*most) - *least) + 1;
    for (int d = 1; d <= n; ++d) graph.at(d, 0) -= cost;
    best = arborescence(graph);
  }
  best.erase(best.begin());
  return best;
}

}  // namespace hearsay
