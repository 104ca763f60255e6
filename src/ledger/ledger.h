// The ledger: a file that holds what many articles say, article by article, statement
// by statement, with the people and organisations that they share.
//
// One SQLite file (docs/ledger.md). An article and all that was found in it is written
// in one transaction, so a process that is killed leaves whole articles behind. One
// process writes at a time; others may read meanwhile.
// Threads: one Ledger belongs to one thread at a time; open several.
#ifndef HEARSAY_SRC_LEDGER_LEDGER_H_
#define HEARSAY_SRC_LEDGER_LEDGER_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claims/threads.h"
#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// What became of an article that was given to the ledger.
enum class Added { new_article, new_version, known_already };

// 16 bytes: XXH3-128 of the article's text and metadata, the same on every machine. An
// article is known by it, so never change what goes in.
std::string article_content_id(const Document& doc);

struct LedgerCounts {
  std::int64_t articles = 0;  // the newest version of each
  std::int64_t versions = 0;  // all
  std::int64_t statements = 0;
  std::int64_t entities = 0;  // of the newest versions, put together
};

// An article's newest version.
struct LedgerArticle {
  std::string id;
  std::string title;
  std::string publisher;
  std::string published;
  std::string url;
  std::string analysis;  // as it was given to add()
};

// A person, organisation or other thing that articles name, over all of them.
struct LedgerEntity {
  struct Use {
    std::string article;       // its id
    std::uint32_t entity = 0;  // index into Document::entities
  };
  std::string id;    // "E" and 16 hexadecimal digits, the same on every machine
  std::string name;  // the spelling that most articles have
  EntityKind kind = EntityKind::person;
  bool named = true;                   // false: "two officials", of one article
  std::vector<std::string> aliases;    // sorted
  std::vector<std::string> roles;      // sorted
  std::vector<std::string> member_of;  // ids of those it belongs to or speaks for; sorted
  std::vector<Use> uses;               // by article
};

// A statement that a search found.
struct LedgerStatement {
  std::string article, title, publisher, published;
  std::uint32_t attribution = 0;  // index into Document::attributions
  std::uint32_t paragraph = 0;    // from 1: the block where its content begins
  std::uint32_t entity = kNone;   // the source's: index into Document::entities
  std::string source, cue, content;
  Form form = Form::indirect;
  Act act = Act::assert_;
  bool negated = false;
  float confidence = 0;
};

// What all articles together say.
struct LedgerStory {
  std::vector<LedgerStatement> statements;  // in the order in which they were made
  std::vector<LinkedPair> links;            // indices into statements; by later, then earlier
  std::vector<Thread> threads;              // likewise
};

// What a search looks for; an empty field is no condition.
struct StatementQuery {
  std::string words;          // all of them stand in the content; "..." is a phrase
  std::string source;         // words of the source
  std::string act;            // as CONTRACT spells it
  std::string after, before;  // ISO dates of publication, both inclusive
  int limit = 50;
};

class Ledger {
 public:
  // Opens a ledger, or makes a new one where the file does not exist. Fails with
  // invalid_input if the file is no ledger, of another schema or damaged, io if it
  // cannot be written to.
  static Result<Ledger> open_for_adding(const std::filesystem::path& path);

  // Opens a ledger that is there. Fails likewise, and with not_found.
  static Result<Ledger> open(const std::filesystem::path& path);

  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) = delete;

  // True if this very article, text and metadata, is in the ledger.
  Result<bool> contains(const std::string& content_id);

  // Writes an article and its layers, and links its statements with those that are there;
  // `analysis` is kept with it as it is. An article with a known id and new content
  // becomes the id's newest version. It is safe on disk after the next commit(). Requires:
  // doc.metadata.id is not empty. O(the document x log of the ledger).
  Result<Added> add(const Document& doc, const std::string& analysis);
  Result<Success> commit();

  // All that follows is about the newest version of each article.

  Result<LedgerCounts> count();

  // Calls `receive` with each article by date of publication and id, until it returns
  // false.
  Result<Success> for_each_article(const std::function<bool(const LedgerArticle&)>& receive);

  // All entities, by id. One that is called by a short name alone belongs to the only one
  // in the ledger that has this name as another name; those without a name stay apart.
  Result<std::vector<LedgerEntity>> entities();

  // Newest first.
  Result<std::vector<LedgerStatement>> search(const StatementQuery& query);

  // All statements and how they relate. Linear in the ledger.
  Result<LedgerStory> story();

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
