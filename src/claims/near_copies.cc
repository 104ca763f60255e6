#include "claims/near_copies.h"

#include <algorithm>
#include <limits>
#include <span>

#include "claims/shingles.h"

namespace hearsay {
namespace {

// Shorter passages are the same by accident.
constexpr std::size_t kMinPassageWords = 12;

// Bounds, in thousandths, chosen on rewritten articles (bench/near_copies.py).
constexpr std::uint32_t kCopyContainment = 400;
constexpr std::uint32_t kCopyShared = 6;

// Of an article with fewer shingles than this, 0.5 % more has to stand in the other for each
// that it lacks: short reports of like events are alike.
constexpr std::uint32_t kFullLength = 100;
constexpr std::uint32_t kForEachMissing = 5;

constexpr std::uint32_t kPassageResemblance = 500;

// An article many times as long as another one is a round-up that quotes it, no copy.
constexpr std::uint64_t kMaxLengthRatio = 8;

bool is_of_the_report(BlockKind kind) {
  switch (kind) {
    case BlockKind::byline:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::promo:
    case BlockKind::furniture:
      return false;
    default:
      return true;
  }
}

// Odd multipliers, one for each hash of a passage.
constexpr std::array<std::uint64_t, kPassageHashes> kMultipliers = [] {
  std::array<std::uint64_t, kPassageHashes> all{};
  std::uint64_t state = 0;
  for (std::uint64_t& one : all) {  // SplitMix64
    state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    one = (z ^ (z >> 31)) | 1;
  }
  return all;
}();

std::uint32_t sketch_hash(std::uint64_t shingle) { return static_cast<std::uint32_t>(shingle >> 32); }

Passage sign_passage(std::uint32_t block, PassageKind kind, std::size_t words,
                     std::span<const std::uint64_t> shingles) {
  std::array<std::uint64_t, kPassageHashes> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint64_t shingle : shingles) {
    smallest = std::min(smallest, shingle);
    for (std::size_t i = 0; i < kPassageHashes; ++i) least[i] = std::min(least[i], shingle * kMultipliers[i]);
  }
  Passage passage{.block = block, .kind = kind, .key = sketch_hash(smallest)};
  passage.words =
      static_cast<std::uint16_t>(std::min<std::size_t>(words, std::numeric_limits<std::uint16_t>::max()));
  // The high bits of a least value are zeros for all; these are as good as random.
  for (std::size_t i = 0; i < kPassageHashes; ++i) {
    passage.mins[i] = static_cast<std::uint8_t>(least[i] >> 24);
  }
  return passage;
}

class Signer {
 public:
  void read_block(std::string_view text, std::uint32_t block) {
    words_.clear();
    shingles_.clear();
    read_words(text, words_);
    read_shingles(words_, shingles_);
    for (const std::uint64_t shingle : shingles_) hashes_.push_back(sketch_hash(shingle));
    if (words_.size() < kMinPassageWords) return;
    passages_.push_back(sign_passage(block, PassageKind::paragraph, words_.size(), shingles_));
    read_quotes(block);
  }

  ArticleSignature finish() {
    std::ranges::sort(hashes_);
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    ArticleSignature signature;
    signature.shingles = static_cast<std::uint32_t>(hashes_.size());
    hashes_.resize(std::min(hashes_.size(), kSketchSize));
    signature.smallest.assign(hashes_.begin(), hashes_.end());
    signature.passages = keep_passages(signature.left_out);
    return signature;
  }

 private:
  void read_quotes(std::uint32_t block) {
    for (std::size_t first = 0, last = 0; first < words_.size(); first = last) {
      while (last < words_.size() && words_[last].quote == words_[first].quote) ++last;
      if (words_[first].quote == 0 || last - first < kMinPassageWords) continue;
      shingles_.clear();
      read_shingles(std::span(words_).subspan(first, last - first), shingles_);
      passages_.push_back(sign_passage(block, PassageKind::quote, last - first, shingles_));
    }
  }

  std::vector<Passage> keep_passages(std::uint32_t& left_out) {
    if (passages_.size() <= kMaxPassages) return std::move(passages_);
    left_out = static_cast<std::uint32_t>(passages_.size() - kMaxPassages);
    std::vector<std::size_t> order(passages_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return passages_[i].key; });
    order.resize(kMaxPassages);
    std::ranges::sort(order);
    std::vector<Passage> kept;
    for (const std::size_t i : order) kept.push_back(passages_[i]);
    return kept;
  }

  std::vector<WordHash> words_;
  std::vector<std::uint64_t> shingles_;  // of one passage
  std::vector<std::uint32_t> hashes_;    // of the article
  std::vector<Passage> passages_;
};

// Up to this hash, the sketch has every shingle of its article.
std::uint32_t known_up_to(const ArticleSignature& signature) {
  const bool has_all = signature.smallest.size() == signature.shingles;
  return has_all || signature.smallest.empty() ? std::numeric_limits<std::uint32_t>::max()
                                               : signature.smallest.back();
}

std::uint32_t thousandths(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<std::uint32_t>(part * 1000 / whole);
}

}  // namespace

ArticleSignature sign_article(const Document& doc) {
  Signer signer;
  for (std::uint32_t i = 0; i < doc.blocks.size(); ++i) {
    if (is_of_the_report(doc.blocks[i].kind)) signer.read_block(doc.at(doc.blocks[i].span), i);
  }
  if (doc.blocks.empty()) signer.read_block(doc.text, 0);
  return signer.finish();
}

Overlap compare(const ArticleSignature& a, const ArticleSignature& b) {
  const std::uint32_t last = std::min(known_up_to(a), known_up_to(b));
  const auto count_known = [&](const std::vector<std::uint32_t>& hashes) {
    return static_cast<std::size_t>(std::ranges::upper_bound(hashes, last) - hashes.begin());
  };
  const std::size_t of_a = count_known(a.smallest);
  const std::size_t of_b = count_known(b.smallest);
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < of_a && k < of_b;) {
    if (a.smallest[i] == b.smallest[k]) ++shared;
    a.smallest[i] <= b.smallest[k] ? ++i : ++k;
  }
  return {.resemblance = thousandths(shared, of_a + of_b - shared),
          .containment = thousandths(shared, std::min(of_a, of_b)),
          .shared = static_cast<std::uint32_t>(shared)};
}

bool are_near_copies(const ArticleSignature& a, const ArticleSignature& b) {
  const auto [shorter, longer] = std::minmax(a.shingles, b.shingles);
  if (longer > kMaxLengthRatio * shorter) return false;
  const Overlap overlap = compare(a, b);
  const std::uint32_t missing = kFullLength - std::min(kFullLength, shorter);
  return overlap.containment >= kCopyContainment + missing * kForEachMissing && overlap.shared >= kCopyShared;
}

std::uint32_t resemblance(const Passage& a, const Passage& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kPassageHashes; ++i) same += a.mins[i] == b.mins[i] ? 1 : 0;
  return thousandths(same, kPassageHashes);
}

bool are_near_copies(const Passage& a, const Passage& b) { return resemblance(a, b) >= kPassageResemblance; }

std::vector<std::uint32_t> copy_keys(const ArticleSignature& signature) {
  std::vector<std::uint32_t> keys(signature.smallest.begin(),
                                  signature.smallest.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                   kArticleKeys, signature.smallest.size())));
  for (const Passage& passage : signature.passages) keys.push_back(passage.key);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace hearsay
