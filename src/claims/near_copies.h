// Near copies: articles and passages that have most of their words from each other, as outlets
// have that carry the same report of a wire service, whole, edited or cut.
//
// Each article gets a signature of at most a few kilobytes, and signatures are compared in place of
// texts (docs/claims.md, "Near copies"). Of an article it holds the smallest hashes of
// its shingles, which are a fair sample of them (Broder 1997), so that
// both resemblance and containment can be estimated; of each longer paragraph and quotation
// a sketch of 16 bytes (b-bit minwise hashing, Li and König 2010).
//
// Nothing but integers: the same signatures and answers on every machine.
// Cost:     sign_article(): O(text), with a logarithm for sorting; all others O(signature)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_NEAR_COPIES_H_
#define HEARSAY_SRC_CLAIMS_NEAR_COPIES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

inline constexpr std::size_t kSketchSize = 128;  // hashes of one article
inline constexpr std::size_t kMaxPassages = 64;  // of one article
inline constexpr std::size_t kPassageHashes = 16;
inline constexpr std::size_t kArticleKeys = 8;
inline constexpr std::size_t kMaxCopyKeys = kArticleKeys + kMaxPassages;

// Values are stored: never renumber.
enum class PassageKind : std::uint8_t { paragraph, quote };
inline constexpr int kPassageKindCount = 2;

// A paragraph, or a quotation inside one, that is long enough to be known again.
struct Passage {
  std::uint32_t block = 0;  // index into Document::blocks
  PassageKind kind = PassageKind::paragraph;
  std::uint16_t words = 0;                          // 65,535 stands for more
  std::uint32_t key = 0;                            // of its smallest shingle
  std::array<std::uint8_t, kPassageHashes> mins{};  // 8 bits of the smallest shingle under each of 16 hashes
  bool operator==(const Passage&) const = default;
};

struct ArticleSignature {
  std::uint32_t shingles = 0;           // how many different ones there are
  std::uint32_t left_out = 0;           // passages beyond kMaxPassages
  std::vector<std::uint32_t> smallest;  // sorted; the kSketchSize smallest hashes, or all if there are fewer
  std::vector<Passage> passages;        // in text order, a quotation behind its paragraph
  bool operator==(const ArticleSignature&) const = default;
};

// Shares in thousandths.
struct Overlap {
  std::uint32_t resemblance = 0;  // of the shingles of both, how many stand in both
  std::uint32_t containment = 0;  // of the shingles of the shorter one, how many stand in the other
  std::uint32_t shared = 0;       // of the hashes compared, how many are in both: what the estimate rests on
};

// Reads text and blocks, and the whole text as one block where there are none. What an outlet
// adds of its own does not count: bylines, datelines, credits, promotion and furniture. A
// title does. Where there are more passages than kMaxPassages, those with the smallest
// keys are kept, so that copies keep the same ones.
ArticleSignature sign_article(const Document& doc);

// Estimates, with a standard error of 4 % for two articles of like length, 13 % where one is ten
// times as long as the other. Symmetric.
Overlap compare(const ArticleSignature& a, const ArticleSignature& b);

// Whether one has most of the words of the other. Symmetric, but not transitive.
bool are_near_copies(const ArticleSignature& a, const ArticleSignature& b);

// The estimated resemblance of two passages, in thousandths.
std::uint32_t resemblance(const Passage& a, const Passage& b);

// Whether they are the same paragraph or the same quotation, but for a few words.
bool are_near_copies(const Passage& a, const Passage& b);

// Near copies share a key, nearly always; most others do not. Sorted, each once, at most kMaxCopyKeys.
// Stored in ledgers: never change.
std::vector<std::uint32_t> copy_keys(const ArticleSignature& signature);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_NEAR_COPIES_H_
