// Which articles are worth comparing: those that share keys.
//
// Reads:    what read_statements() made of one article
// Cost:     O(words of its statements x log of them)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_
#define HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claims/statement.h"

namespace hearsay {

inline constexpr std::size_t kMaxArticleWords = 12;

// What tells what an article is about. Keys are stored: a change of them needs a new ledger
// schema. No word has the key of a name.
struct ArticleKeys {
  std::vector<std::uint64_t> names;  // that it mentions most, at most kMaxStoryNames; sorted, no doubles
  std::vector<std::uint64_t> words;  // that most of its statements hold, likewise
  bool operator==(const ArticleKeys&) const = default;
};

// Requires: all statements have the same `story`.
ArticleKeys article_keys(std::span<const Statement> statements);

// True if articles with these keys may be of one story, as they share that many: two names, or one and some
// words; for an article that hardly names anybody, words do.
bool may_share_story(const ArticleKeys& keys, std::size_t shared_names, std::size_t shared_words);

// True if articles that share no name with these keys may be of one story all the same.
bool words_suffice(const ArticleKeys& keys);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_
