// Writes articles: their rows, statements, links, threads and words, and takes them away.
//
// Everything lands in the transaction that is open; words of the full-text index wait in
// memory until flush(), because it wants them in order.
#ifndef HEARSAY_SRC_LEDGER_ARTICLE_WRITER_H_
#define HEARSAY_SRC_LEDGER_ARTICLE_WRITER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "ledger/added.h"
#include "ledger/copy_store.h"
#include "ledger/entity_writer.h"
#include "ledger/thread_store.h"
#include "ledger/told_sides.h"

namespace hearsay {

class ItemVersions;
class UnreadArticles;
struct PreparedArticle;
struct VersionPlace;

class ArticleWriter {
 public:
  // Both must outlive the writer.
  ArticleWriter(Database& database, const RelationModel& model);
  ~ArticleWriter();

  // To be called when a transaction is begun: reads what people told the ledger. Fails as Query::next() does,
  // as all that follow; then what was written has to be rolled back.
  Result<Success> heed_corrections();

  // A version that is older than one that is there, as its publisher counts, takes its place before that.
  Result<Added> add(const Document& doc, const PreparedArticle& prepared);

  // Takes all versions of an article away. False if there is none of this id.
  Result<bool> remove(const std::string& id);

  // To be called where a correction was written or deleted in the transaction that is open: reads them
  // again, and finds the relations that depend on it anew. O(the articles of those it is about x what
  // linking one costs).
  Result<Success> heed(const Correction& correction);

  // Writes the words that wait.
  Result<Success> flush();

  // To be called when the transaction is rolled back: forgets the words that wait.
  void discard();

 private:
  struct Words {
    std::int64_t statement = 0;
    std::string source, content;
    Act act = Act::assert_;
  };
  struct Version {
    std::int64_t number = 0, version = 0;
  };

  Result<std::optional<Version>> newest_version(const std::string& id);
  Result<std::int64_t> free_number(const Metadata& metadata);
  Result<Success> insert_article(const Metadata& metadata, const PreparedArticle& prepared,
                                 std::int64_t number, std::int64_t version);
  Result<Success> insert_older(const Metadata& metadata, const PreparedArticle& prepared,
                               const VersionPlace& place);
  Result<Success> insert_rows(const PreparedArticle& prepared, std::int64_t article);
  Result<Success> insert_statements(const PreparedArticle& prepared, std::int64_t article);
  Result<Linked> link(std::int64_t article, const std::string& id, const PreparedArticle& prepared,
                      const std::vector<CopiedArticle>& copies);
  Result<ToldPairs> told_pairs(const std::string& id, const std::vector<CopiedArticle>& copies);
  // The articles whose statements a correction tells apart, or would; those where told sides differ.
  Result<std::set<std::int64_t>> articles_of(const Correction& correction);
  Result<std::set<std::int64_t>> articles_of(const ToldSides& before, const ToldSides& after);
  // Finds the relations of these articles anew, and of those where others gave way to them; the threads
  // follow. `also`: articles to be compared with them beside those that linking finds.
  Result<Success> relink(const std::set<std::int64_t>& articles, const std::set<std::int64_t>& also);
  Result<Success> link_again(std::int64_t article, const std::set<std::int64_t>& also);
  Result<std::vector<CopiedArticle>> find_copies(std::int64_t article, const PreparedArticle& prepared);
  // Takes away what queries find of an article; its row, analysis and, where it is
  // `replaced`, statements stay.
  Result<Success> withdraw(std::int64_t article, bool replaced);
  Result<Success> withdraw_words(std::int64_t first, std::int64_t last);

  Database& database_;
  RowWriter statements_;
  Query known_, newest_, taken_, article_, analysis_, slots_, replace_, words_;
  Query old_words_, forget_words_, keep_old_, forget_statements_, forget_slots_;
  Query versions_, forget_old_, forget_analysis_, forget_article_;
  std::unique_ptr<ItemVersions> item_versions_;
  std::unique_ptr<UnreadArticles> unread_;
  EntityWriter entities_;
  ToldSides sides_;
  Linker linker_;
  CopyStore copies_;
  ThreadStore threads_;
  ToldApart apart_;
  std::vector<Words> waiting_;
};

// What the full-text index has of a statement beside its words: one word for its act.
std::string_view statement_marks(Act act);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ARTICLE_WRITER_H_
