#include "ledger/feed_store.h"

#include <algorithm>

#include "ledger/schema.h"

namespace hearsay {
namespace {

constexpr const char* kFeedTables = R"sql(
CREATE TABLE IF NOT EXISTS feeds (
  url TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL,
  checked INTEGER NOT NULL, not_before INTEGER NOT NULL,
  failures INTEGER NOT NULL, problem TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feed_items (
  key TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  fate INTEGER NOT NULL,
  tries INTEGER NOT NULL, not_before INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS waiting_items (
  key TEXT PRIMARY KEY,
  feed TEXT NOT NULL,
  url TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, byline TEXT NOT NULL,
  published TEXT NOT NULL, updated TEXT NOT NULL, language TEXT NOT NULL,
  content TEXT NOT NULL, summary TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS waiting_items_by_feed ON waiting_items(feed);
)sql";

constexpr const char* kTables[] = {"feeds", "feed_items", "waiting_items"};

// The columns of a waiting item in the order of the table.
constexpr std::string WaitingItem::*kWaitingColumns[] = {
    &WaitingItem::key,      &WaitingItem::feed,    &WaitingItem::url,       &WaitingItem::id,
    &WaitingItem::title,    &WaitingItem::byline,  &WaitingItem::published, &WaitingItem::updated,
    &WaitingItem::language, &WaitingItem::content, &WaitingItem::summary};

constexpr const char* kFeedColumns =
    "SELECT url, title, etag, last_modified, checked, not_before, failures, problem FROM feeds ";

FeedState read_feed(const Query& row) {
  return {.url = std::string(row.text(0)),
          .title = std::string(row.text(1)),
          .etag = std::string(row.text(2)),
          .last_modified = std::string(row.text(3)),
          .checked = row.number(4),
          .not_before = row.number(5),
          .failures = row.number(6),
          .problem = std::string(row.text(7))};
}

Result<bool> has_table(Database& database, std::string_view name) {
  Query query(database, "SELECT 1 FROM sqlite_schema WHERE name = ?");
  return query.bind(name).next();
}

}  // namespace

Result<FeedStore> FeedStore::open(const std::filesystem::path& ledger) {
  // A ledger that is not there is not made.
  if (Result<Database> there = Database::open(ledger, Database::Access::read); !there) return there.error();
  Result<Database> database = Database::open(ledger, Database::Access::create);
  if (!database) return database.error();
  if (const auto known = check_schema(*database); !known) return known.error();
  if (const auto ready = database->execute("PRAGMA synchronous = NORMAL"); !ready) return ready.error();
  // The one that was added last.
  const Result<bool> there = has_table(*database, "waiting_items");
  if (!there) return there.error();
  if (!*there) {
    if (const auto made = database->execute(kFeedTables); !made) return made.error();
  }
  return FeedStore(std::make_unique<Database>(*std::move(database)));
}

Result<std::vector<FeedState>> FeedStore::feeds() {
  Query query(*database_, std::string(kFeedColumns) + "ORDER BY url");
  std::vector<FeedState> all;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) all.push_back(read_feed(query));
  if (!row) return row.error();
  return all;
}

Result<std::optional<FeedState>> FeedStore::feed(const std::string& url) {
  Query query(*database_, std::string(kFeedColumns) + "WHERE url = ?");
  const Result<bool> row = query.bind(url).next();
  if (!row) return row.error();
  return *row ? std::optional(read_feed(query)) : std::nullopt;
}

Result<Success> FeedStore::save(const FeedState& feed) {
  Query query(*database_,
              "INSERT OR REPLACE INTO feeds(url, title, etag, last_modified, checked, not_before, failures, "
              "problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(feed.url).bind(feed.title).bind(feed.etag).bind(feed.last_modified);
  return query.bind(feed.checked).bind(feed.not_before).bind(feed.failures).bind(feed.problem).run();
}

Result<std::optional<SeenItem>> FeedStore::item(const std::string& key) {
  Query query(*database_, "SELECT version, fate, tries, not_before FROM feed_items WHERE key = ?");
  const Result<bool> row = query.bind(key).next();
  if (!row) return row.error();
  if (!*row) return std::optional<SeenItem>();
  const std::int64_t fate = std::clamp<std::int64_t>(query.number(1), 0, kItemFateCount - 1);
  return std::optional(SeenItem{.key = key,
                                .version = query.number(0),
                                .fate = static_cast<ItemFate>(fate),
                                .tries = query.number(2),
                                .not_before = query.number(3)});
}

Result<Success> FeedStore::save(const SeenItem& item) {
  Query query(
      *database_,
      "INSERT OR REPLACE INTO feed_items(key, version, fate, tries, not_before) VALUES (?, ?, ?, ?, ?)");
  query.bind(item.key).bind(item.version).bind(static_cast<std::int64_t>(item.fate));
  if (const auto saved = query.bind(item.tries).bind(item.not_before).run(); !saved) return saved.error();
  if (item.fate == ItemFate::waiting) return Success{};
  return Query(*database_, "DELETE FROM waiting_items WHERE key = ?").bind(item.key).run();
}

Result<Success> FeedStore::save(const SeenItem& item, const WaitingItem& said) {
  if (const auto saved = save(item); !saved) return saved.error();
  Query query(*database_, "INSERT OR REPLACE INTO waiting_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto column : kWaitingColumns) query.bind(std::string_view(said.*column));
  return query.run();
}

Result<std::vector<WaitingItem>> FeedStore::waiting(const std::string& feed, std::int64_t now,
                                                    std::int64_t limit) {
  Query query(*database_,
              "SELECT w.* FROM waiting_items w JOIN feed_items i ON i.key = w.key WHERE w.feed = ? AND "
              "i.fate = 0 AND i.not_before <= ? ORDER BY w.key LIMIT ?");
  query.bind(feed).bind(now).bind(limit);
  std::vector<WaitingItem> all;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    WaitingItem& item = all.emplace_back();
    int number = 0;
    for (const auto column : kWaitingColumns) item.*column = query.text(number++);
  }
  if (!row) return row.error();
  return all;
}

Result<std::int64_t> FeedStore::version() {
  Query query(*database_, "PRAGMA data_version");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  return query.number(0);
}

Result<Success> FeedStore::copy_from(const std::filesystem::path& other) {
  Result<Database> from = Database::open(other, Database::Access::read);
  if (!from) return from.error();
  std::string copy;
  for (const char* table : kTables) {
    const Result<bool> there = has_table(*from, table);
    if (!there) return there.error();
    if (*there)
      copy += std::string("INSERT OR REPLACE INTO ") + table + " SELECT * FROM other." + table + "; ";
  }
  if (copy.empty()) return Success{};
  Query attach(*database_, "ATTACH ? AS other");
  if (const auto done = attach.bind(other.string()).run(); !done) return done.error();
  const auto copied = database_->execute("BEGIN; " + copy + "COMMIT");
  if (!copied) {
    (void)database_->execute("ROLLBACK");  // where there is a transaction left
    return copied.error();
  }
  return database_->execute("DETACH other");
}

}  // namespace hearsay
