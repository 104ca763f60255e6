// Links the statements of a new article with those that the ledger has.
//
// Articles are found by the names and words that tell what they are about (claims/article_keys.h):
// of those that share one, the nearest in time, and of these the ones that share most.
//
// Cost: bounded for each article, whatever the size of the ledger.
#ifndef HEARSAY_SRC_LEDGER_LINKING_H_
#define HEARSAY_SRC_LEDGER_LINKING_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claims/relation.h"
#include "ledger/database.h"
#include "ledger/linkable_article.h"
#include "ledger/row_writer.h"
#include "ledger/told_apart.h"

namespace hearsay {

class ToldSides;
struct RelationModel;

// A relation between statements of the ledger, by their numbers.
struct StoredLink {
  std::int64_t later = 0, earlier = 0;
  RelationType type = RelationType::disputes;
  float confidence = 0;
};

// What an article adds to the relations, and what gives way to it.
struct Linked {
  std::vector<StoredLink> added, dropped;
};

// An article that carries words of the one that is linked.
struct CopiedArticle {
  std::int64_t number = 0;
  bool near_copies = false;  // the same report, not a paragraph alone
  // Of the linked article, and its copy in this one; sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> statements;
};

class Linker {
 public:
  // All must outlive the linker.
  Linker(Database& database, const RelationModel& model, const ToldSides& sides);

  // Puts the sides that were told into an article. False where none of its speakers is concerned.
  bool amend(LinkableArticle& article) const;

  // What is known of an article that is linked with others.
  struct Task {
    std::int64_t number = 0;
    const LinkableArticle& article;
    const std::vector<LinkedPair>& inner;  // how its statements relate to each other
    const std::vector<CopiedArticle>& copies;
    const ToldPairs& told;               // pairs that are not related, and that are, whatever they look like
    const std::set<std::int64_t>& also;  // articles to be looked at beside those that are found
    bool again = false;                  // others may have been linked with it already
  };

  // Writes the keys and relations of an article whose statements are there, under its
  // number. A copied statement repeats the other one; where the articles are near copies, it has no
  // other relation to statements there, as each article has it already. Of each type, a statement
  // keeps its best relations with earlier ones, in whatever order their articles were added. What the file
  // has of pairs that were told apart is dropped; what was told to be related is written as kToldConfidence.
  Result<Linked> link(const Task& task);

  // Takes an article's relations away; link_again() finds them anew. What gave way to them in other
  // articles comes back only when those are linked again (crowded_articles(), asked before).
  Result<Success> forget_relations(std::int64_t article);
  Result<Linked> link_again(std::int64_t article, const std::vector<CopiedArticle>& copies,
                            const ToldPairs& told, const std::set<std::int64_t>& also);

  // Other articles that have a relation with it.
  Result<std::set<std::int64_t>> related_articles(std::int64_t article);
  // Of these, those with a statement that may have let go of others for it.
  Result<std::set<std::int64_t>> crowded_articles(std::int64_t article);

  // How an article's statements relate to each other.
  std::vector<LinkedPair> relate_inner(const LinkableArticle& article) const;

  // nullptr for an article that cannot be read. The pointer holds until the next call.
  Result<const LinkableArticle*> load(std::int64_t article);

  // Takes an article's keys and relations away again. Requires: its slots are still there.
  Result<Success> unlink(std::int64_t article);

  // To be called when a transaction is rolled back.
  void forget_cache();

 private:
  // Articles that may be of the same story, those that share most first.
  Result<std::vector<std::int64_t>> find_articles(std::int64_t number, const LinkableArticle& article);
  struct Shared {
    std::size_t names = 0, words = 0;
  };
  Result<Success> count_shared(const std::vector<std::uint64_t>& keys, std::int64_t article,
                               std::size_t Shared::*kind, std::unordered_map<std::int64_t, Shared>& shared);
  // The articles that have a key: all, or where they are many the nearest ones. Adds to `found`.
  Result<Success> find_nearest(std::uint64_t key, std::int64_t article, std::vector<std::int64_t>& found);
  struct Found {
    std::int64_t later = 0, earlier = 0;
    Relation relation;
    bool stored = false;
  };
  // What stands in both articles.
  static void add_copies(std::int64_t number, const ArticleClaims& fresh, const CopiedArticle& copied,
                         const ArticleClaims& other, std::vector<Found>& found);
  // All the rest.
  void add_relations(std::int64_t number, const ArticleClaims& fresh, const CopiedArticle& copied,
                     const ArticleClaims& other, std::vector<Found>& found) const;
  // Puts what was told in the place of what was found, and beside it where nothing was; `inner`: of
  // statements of the task's article, else of one of these and another.
  Result<Success> add_told(const Task& task, bool inner, std::vector<Found>& found);
  // What the task's article or another has under this number; nullptr where there is none.
  Result<const PlacedStatement*> placed(const Task& task, std::int64_t statement);
  // Adds what the file has of the later statements; takes out what was found and is there already.
  Result<Success> add_stored(const Task& task, std::vector<Found>& found);
  Result<Success> write(const std::vector<Found>& found);
  // Takes what the file has of these pairs away.
  Result<std::vector<StoredLink>> drop(const std::set<StatementPair>& apart);
  Result<std::set<std::int64_t>> read_articles(Query& query, std::int64_t article);
  // Leaves what is to be written; takes stored relations that are not the best any more away.
  Result<std::vector<StoredLink>> keep_best(std::vector<Found>& found);

  const RelationModel& model_;
  const ToldSides& sides_;
  RowWriter keys_, relations_;
  Query with_key_, before_, after_, article_, related_, neighbours_, crowded_, stored_;
  Query forget_relation_, forget_relations_, forget_key_;
  std::map<std::int64_t, LinkableArticle> cache_;
  std::size_t cached_statements_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LINKING_H_
