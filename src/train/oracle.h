// The dynamic oracle of the arc-eager system (Goldberg & Nivre 2013).
#ifndef HEARSAY_SRC_TRAIN_ORACLE_H_
#define HEARSAY_SRC_TRAIN_ORACLE_H_

#include <array>
#include <cstdint>
#include <span>

#include "parser/transition.h"

namespace hearsay {

// How many gold arcs, reachable from `state`, each action puts out of reach; what it says
// of illegal actions means nothing. `heads` are numbered as the state's words, the
// root's child having state.root(). Exact for projective trees. Linear in the sentence.
// Requires: the stack is not empty.
std::array<int, kActionCount> action_costs(const ParserState& state, std::span<const std::uint32_t> heads);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_ORACLE_H_
