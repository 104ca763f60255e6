// The ledger: a file that holds what many articles say, article by article, statement
// by statement, with the people and organisations that they share.
//
// One SQLite file (docs/ledger.md). An article and all that was found in it is written
// in one transaction, so a process that is killed leaves whole articles behind. One
// process writes at a time; others may read meanwhile.
// Threads: one Ledger belongs to one thread at a time; open several.
#ifndef HEARSAY_SRC_LEDGER_LEDGER_H_
#define HEARSAY_SRC_LEDGER_LEDGER_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/threads.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "ledger/added.h"
#include "ledger/correction.h"

namespace hearsay {

struct RelationModel;
struct PreparedArticle;

struct LedgerCounts {
  std::int64_t articles = 0;  // the newest version of each
  std::int64_t unread = 0;    // of them, for want of models for their language
  std::int64_t versions = 0;  // all
  std::int64_t statements = 0;
  std::int64_t names = 0;  // different ones in the newest versions
  std::int64_t relations = 0;
  std::int64_t threads = 0;
  std::string first, last;  // publication of the oldest and the newest that is dated; empty: none
};

// Where a page of a list ends, by what the list is ordered by: the next page has what follows it, whatever
// was added meanwhile. It holds for the list, and the query, that said it.
using ListPlace = std::array<std::int64_t, 3>;

// An article's newest version.
struct LedgerArticle {
  std::int64_t number = 0;  // in the order of publication (article_number.h)
  std::string id;
  std::string title;
  std::string publisher;
  std::string published;
  std::string url;
  std::string copy_of;   // id of the first article of which it is a near copy; "" if that is itself, or none
  std::string analysis;  // as it was given to add()
};

// An article's newest version, without what was found in it.
struct ArticleSummary {
  std::int64_t number = 0;  // in the order of publication (article_number.h)
  std::string id, title, publisher, published, url;
  std::int64_t statements = 0;
};

// An article that was kept without being read.
struct UnreadArticle {
  std::string id, title, publisher, published, language;
};

// What a list of articles holds; an empty field is no condition.
struct ArticleQuery {
  std::string publisher;
  std::string after, before;  // ISO dates of publication, both inclusive
  std::int64_t below = 0;     // only articles with a smaller number; 0: any
  int limit = 50;
};

// What a publisher said of an article of its own: that it takes it back, or that it corrected it.
struct LedgerNotice {
  std::int64_t number = 0;  // of the version that says so
  std::string article, title, publisher, published;
  ArticleStatus status = ArticleStatus::canceled;  // never usable
  std::int64_t version = 0;                        // of the article's versions, from 1: the one that says so
};

// A person, organisation or other thing that articles name, over all of them.
struct LedgerEntity {
  struct Use {
    std::string article;       // its id
    std::uint32_t entity = 0;  // index into Document::entities
  };
  std::string id;    // "E" and 16 hexadecimal digits, the same on every machine
  std::string key;   // what the id is the hash of
  std::string name;  // the spelling that most articles have
  EntityKind kind = EntityKind::person;
  bool named = true;                   // false: "two officials", of one article
  std::vector<std::string> aliases;    // sorted
  std::vector<std::string> roles;      // sorted
  std::vector<std::string> member_of;  // ids of those it belongs to or speaks for; sorted
  std::string whole_name;              // of the one of these that most articles name; may be empty
  std::string side, side_name;         // the topmost of them, or as it was told; may be empty
  std::int64_t statements = 0;         // that it makes
  std::int64_t articles = 0;           // that speak of it
  std::vector<Use> uses;               // by article; of entities() alone
};

// How an entity is called; empty where there is none.
struct EntityName {
  std::string id, name;
  bool named = true;  // false: "two officials", of one article
};

// A copy of a statement, in an article that carries the same report, paragraph or quotation.
struct LedgerCarrier {
  std::int64_t statement = 0;  // its number
  std::string article, publisher;
};
inline constexpr int kMostCarriers = 32;

// A statement of the newest version of an article.
struct LedgerStatement {
  std::int64_t number = 0;  // in the ledger, in the order of publication (article_number.h)
  std::string article, title, publisher, published;
  std::uint32_t attribution = 0;  // index into Document::attributions
  std::uint32_t paragraph = 0;    // from 1: the block where its content begins
  std::uint32_t entity = kNone;   // the source's: index into Document::entities
  std::string source, cue, content;
  Form form = Form::indirect;
  Act act = Act::assert_;
  bool negated = false;
  float confidence = 0;
  std::vector<LedgerCarrier> carried_by;  // by date of publication and id; at most kMostCarriers
};

// What all articles together say.
struct LedgerStory {
  std::vector<LedgerStatement> statements;  // in the order in which they were made
  std::vector<LinkedPair> links;            // indices into statements; by later, then earlier
  std::vector<Thread> threads;              // likewise
  std::optional<ListPlace> next;            // of board() and disagreements(), where more follows
};

// Some of the entities that a list has.
struct EntityPage {
  std::vector<LedgerEntity> entities;
  std::optional<ListPlace> next;  // where more follows
};

// What a search looks for; an empty field is no condition.
struct StatementQuery {
  std::string words;          // all of them stand in the content; "..." is a phrase
  std::string source;         // words of the source
  std::string act;            // as CONTRACT spells it
  std::string after, before;  // ISO dates of publication, both inclusive
  std::string publisher;      // its whole name
  int limit = 50;
  std::int64_t below = 0;         // only statements with a smaller number; 0: any
  std::optional<ListPlace> from;  // of board() and disagreements(): LedgerStory::next of the page before
};

class Ledger {
 public:
  static constexpr std::chrono::milliseconds kPatience{10'000};

  // Opens a ledger, or makes a new one where the file does not exist. Fails with
  // invalid_input if the file is no ledger, of another schema or damaged, io if it
  // cannot be written to, as load_relations() if the model of relations cannot be read.
  // `models`: where the model of relations is; empty: where the pipeline's are.
  // `patience`: how long each call waits for another process that has the file locked.
  static Result<Ledger> open_for_adding(const std::filesystem::path& path,
                                        const std::filesystem::path& models = {},
                                        std::chrono::milliseconds patience = kPatience);

  // Opens a ledger that is there. Fails likewise, and with not_found.
  static Result<Ledger> open(const std::filesystem::path& path,
                             std::chrono::milliseconds patience = kPatience);

  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) = delete;

