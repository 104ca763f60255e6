// Annotated articles as training examples of the cue and role taggers.
#ifndef HEARSAY_SRC_TRAIN_ATTRIBUTION_CORPUS_H_
#define HEARSAY_SRC_TRAIN_ATTRIBUTION_CORPUS_H_

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "attribution/features.h"
#include "hearsay/result.h"
#include "train/crf_trainer.h"

namespace hearsay {

// [first, last) tokens.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// A gold attribution over tokens. It has a cue and content.
struct GoldRoles {
  Cue cue;
  std::vector<WordRange> source;
  std::vector<WordRange> content;
};

struct AnnotatedArticle {
  Facts facts;
  std::vector<GoldRoles> gold;
  std::uint8_t fold = 0;
};

inline constexpr int kFolds = 3;

// Reads `gold` (JSON Lines), annotates every article, or every `step`-th, with the
// stages in `models`, and maps gold spans to tokens (those that are at least half inside).
Result<std::vector<AnnotatedArticle>> read_articles(const std::filesystem::path& gold,
                                                    const std::filesystem::path& models,
                                                    std::span<const WordClassEntry> classes, int step = 1);

// Labels of the cue tagger, one a token.
std::vector<std::uint8_t> cue_labels(const AnnotatedArticle& article);

// One a token: 0, or B and I of a source (1, 2), a cue (3, 4) or content (5, 6) of
// some attribution.
std::vector<std::uint8_t> joint_labels(const AnnotatedArticle& article);

// Labels of the role tagger, one a token of the window.
std::vector<std::uint8_t> role_labels(const GoldRoles& gold, Window window);

// Examples of the cue tagger: one sequence a paragraph.
CrfExamples cue_examples(const std::vector<AnnotatedArticle>& articles);

// Whether a guessed attribution is that of the gold: both cues share a token, so do
// the sources (or both are missing), and the contents' Dice overlap is at least half.
bool is_right(const AnnotatedArticle& article, const Guess& guess, const GuessedCue& cue);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_ATTRIBUTION_CORPUS_H_
