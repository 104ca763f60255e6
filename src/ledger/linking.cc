#include "ledger/linking.h"

#include <algorithm>
#include <string>

#include "claims/candidates.h"
#include "claims/relate.h"
#include "claims/statement_bytes.h"

namespace hearsay {
namespace {

// Statements looked at for each key, on either side in time.
constexpr std::int64_t kNearest = 24;

// Statements kept in memory; a story's articles come together.
constexpr std::size_t kMaxCached = 20'000;

// Keys are unsigned, SQLite's integers are not.
std::int64_t stored_key(std::uint64_t key) { return static_cast<std::int64_t>(key); }

}  // namespace

Linker::Linker(Database& database)
    : key_(database, "INSERT OR IGNORE INTO statement_keys(key, published, statement) VALUES (?, ?, ?)"),
      before_(database,
              "SELECT statement FROM statement_keys WHERE key = ? AND published < ? "
              "ORDER BY published DESC, statement DESC LIMIT ?"),
      from_(database,
            "SELECT statement FROM statement_keys WHERE key = ? AND published >= ? "
            "ORDER BY published, statement LIMIT ?"),
      statement_(database,
                 "SELECT s.slots, s.attribution, a.id, a.publisher, a.published FROM statements s "
                 "JOIN articles a ON a.number = s.article WHERE s.number = ? AND a.replaced_by IS NULL"),
      relation_(database,
                "INSERT OR REPLACE INTO relations(later, earlier, type, detail, confidence, why) "
                "VALUES (?, ?, ?, ?, ?, ?)") {}

Result<Success> Linker::write_keys(const NewStatement& statement) {
  for (const std::uint64_t key : candidate_keys(statement.placed.statement)) {
    const auto done = key_.bind(stored_key(key)).bind(statement.placed.published).bind(statement.row).run();
    if (!done) return done.error();
  }
  return Success{};
}

Result<Success> Linker::find_candidates(const NewStatement& statement, std::vector<std::int64_t>& rows) {
  rows.clear();
  for (const std::uint64_t key : candidate_keys(statement.placed.statement)) {
    for (Query* query : {&before_, &from_}) {
      query->bind(stored_key(key)).bind(statement.placed.published).bind(kNearest);
      Result<bool> row = query->next();
      for (; row && *row; row = query->next()) rows.push_back(query->number(0));
      query->reset();
      if (!row) return row.error();
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return Success{};
}

Result<const PlacedStatement*> Linker::load(std::int64_t row) {
  if (cache_.size() > kMaxCached) cache_.clear();
  auto found = cache_.find(row);
  if (found == cache_.end()) {
    const Result<bool> there = statement_.bind(row).next();
    std::optional<PlacedStatement> loaded;
    if (there && *there) {
      if (std::optional<Statement> slots = decode_statement(statement_.text(0))) {
        loaded = PlacedStatement{.statement = *std::move(slots),
                                 .document = std::string(statement_.text(2)),
                                 .publisher = std::string(statement_.text(3)),
                                 .published = std::string(statement_.text(4)),
                                 .number = static_cast<std::uint32_t>(statement_.number(1))};
      }
    }
    statement_.reset();
    if (!there) return there.error();
    found = cache_.emplace(row, std::move(loaded)).first;
  }
  const PlacedStatement* placed = found->second ? &*found->second : nullptr;
  return placed;
}

Result<Success> Linker::write_relation(const NewStatement& fresh, std::int64_t row,
                                       const PlacedStatement& other) {
  const bool is_later = comes_before(other, fresh.placed);
  const std::optional<Relation> relation =
      is_later ? relate(fresh.placed, other) : relate(other, fresh.placed);
  if (!relation) return Success{};
  relation_.bind(is_later ? fresh.row : row).bind(is_later ? row : fresh.row);
  relation_.bind(static_cast<std::int64_t>(relation->type)).bind(static_cast<std::int64_t>(relation->detail));
  return relation_.bind(static_cast<double>(relation->confidence)).bind(relation->why).run();
}

Result<Success> Linker::link(const std::vector<NewStatement>& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto done = write_relation(statements[i], statements[k].row, statements[k].placed);
      if (!done) return done.error();
    }
  }
  std::vector<std::int64_t> rows;
  for (const NewStatement& statement : statements) {
    if (const auto done = find_candidates(statement, rows); !done) return done.error();
    for (const std::int64_t row : rows) {
      const Result<const PlacedStatement*> other = load(row);
      if (!other) return other.error();
      if (*other == nullptr) continue;
      if (const auto done = write_relation(statement, row, **other); !done) return done.error();
    }
  }
  for (const NewStatement& statement : statements) {
    if (const auto done = write_keys(statement); !done) return done.error();
  }
  return Success{};
}

}  // namespace hearsay
