#include "train/oracle.h"

#include <cassert>

namespace hearsay {

namespace {

// Dependents of the stack's top that are still in the buffer: lost when it is popped.
int count_dependents_ahead(const ParserState& state, std::span<const std::uint32_t> heads) {
  int count = 0;
  for (std::uint32_t i = state.next; i < state.root(); ++i) count += heads[i] == state.stack.back();
  return count;
}

// Arcs between the next word and the stack: lost when it is pushed, but for the one made.
int count_arcs_to_stack(const ParserState& state, std::span<const std::uint32_t> heads) {
  int count = 0;
  for (const std::uint32_t i : state.stack) {
    count += heads[i] == state.next && !state.has_head(i);
    count += heads[state.next] == i;
  }
  return count;
}

}  // namespace

std::array<int, kActionCount> action_costs(const ParserState& state, std::span<const std::uint32_t> heads) {
  assert(!state.stack.empty());
  const std::uint32_t top = state.stack.back();
  const int dependents_ahead = count_dependents_ahead(state, heads);
  std::array<int, kActionCount> costs{};
  costs[static_cast<std::size_t>(Action::reduce)] = dependents_ahead;
  // A head further ahead than the next word is lost with either arc.
  costs[static_cast<std::size_t>(Action::left)] = dependents_ahead + (heads[top] > state.next);
  if (state.next == state.root()) return costs;
  const int arcs_to_stack = count_arcs_to_stack(state, heads);
  const int made = heads[state.next] == top;
  costs[static_cast<std::size_t>(Action::shift)] = arcs_to_stack;
  costs[static_cast<std::size_t>(Action::right)] = arcs_to_stack - made + (heads[state.next] > state.next);
  return costs;
}

}  // namespace hearsay