  // What relates statements, for prepare_article(). Any thread may use it while the ledger
  // lives. Requires: the ledger is open for adding.
  const RelationModel& relations() const;

  // True if this very article, text and metadata, is in the ledger.
  Result<bool> contains(const std::string& content_id);

  // Writes an article and its layers, and links its statements with those that are there.
  // An article with a known id and new content becomes the id's newest version. It is safe
  // on disk after the next commit(). Where it fails, all since the last commit is gone.
  // Requires: doc.metadata.id is not empty, `prepared` is prepare_article() of `doc`.
  // O(the document x log of the ledger).
  Result<Added> add(const Document& doc, const PreparedArticle& prepared);

  // Takes an article and all its versions away. False if there is none of this id. As
  // add(), lasting with the next commit().
  Result<bool> remove(const std::string& id);

  Result<Success> commit();

  // All that follows is about the newest version of each article.

  Result<LedgerCounts> count();
  Result<std::int64_t> count_articles();

  // Calls `receive` with each article by date of publication and id, until it returns
  // false.
  Result<Success> for_each_article(const std::function<bool(const LedgerArticle&)>& receive);

  // Likewise those that the query is after, whatever its limit: the newest first, those without a date last.
  // What is not received costs nothing.
  Result<Success> for_each_newest(const ArticleQuery& query,
                                  const std::function<bool(const LedgerArticle&)>& receive);

  // The newest first. Costs what it returns.
  Result<std::vector<ArticleSummary>> articles(const ArticleQuery& query);

  // A number that changes when another connection has written to the file, for as long as this one
  // is open.
  Result<std::int64_t> change_counter();

  // All versions of an article, the newest last; none where the ledger has no such id.
  Result<std::vector<LedgerArticle>> versions(const std::string& id);

  // The newest first.
  Result<std::vector<LedgerNotice>> notices(const ArticleQuery& query);

  // All entities, by id: who is who over all articles (identity.h), as corrected by hand.
  // Linear in the ledger.
  Result<std::vector<LedgerEntity>> entities();

  // What follows costs the look-ups for what is returned, whatever the size of the ledger.

  // The sources of these statements, one each.
  Result<std::vector<EntityName>> entities_of(const std::vector<LedgerStatement>& statements);

