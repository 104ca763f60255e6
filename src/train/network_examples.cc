#include "train/network_examples.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "attribution/network_keys.h"
#include "model/model_file.h"

namespace hearsay {
namespace {

using CueRow = std::array<std::uint32_t, 7>;

struct Columns {
  std::vector<std::uint32_t> articles, paragraphs, stretches;
  std::vector<TokenKeys> token_keys;
  std::vector<Scores<kCueLabels>> token_scores;
  std::vector<std::uint8_t> token_cue, token_role;
  std::vector<CueRow> cues;
  std::vector<RoleKeys> role_keys;
  std::vector<std::uint8_t> role_labels;
};

enum class CueKind : std::uint32_t { gold, overlapping, wrong };

bool overlaps(const Cue& a, const Cue& b) { return a.first < b.last && b.first < a.last; }

void add_cue(const AnnotatedArticle& article, const std::vector<std::uint32_t>& cue_at, const Cue& cue,
             const GoldRoles* gold, CueKind kind, std::uint32_t first_token, Columns& out) {
  const Window w = window_of(article.facts, cue_at, cue);
  RoleScratch scratch;
  relate_to_cue(article.facts, cue_at, cue, w, scratch);
  out.cues.push_back({first_token + cue.first, first_token + cue.last, first_token + cue.head,
                      first_token + w.first, first_token + w.last,
                      static_cast<std::uint32_t>(out.role_labels.size()), static_cast<std::uint32_t>(kind)});
  std::vector<std::uint8_t> labels(w.last - w.first, 0);
  if (gold != nullptr) {
    GoldRoles moved = *gold;
    moved.cue = cue;
    labels = role_labels(moved, w);
  }
  out.role_labels.insert(out.role_labels.end(), labels.begin(), labels.end());
  for (std::uint32_t i = w.first; i < w.last; ++i) {
    out.role_keys.push_back(role_keys(article.facts, cue_at, cue, w, scratch, i));
  }
}

void add_cues(const AnnotatedArticle& article, const Guess& guess, std::uint32_t first_token, Columns& out) {
  for (const GoldRoles& g : article.gold) {
    add_cue(article, guess.cue_at, g.cue, &g, CueKind::gold, first_token, out);
  }
  for (const GuessedCue& c : guess.cues) {
    const auto found = std::find_if(article.gold.begin(), article.gold.end(),
                                    [&](const GoldRoles& g) { return overlaps(g.cue, c.cue); });
    const bool is_wrong = found == article.gold.end();
    if (!is_wrong && found->cue.first == c.cue.first && found->cue.last == c.cue.last) continue;
    add_cue(article, guess.cue_at, c.cue, is_wrong ? nullptr : &*found,
            is_wrong ? CueKind::wrong : CueKind::overlapping, first_token, out);
  }
}

void add_tokens(const AnnotatedArticle& article, const CueGuess& guess, std::uint32_t first_token,
                Columns& out) {
  const auto n = static_cast<std::uint32_t>(article.facts.tokens.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    out.token_keys.push_back(token_keys(article.facts, guess.linear.level, i));
  }
  out.token_scores.insert(out.token_scores.end(), guess.linear.scores.begin(), guess.linear.scores.end());
  const std::vector<std::uint8_t> cues = cue_labels(article);
  const std::vector<std::uint8_t> roles = joint_labels(article);
  out.token_cue.insert(out.token_cue.end(), cues.begin(), cues.end());
  out.token_role.insert(out.token_role.end(), roles.begin(), roles.end());
  out.articles.push_back(first_token);
  const auto add_starts = [&](const std::vector<std::uint32_t>& starts, std::vector<std::uint32_t>& to) {
    for (std::size_t k = 0; k + 1 < starts.size(); ++k) to.push_back(first_token + starts[k]);
  };
  add_starts(article.facts.paragraphs, out.paragraphs);
  std::vector<Window> stretches;
  find_stretches(article.facts, {}, 0, stretches);
  for (const Window stretch : stretches) out.stretches.push_back(first_token + stretch.first);
}

template <typename T>
void add_section(ModelWriter& writer, const char* name, const std::vector<T>& values) {
  writer.add<T>(name, std::span<const T>(values));
}

}  // namespace

Result<Success> write_network_examples(const std::vector<AnnotatedArticle>& articles,
                                       const std::vector<CueGuess>& guesses,
                                       const std::filesystem::path& path) {
  Columns all;
  for (std::size_t k = 0; k < articles.size(); ++k) {
    const auto first_token = static_cast<std::uint32_t>(all.token_cue.size());
    add_tokens(articles[k], guesses[k], first_token, all);
    add_cues(articles[k], guesses[k].guess, first_token, all);
  }
  for (auto* starts : {&all.articles, &all.paragraphs, &all.stretches}) {
    starts->push_back(static_cast<std::uint32_t>(all.token_cue.size()));
  }
  ModelWriter writer("examples", 1);
  add_section(writer, "articles", all.articles);
  add_section(writer, "paragraphs", all.paragraphs);
  add_section(writer, "stretches", all.stretches);
  add_section(writer, "token.keys", all.token_keys);
  add_section(writer, "token.scores", all.token_scores);
  add_section(writer, "token.cue", all.token_cue);
  add_section(writer, "token.role", all.token_role);
  add_section(writer, "cues", all.cues);
  add_section(writer, "role.keys", all.role_keys);
  add_section(writer, "role.labels", all.role_labels);
  return writer.write(path);
}

}  // namespace hearsay
