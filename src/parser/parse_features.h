// The features by which the parser decides, shared by parsing and training: those
// of Zhang & Nivre (2011), with more of the stack and of the words around.
#ifndef HEARSAY_SRC_PARSER_PARSE_FEATURES_H_
#define HEARSAY_SRC_PARSER_PARSE_FEATURES_H_

#include <array>
#include <cstdint>

#include "parser/transition.h"

namespace hearsay {

inline constexpr std::size_t kActionTemplates = 101;
inline constexpr std::size_t kRelationTemplates = 44;

using ActionFeatureList = std::array<std::uint64_t, kActionTemplates>;
using RelationFeatureList = std::array<std::uint64_t, kRelationTemplates>;

// Features of the next action. Requires: the stack is not empty.
void action_features(const ParserState& state, ActionFeatureList& out);

// Features of the relation of an arc that is about to be made.
void relation_features(const ParserState& state, std::uint32_t head, std::uint32_t dependent,
                       RelationFeatureList& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PARSER_PARSE_FEATURES_H_
