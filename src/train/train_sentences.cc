#include "train/train_sentences.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "format/conllu.h"
#include "ingest/plain_text.h"
#include "model/feature_hash.h"
#include "tokenizer/gaps.h"
#include "tokenizer/words.h"

namespace hearsay {
namespace {

constexpr int kBits = 20;
constexpr int kEpochs = 12;
constexpr float kRate = 0.1f;
constexpr std::uint32_t kDropped = 4294967295u / 20 * 3;  // of 2^32: features left out at random

// A paragraph's tokens, and after which of them a sentence ends.
struct Segment {
  std::vector<TokenTraits> traits;
  std::vector<bool> ends;
  std::uint8_t punctuation = 0;  // of its document
};

// One way of running text in a file.
struct Corpus {
  std::vector<Segment> segments;
  std::size_t sentences = 0;
};

void add_document(const Lexicon& lexicon, Document gold, Corpus& corpus) {
  // Sentences are divided by line breaks, paragraphs by blank lines.
  for (std::size_t i = 1; i + 1 < gold.text.size(); ++i) {
    if (gold.text[i] == '\n' && gold.text[i - 1] != '\n' && gold.text[i + 1] != '\n') gold.text[i] = ' ';
  }
  std::vector<std::uint32_t> ends;
  for (const Sentence s : gold.sentences) ends.push_back(gold.tokens[s.last_token - 1].span.end);
  corpus.sentences += ends.size();
  Document doc;
  doc.text = std::move(gold.text);
  split_blocks(doc);
  std::vector<TokenRange> ranges;
  for (const Block& block : doc.blocks) {
    const auto first = static_cast<std::uint32_t>(doc.tokens.size());
    split_words(lexicon, doc.text, block.span, doc.tokens);
    ranges.push_back({first, static_cast<std::uint32_t>(doc.tokens.size())});
  }
  const std::uint8_t punctuation = punctuation_of(doc, ranges);
  for (const TokenRange range : ranges) {
    Segment segment{.punctuation = punctuation};
    describe_tokens(lexicon, doc, range, segment.traits);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      segment.ends.push_back(std::binary_search(ends.begin(), ends.end(), doc.tokens[i].span.end));
    }
    corpus.segments.push_back(std::move(segment));
  }
}

Result<Success> read_corpus(const Lexicon& lexicon, const std::filesystem::path& path, Corpus& corpus) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, path.string() + ": expected a treebank, found no file"};
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  ConlluReader reader(bytes);
  while (auto document = reader.next()) {
    if (!*document) return Error{document->error().code, path.string() + ": " + document->error().message};
    add_document(lexicon, std::move((*document)->doc), corpus);
  }
  return Success{};
}

// Weights while they are being fitted.
struct Learner {
  std::vector<float> weights = std::vector<float>(std::size_t{1} << kBits);
  std::vector<float> squares = std::vector<float>(std::size_t{1} << kBits);
  std::mt19937 random{20240306};

  void learn(const GapFeatures& features, bool end) {
    std::array<bool, kGapFeatureCount> kept;
    float score = 0;
    for (std::size_t k = 0; k < features.size(); ++k) {
      kept[k] = random() >= kDropped;
      if (kept[k]) score += weights[row_of(features[k], kBits)];
    }
    const float gradient = 1.0f / (1.0f + std::exp(-score)) - (end ? 1.0f : 0.0f);
    for (std::size_t k = 0; k < features.size(); ++k) {
      if (!kept[k]) continue;
      const std::uint32_t row = row_of(features[k], kBits);
      squares[row] += gradient * gradient;
      weights[row] -= kRate * gradient / std::sqrt(squares[row] + 1e-6f);
    }
  }
};

// Calls visit(features, is end) for each candidate; sentences begin where the gold
// ones do, or where visit returns true if `free`.
template <typename Visit>
void for_each_gap(const Segment& segment, bool free, Visit visit) {
  GapState state{.punctuation = segment.punctuation};
  for (std::uint32_t i = 0; i + 1 < segment.traits.size(); ++i) {
    pass_token(segment.traits, i, state);
    bool end = segment.ends[i];
    const GapRule rule = gap_rule(segment.traits, i);
    if (rule == GapRule::perhaps) {
      const bool predicted = visit(gap_features(segment.traits, i, state), i);
      if (free) end = predicted;
    } else if (free) {
      end = rule == GapRule::always;
    }
    if (end) begin_sentence(segment.traits, i + 1, state);
  }
}

std::vector<std::int8_t> round_weights(const std::vector<float>& weights) {
  float largest = 0;
  for (const float w : weights) largest = std::max(largest, std::abs(w));
  std::vector<std::int8_t> rounded;
  for (const float w : weights) {
    rounded.push_back(static_cast<std::int8_t>(std::lround(w / largest * 127.0f)));
  }
  return rounded;
}

double sentence_f1(const Corpus& corpus, const std::vector<std::int8_t>& weights) {
  std::size_t predicted = 0;
  std::size_t right = 0;
  for (const Segment& segment : corpus.segments) {
    std::vector<bool> ends(segment.ends.size());
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      ends[i] = gap_rule(segment.traits, i) == GapRule::always;
    }
    for_each_gap(segment, true, [&](const GapFeatures& features, std::uint32_t i) {
      std::int32_t score = 0;
      for (const std::uint64_t f : features) score += weights[row_of(f, kBits)];
      return ends[i] = score > 0;
    });
    ends.back() = true;
    bool begins_right = true;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      predicted += ends[i];
      right += ends[i] && segment.ends[i] && begins_right;
      if (ends[i] || segment.ends[i]) begins_right = ends[i] && segment.ends[i];
    }
  }
  return 200.0 * static_cast<double>(right) / static_cast<double>(predicted + corpus.sentences);
}

}  // namespace

Result<std::vector<std::int8_t>> train_sentences(const Lexicon& lexicon,
                                                 const std::filesystem::path& treebank,
                                                 const std::function<void(std::string_view)>& progress) {
  Corpus train;
  Corpus dev;
  for (const char* name : {"ewt", "gum"}) {
    for (const auto& [part, corpus] : {std::pair{"-train.conllu", &train}, std::pair{"-dev.conllu", &dev}}) {
      const auto read = read_corpus(lexicon, treebank / (std::string(name) + part), *corpus);
      if (!read) return read.error();
    }
  }
  Learner learner;
  std::vector<float> sum(learner.weights.size());
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::shuffle(train.segments.begin(), train.segments.end(), learner.random);
    for (const Segment& segment : train.segments) {
      for_each_gap(segment, false, [&](const GapFeatures& features, std::uint32_t i) {
        learner.learn(features, segment.ends[i]);
        return false;
      });
    }
    if (epoch >= kEpochs / 2) {
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += learner.weights[i];
    }
    const auto rounded = round_weights(learner.weights);
    progress("epoch " + std::to_string(epoch + 1) + ": dev sentence F1 " +
             std::to_string(sentence_f1(dev, rounded)));
  }
  std::vector<std::int8_t> weights = round_weights(sum);
  progress("dev sentence F1 " + std::to_string(sentence_f1(dev, weights)));
  return weights;
}

}  // namespace hearsay
