// The network that finds cues and their roles: an encoder reads the tokens, a role
// tagger reads what the encoder made of them once for each cue.
//
// Token vector: the sum of the vectors of its keys, normalised; two bidirectional
// LSTM layers over stretches of the text. Cues: scores of three labels, linear over
// the second layer. Roles: for each token of the cue's window a rectified sum of the
// token's state, the cue's state (both through a matrix) and the vectors of what
// relates the two; one bidirectional LSTM layer; scores of five labels, and at the
// cue's head the log-odds that it is a cue. Both taggers have learnt transitions.
#ifndef HEARSAY_SRC_ATTRIBUTION_ROLES_NETWORK_H_
#define HEARSAY_SRC_ATTRIBUTION_ROLES_NETWORK_H_

#include <cstdint>
#include <span>
#include <vector>

#include "attribution/crf.h"
#include "attribution/features.h"
#include "hearsay/result.h"
#include "model/embedding.h"
#include "model/linear.h"
#include "model/lstm.h"

namespace hearsay {

// Changes with the meaning of keys or sections: older weights are then refused.
inline constexpr std::uint32_t kRolesVersion = 1;

// Views into `file`.
struct RolesNetwork {
  ModelFile file;
  int width = 0;        // of a token vector
  int hidden = 0;       // of one direction of the encoder's layers
  int role_width = 0;   // of what the role tagger reads
  int role_hidden = 0;  // of one direction of its layer
  EmbeddingTable tokens, relations;
  float token_unit = 0, relation_unit = 0;
  std::span<const float> norm_gain, norm_bias;
  LstmLayer encoder[2];
  LstmLayer role_layer;
  QuantizedMatrix cue_head, of_token, of_cue, role_head;
  // Transitions only: their tables are empty.
  CrfModel<kCueLabels> cue_chain;
  CrfModel<kRoleLabels> role_chain;
};

struct RolesScratch {
  LstmScratch lstm;
  LinearScratch linear;
  std::vector<Window> stretches;
  std::vector<int> lengths;  // of the sequences read side by side
  RowSum rows, next_rows;
  std::vector<std::int32_t> sums;
  std::vector<float> token_vectors, states, vectors, cue_scores, of_token, of_cue, role_scores;
  RoundedVectors rounded;
};

// The encoder's states of a document's tokens.
using EncodedTokens = RoundedVectors;

// Fails with corrupt_model if a section is missing or a value is out of range.
Result<RolesNetwork> load_roles_network(ModelFile file);

// Encodes the tokens and scores them as cues: fills `out`, and `scores` with one element a
// token. Tokens of paragraphs whose levels are all under `least` (find_stretches) are not read:
// their scores all but rule out a cue. O(tokens).
void encode_tokens(const RolesNetwork& network, const Facts& facts,
                   const std::vector<std::uint8_t>& cue_level, std::uint8_t least, RolesScratch& scratch,
                   EncodedTokens& out, std::vector<Scores<kCueLabels>>& scores);

// Encodes and scores again the stretches that the window touches, after changes to
// their facts or levels, into the same `out` and `scores`. Requires: the last call of
// encode_tokens() with `scratch` was for these facts. O(those stretches).
void encode_around(const RolesNetwork& network, const Facts& facts,
                   const std::vector<std::uint8_t>& cue_level, Window window, RolesScratch& scratch,
                   EncodedTokens& out, std::vector<Scores<kCueLabels>>& scores);

// The roles of tokens with a cue are scored for several cues at once, which costs less
// than one by one: clear_windows(), add_window() for each, score_windows(), then
// read_roles() for each.
void clear_windows(RolesScratch& scratch);

// Requires: relate_to_cue() was called for the window. O(window).
void add_window(const RolesNetwork& network, const Facts& facts, const std::vector<std::uint32_t>& cue_at,
                const Cue& cue, Window window, const RoleScratch& related, const EncodedTokens& tokens,
                RolesScratch& scratch);

// O(tokens of all windows).
void score_windows(const RolesNetwork& network, RolesScratch& scratch);

// The scores of one cue's window: one element a token. `first` is the number of tokens in
// the windows added before it. Returns the log-odds that it is a cue.
double read_roles(const RolesNetwork& network, const Cue& cue, Window window, std::size_t first,
                  const RolesScratch& scratch, std::vector<Scores<kRoleLabels>>& scores);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ROLES_NETWORK_H_
