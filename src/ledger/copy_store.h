// Which articles of a ledger carry the same report, wholly or in a paragraph or quotation:
// found by signatures (claims/near_copies.h) when an article is added, and kept.
//
// Copies appear within days, so only articles that are at most a week apart are compared. For
// each key the first ones of that time are looked at, so that the
// work for an article does not grow with the ledger.
// Threads: as its database.
#ifndef HEARSAY_SRC_LEDGER_COPY_STORE_H_
#define HEARSAY_SRC_LEDGER_COPY_STORE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/near_copies.h"
#include "ledger/row_writer.h"

namespace hearsay {

struct LinkableArticle;
struct CopiedArticle;

// The SQL that makes the tables of copies; docs/ledger.md describes them.
extern const char* const kCopyTables;

// What an article has from another one, or that one from it.
struct SharedWords {
  std::int64_t other = 0;  // its number
  bool near_copies = false;
  // Where they are no near copies: the paragraphs that hold the same passage, as indices into the blocks
  // of the one and the other; sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> blocks;
};

class CopyStore {
 public:
  // The database must outlive the store, and have the tables.
  explicit CopyStore(Database& database);

  // Writes the signature of an article that has none yet, as encode_signature() gives it, and
  // finds whom it shares words with, by their numbers. Fails as Query::next() does.
  Result<std::vector<SharedWords>> add(std::int64_t article, const std::string& signature);

  // Finds and writes which statements an article and `shared.other` have from each other.
  // Requires: the rows of their statements are there.
  Result<CopiedArticle> add_statements(std::int64_t article, const LinkableArticle& own,
                                       const SharedWords& shared, const LinkableArticle& other);

  // What add() and add_statements() wrote of an article and others, by their numbers. An article with which
  // it shares words, but no statement, may be missing.
  Result<std::vector<CopiedArticle>> stored(std::int64_t article);

  // Takes back all that was written for an article; nothing if nothing was.
  Result<Success> remove(std::int64_t article);

  // To be called when a transaction is rolled back.
  void forget_cache() { cache_.clear(); }

 private:
  Result<std::vector<std::int64_t>> find_candidates(std::int64_t article,
                                                    const std::vector<std::uint32_t>& keys);
  // The block of each statement.
  Result<std::vector<std::uint32_t>> blocks_of(std::int64_t article);
  // nullptr for an article without one.
  Result<const ArticleSignature*> load(std::int64_t article);

  RowWriter keys_, copied_;
  Query signature_, copy_, near_, load_, paragraphs_, copies_, copied_statements_;
  Query remove_signature_, remove_key_, remove_copies_, remove_mirrored_, remove_statements_,
      remove_mirrored_statements_;
  std::map<std::int64_t, std::optional<ArticleSignature>> cache_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_COPY_STORE_H_
