#include "ledger/schema.h"

#include <cstdint>
#include <string>

#include "ledger/copy_store.h"
#include "ledger/corrections.h"
#include "ledger/entity_writer.h"
#include "ledger/item_versions.h"
#include "ledger/unread_articles.h"

namespace hearsay {
namespace {

// "HRSY": tells a ledger from other SQLite files.
constexpr std::int64_t kApplicationId = 0x48525359;

constexpr const char* kTables = R"sql(
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  content BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  replaced_by INTEGER REFERENCES articles(number),
  url TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL
);
CREATE UNIQUE INDEX articles_by_id ON articles(id, version);
CREATE INDEX articles_by_date ON articles(published, id) WHERE replaced_by IS NULL;
CREATE TABLE analyses (
  article INTEGER PRIMARY KEY REFERENCES articles(number),
  analysis BLOB NOT NULL
);
CREATE TABLE slots (
  article INTEGER PRIMARY KEY REFERENCES articles(number),
  statements BLOB NOT NULL
);

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,
  entity INTEGER,
  source TEXT NOT NULL, speaker TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL,
  form INTEGER NOT NULL, act INTEGER NOT NULL, negated INTEGER NOT NULL,
  confidence REAL NOT NULL,
  paragraph INTEGER NOT NULL
);
CREATE TABLE replaced_statements (
  article INTEGER NOT NULL REFERENCES articles(number),
  attribution INTEGER NOT NULL,
  source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL,
  form INTEGER NOT NULL, act INTEGER NOT NULL, negated INTEGER NOT NULL,
  confidence REAL NOT NULL,
  paragraph INTEGER NOT NULL,
  PRIMARY KEY (article, attribution)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE statement_words USING fts5(
  source, content, marks, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE article_keys (
  key INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(number),
  PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE relations (
  later INTEGER NOT NULL REFERENCES statements(number),
  earlier INTEGER NOT NULL REFERENCES statements(number),
  type INTEGER NOT NULL,
  detail INTEGER NOT NULL,
  confidence REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (later, earlier)
) WITHOUT ROWID;
CREATE INDEX relations_by_earlier ON relations(earlier, later);

CREATE TABLE threads (
  number INTEGER PRIMARY KEY,
  first INTEGER NOT NULL, last INTEGER NOT NULL,
  day INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  disagreements INTEGER NOT NULL
);
CREATE INDEX threads_by_day ON threads(day DESC, disagreements DESC, first DESC);
CREATE TABLE thread_members (
  statement INTEGER PRIMARY KEY REFERENCES statements(number),
  thread INTEGER NOT NULL REFERENCES threads(number)
);
CREATE INDEX thread_members_by_thread ON thread_members(thread, statement);
)sql";

// Made when a ledger is opened for writing, so that older files get them; nothing depends on them but how
// long lists take. Of relations, those that an answer has unless it asks for less sure ones: one in fifty.
// disagreements.cc asks in these words.
constexpr const char* kIndices = R"sql(
CREATE INDEX IF NOT EXISTS articles_by_publisher ON articles(publisher) WHERE replaced_by IS NULL;
CREATE INDEX IF NOT EXISTS relations_against ON relations(later, earlier, type, confidence)
  WHERE type IN (0, 1, 4) AND confidence >= 0.4;
CREATE INDEX IF NOT EXISTS relations_against_by_earlier ON relations(earlier, later, type, confidence)
  WHERE type IN (0, 1, 4) AND confidence >= 0.4;
)sql";

Result<std::int64_t> read_pragma(Database& database, const std::string& pragma) {
  Query query(database, "PRAGMA " + pragma);
  const Result<bool> row = query.next();
  if (!row) return row.error();
  return *row ? query.number(0) : 0;
}

Result<bool> is_empty(Database& database) {
  Query query(database, "SELECT count(*) FROM sqlite_schema");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  return query.number(0) == 0;
}

Result<Success> make_tables(Database& database) {
  // Larger pages are fewer: a twentieth of the time of writing.
  if (const Result<Success> sized = database.execute("PRAGMA page_size = 8192"); !sized) return sized.error();
  return database.execute("BEGIN IMMEDIATE;" + std::string(kTables) + kEntityTables + kCopyTables +
                          kCorrectionTables + "PRAGMA application_id = " + std::to_string(kApplicationId) +
                          "; PRAGMA user_version = " + std::to_string(kLedgerSchema) + "; COMMIT;");
}

// Looked for first: what writes waits for other writers.
Result<Success> make_indices(Database& database) {
  Query query(database,
              "SELECT count(*) FROM sqlite_schema WHERE name IN "
              "('articles_by_publisher', 'relations_against', 'relations_against_by_earlier')");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  if (query.number(0) == 3) return Success{};
  query.reset();
  return database.execute("BEGIN IMMEDIATE;" + std::string(kIndices) + "COMMIT;");
}

}  // namespace

Result<int> read_schema(Database& database) {
  const Result<std::int64_t> id = read_pragma(database, "application_id");
  if (!id) return id.error();
  if (*id != kApplicationId) {
    // Also what is left of one that was ended before anything was written.
    const Result<bool> empty = is_empty(database);
    if (empty && *empty)
      return Error{ErrorCode::invalid_input, database.name() + ": expected a ledger, found an empty file"};
    return Error{ErrorCode::invalid_input,
                 database.name() + ": expected a ledger, found a database of another program"};
  }
  const Result<std::int64_t> schema = read_pragma(database, "user_version");
  if (!schema) return schema.error();
  if (*schema > kLedgerSchema) {
    return Error{ErrorCode::invalid_input, database.name() + ": expected a ledger of schema " +
                                               std::to_string(kLedgerSchema) + " or older, found schema " +
                                               std::to_string(*schema) + " of a newer version of hearsay"};
  }
  return static_cast<int>(*schema);
}

Result<Success> check_schema(Database& database) {
  const Result<int> schema = read_schema(database);
  if (!schema) return schema.error();
  if (*schema < kLedgerSchema) {
    return Error{ErrorCode::invalid_input,
                 database.name() + ": expected a ledger of schema " + std::to_string(kLedgerSchema) +
                     ", found schema " + std::to_string(*schema) +
                     " of an older version; `hearsay upgrade` reads its articles anew"};
  }
  return Success{};
}

Result<Success> prepare_for_writing(Database& database) {
  const Result<bool> empty = is_empty(database);
  if (!empty) return empty.error();
  if (*empty) {
    if (const Result<Success> made = make_tables(database); !made) return made.error();
  }
  if (const Result<Success> known = check_schema(database); !known) return known.error();
  if (const Result<Success> made = database.execute(std::string(kItemTables) + kUnreadTables); !made)
    return made.error();
  if (const Result<Success> made = make_indices(database); !made) return made.error();
  // Foreign keys are looked at by Ledger::check() alone: to look up an article for each of
  // its thirty keys takes a tenth of the time of writing it.
  return database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; "
      "PRAGMA wal_autocheckpoint = 8000;");
}

}  // namespace hearsay