  // For each name the only one who is called so; empty where there is none, or several.
  Result<std::vector<EntityName>> entities_called(const std::vector<std::string>& names);

  // Those who have these words in one of their names, whole and in this order, and, where no capital letter
  // is in them, of the 5,000 names that say most those with the words in a role; who says most comes first.
  Result<std::vector<LedgerEntity>> find_entities(std::string_view name, std::size_t limit);

  // The one with this id, or nothing. Linear in the ledger for one without a name.
  Result<std::optional<LedgerEntity>> find_entity(const std::string& id);

  // Those with a name who say most.
  Result<std::vector<LedgerEntity>> most_talkative(std::size_t limit);

  // A page of those whom find_entities() finds by these words, or, where there are none, of those with a name
  // who say anything. By the name of theirs that says most, each once; on a page by how much they say.
  Result<EntityPage> entity_page(std::string_view name, std::size_t limit,
                                 const std::optional<ListPlace>& from);

  // What it says, and what others say about it by name; the newest first. Of the query, dates, `below` and
  // limit count.
  Result<std::vector<LedgerStatement>> statements_by(const LedgerEntity& entity, const StatementQuery& query);
  Result<std::vector<LedgerStatement>> statements_about(const LedgerEntity& entity,
                                                        const StatementQuery& query);

  // Newest first.
  Result<std::vector<LedgerStatement>> search(const StatementQuery& query);

  // Articles that are kept unread and have all these words in title or text; the newest first. None where the
  // query asks for a source or an act.
  Result<std::vector<UnreadArticle>> search_unread(const StatementQuery& query);

  // The statements of these numbers that are there, in the order given.
  Result<std::vector<LedgerStatement>> statements(const std::vector<std::int64_t>& numbers);

  // For each of these numbers whether the statement contradicts another one.
  Result<std::vector<bool>> are_against(const std::vector<std::int64_t>& numbers, float min_confidence);

  // The number of a statement, or nothing.
  Result<std::optional<std::int64_t>> find_statement(const std::string& article, std::uint32_t attribution);

  // All statements and how they relate. Linear in the ledger.
  Result<LedgerStory> story();

  // The threads that have a statement which the query looks for; `query.limit` of them at
  // most. Without words, source and act: by the day of their newest statement, the newest first, then
  // by disagreements; else by the newest statement that fits. Threads, and only they, are in
  // that order; the statements are theirs.
  Result<LedgerStory> board(const StatementQuery& query);

  // Statements that others contradict, or that their own side took back (`own_side`: only these), with what
  // contradicts them, by the newest statement against them; `query.limit` at most. Of each link, one of the
  // two statements fits the query's words, one its source, one its act, one its publisher, and the later one
  // its dates. Of links between copies of the same two statements, the first alone. Without threads.
  Result<LedgerStory> disagreements(const StatementQuery& query, float min_confidence, bool own_side);

  // These statements and all that they are linked with. Without threads.
  Result<LedgerStory> surroundings(const std::vector<std::int64_t>& numbers);

  // The thread that holds the statement: one, or none. `statements` are its own.
  Result<LedgerStory> thread_with(std::int64_t statement);

  // What was corrected by hand, in that order. Statements are named as they are called today.
  Result<std::vector<Correction>> corrections();

  // The same, the newest first: `limit` of those whose number is smaller than `below`.
  Result<std::vector<Correction>> newest_corrections(std::int64_t below, int limit);

  // Makes a correction and commits it. It holds for all articles, also for those that are added later, and
  // in whatever order. Fails with invalid_input where it makes no sense: a name that nobody has, or several
  // have; two that are one already; articles that do not speak of the entity, or all that do; two statements
  // that no relation links, or of which something was told already. `unrelated` takes that relation out, also
  // between copies of the two statements, with what it joined; `related` makes it sure, of the type that is
  // asked for, or makes one. Requires: opened for adding.
  Result<Correction> correct(const CorrectionRequest& request);

  // Writes corrections of another ledger as they are, with their numbers, which must be free here. They hold
  // for articles that come before and after.
  Result<Success> keep_corrections(const std::vector<Correction>& corrections);

  // Takes a correction back. False if there is none of this number. Requires: as correct().
  Result<bool> undo_correction(std::int64_t number);

  // What is wrong with the file, one line each; nothing if all is well. Linear in the
  // size of the file.
  Result<std::vector<std::string>> check();

 private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LEDGER_H_
