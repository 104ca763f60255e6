#include "attribution/roles.h"

#include <algorithm>

#include "attribution/portable_math.h"
#include "attribution/role_rules.h"

namespace hearsay {
namespace {

void summarise(const RoleTaggerScratch& scratch, GuessedCue& g) {
  std::uint32_t content = 0;
  std::uint32_t source = 0;
  for (std::uint32_t k = 0; k < scratch.labels.size(); ++k) {
    const std::uint8_t label = scratch.labels[k];
    if (label == 0) continue;
    const double certainty = portable_log(std::max(scratch.lattice.marginals[k][label], 1e-9));
    (label <= 2 ? g.source_certainty : g.content_certainty) += certainty;
    ++(label <= 2 ? source : content);
  }
  g.has_source = source > 0;
  g.content_length = static_cast<std::uint8_t>(bucket_of(content));
  if (content > 0) g.content_certainty /= content;
  if (source > 0) g.source_certainty /= source;
}

void collect_pieces(const RoleTaggerScratch& scratch, const GuessedCue& g, std::uint32_t cue,
                    std::vector<ContentPiece>& pieces) {
  const std::vector<std::uint8_t>& labels = scratch.labels;
  for (std::uint32_t k = 0; k < labels.size(); ++k) {
    if (labels[k] < 3) continue;
    const std::uint32_t i = g.window.first + k;
    if (k == 0 || labels[k - 1] < 3) pieces.push_back({cue, i, i, 0});
    ContentPiece& piece = pieces.back();
    const double certainty = portable_log(std::max(scratch.lattice.marginals[k][labels[k]], 1e-9));
    piece.certainty += (certainty - piece.certainty) / (++piece.last - piece.first);
  }
}

bool holds(const ContentPiece& piece, const Cue& cue) {
  return cue.first < piece.last && piece.first < cue.last;
}

void take_away(const ContentPiece& piece, Guess& out) {
  GuessedCue& g = out.cues[piece.cue];
  const auto labels = out.labels.begin() + g.labels_begin;
  std::fill(labels + (piece.first - g.window.first), labels + (piece.last - g.window.first), std::uint8_t{0});
}

// Scores the windows of cues [first, last) side by side.
void score_cues_roles(const RolesNetwork& network, const Facts& facts, const EncodedTokens& tokens,
                      std::uint32_t first, std::uint32_t last, RoleTaggerScratch& scratch, Guess& out) {
  clear_windows(scratch.network);
  for (std::uint32_t c = first; c < last; ++c) {
    GuessedCue& g = out.cues[c];
    g.window = window_of(facts, out.cue_at, g.cue);
    relate_to_cue(facts, out.cue_at, g.cue, g.window, scratch.related);
    add_window(network, facts, out.cue_at, g.cue, g.window, scratch.related, tokens, scratch.network);
  }
  score_windows(network, scratch.network);
}

// Finds the likeliest labels for the scores in scratch.
void choose_roles(const RolesNetwork& network, std::uint32_t cue, RoleTaggerScratch& scratch, Guess& out) {
  GuessedCue& g = out.cues[cue];
  best_labels<kRoleLabels>(network.role_chain, scratch.scores, scratch.back, scratch.labels);
  fill_lattice<kRoleLabels>(network.role_chain, scratch.scores, scratch.lattice);
  g.role_probability = probability_of<kRoleLabels>(scratch.lattice, 0, scratch.labels);
  g.labels_begin = static_cast<std::uint32_t>(out.labels.size());
  out.labels.insert(out.labels.end(), scratch.labels.begin(), scratch.labels.end());
  summarise(scratch, g);
  collect_pieces(scratch, g, cue, scratch.pieces);
}

}  // namespace

void find_roles(const RolesNetwork& network, const Facts& facts, const EncodedTokens& tokens,
                RoleTaggerScratch& scratch, Guess& out) {
  constexpr std::uint32_t kReadAtOnce = 16;
  scratch.pieces.clear();
  const auto count = static_cast<std::uint32_t>(out.cues.size());
  for (std::uint32_t first = 0; first < count; first += kReadAtOnce) {
    const std::uint32_t last = std::min(count, first + kReadAtOnce);
    score_cues_roles(network, facts, tokens, first, last, scratch, out);
    std::size_t tokens_before = 0;
    for (std::uint32_t c = first; c < last; ++c) {
      GuessedCue& g = out.cues[c];
      g.is_cue = read_roles(network, g.cue, g.window, tokens_before, scratch.network, scratch.scores);
      forbid_roles(facts, out.cue_at, g.cue, g.window, scratch.scores);
      choose_roles(network, c, scratch, out);
      tokens_before += g.window.last - g.window.first;
    }
  }
  settle_claims(scratch.pieces, scratch.surest, out);
}

void settle_claims(const std::vector<ContentPiece>& pieces, std::vector<std::uint32_t>& surest, Guess& out) {
  surest.assign(out.cue_at.size(), kNone);
  for (std::uint32_t p = 0; p < pieces.size(); ++p) {
    for (std::uint32_t i = pieces[p].first; i < pieces[p].last; ++i) {
      if (surest[i] == kNone || pieces[p].certainty > pieces[surest[i]].certainty) surest[i] = p;
    }
  }
  const auto is_nested = [&](const ContentPiece& a, const ContentPiece& b) {
    return holds(a, out.cues[b.cue].cue) || holds(b, out.cues[a.cue].cue);
  };
  for (const ContentPiece& piece : pieces) {
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      const ContentPiece& other = pieces[surest[i]];
      if (other.cue == piece.cue || is_nested(piece, other)) continue;
      take_away(piece, out);
      break;
    }
  }
}

}  // namespace hearsay
