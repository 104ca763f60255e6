// The statements of one article, with what the model knows of their words: what relate()
// compares. To be made once an article, not once a pair.
//
// Cost:     O(words log words of the model); some 50 microseconds an article
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_ARTICLE_CLAIMS_H_
#define HEARSAY_SRC_CLAIMS_ARTICLE_CLAIMS_H_

#include <cstdint>
#include <vector>

#include "claims/statement.h"

namespace hearsay {

struct RelationModel;

// A sense of a word of a content.
struct SenseOfWord {
  std::uint32_t sense = 0;  // a Concept of the model
  std::uint8_t word = 0;    // index into Statement::words
};

struct WeighedStatement {
  std::vector<std::uint8_t> rarity;            // of each of Statement::words in its article; names 0
  std::vector<std::uint8_t> inherited_rarity;  // of each of Statement::inherited
  std::vector<SenseOfWord> senses;             // sorted by sense
  int weight = 0;                              // sum of `rarity`
  int inherited_weight = 0;
};

// Something that a statement shows to have in common with another article's.
struct Clue {
  std::uint32_t key = 0;  // upper half of a word's, or a Concept
  std::uint16_t statement = 0;
  bool weighs = true;  // not a word of a name
  bool operator==(const Clue&) const = default;
};

// The clues of an article's first statements, by kind; each sorted by key, then by statement.
struct ArticleClues {
  std::vector<Clue> words, inherited, senses;
};

struct ArticleClaims {
  std::vector<PlacedStatement> statements;
  std::vector<WeighedStatement> weighed;  // one for each statement
  ArticleClues clues;
};

// True when the article came before the other: by date of publication, then by id, as
// comes_before() has it. Requires: both have statements.
bool is_earlier_article(const ArticleClaims& article, const ArticleClaims& other);

// Requires: the statements are of one article, by number.
ArticleClaims weigh_article(const RelationModel& model, std::vector<PlacedStatement> statements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_ARTICLE_CLAIMS_H_
