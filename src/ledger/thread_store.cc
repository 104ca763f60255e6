#include "ledger/thread_store.h"

#include <algorithm>
#include <utility>

#include "claims/threads.h"
#include "ledger/article_number.h"
#include "ledger/ledger_state.h"

namespace hearsay {

bool is_disagreement(RelationType type) {
  return type == RelationType::disputes || type == RelationType::conflicts || type == RelationType::retracts;
}

ThreadStore::ThreadStore(Database& database)
    : find_(database,
            "SELECT t.number, t.first, t.last, t.statements, t.disagreements FROM thread_members m "
            "JOIN threads t ON t.number = m.thread WHERE m.statement = ?"),
      member_(database, "INSERT INTO thread_members(statement, thread) VALUES (?, ?)"),
      rename_(database, "UPDATE thread_members SET thread = ? WHERE thread = ?"),
      save_(database,
            "INSERT OR REPLACE INTO threads(number, first, last, day, statements, disagreements) "
            "VALUES (?, ?, ?, ?, ?, ?)"),
      forget_(database, "DELETE FROM threads WHERE number = ?"),
      members_(database, "SELECT statement FROM thread_members WHERE thread = ? ORDER BY statement"),
      forget_members_(database, "DELETE FROM thread_members WHERE thread = ?"),
      threads_of_(database, "SELECT DISTINCT thread FROM thread_members WHERE statement BETWEEN ? AND ?"),
      leave_(database, "DELETE FROM thread_members WHERE statement BETWEEN ? AND ?"),
      links_(database, "SELECT earlier, type, confidence FROM relations WHERE later = ?") {}

Result<ThreadStore::Thread> ThreadStore::thread_with(std::int64_t statement) {
  const Result<bool> found = find_.bind(statement).next();
  Thread thread{.number = statement, .first = statement, .last = statement, .statements = 1};
  if (found && *found) {
    thread = {.number = find_.number(0),
              .first = find_.number(1),
              .last = find_.number(2),
              .statements = find_.number(3),
              .disagreements = find_.number(4)};
  }
  find_.reset();
  if (!found) return found.error();
  if (*found) return thread;
  // A thread has the number of a statement that it was begun with, and keeps it while it
  // is there; so no other thread can have it.
  if (const auto done = save(thread); !done) return done.error();
  if (const auto done = add_member(statement, thread.number); !done) return done.error();
  return thread;
}

Result<Success> ThreadStore::add_member(std::int64_t statement, std::int64_t thread) {
  return member_.bind(statement).bind(thread).run();
}

Result<Success> ThreadStore::save(const Thread& thread) {
  save_.bind(thread.number)
      .bind(thread.first)
      .bind(thread.last)
      .bind(day_of_article(article_of(thread.last)));
  return save_.bind(thread.statements).bind(thread.disagreements).run();
}

Result<Success> ThreadStore::join(const StoredLink& link) {
  Result<Thread> one = thread_with(link.later);
  if (!one) return one.error();
  Result<Thread> other = thread_with(link.earlier);
  if (!other) return other.error();
  if (one->number != other->number) {
    if (one->statements < other->statements) std::swap(*one, *other);
    if (const auto done = rename_.bind(one->number).bind(other->number).run(); !done) return done.error();
    if (const auto done = forget_.bind(other->number).run(); !done) return done.error();
    one->first = std::min(one->first, other->first);
    one->last = std::max(one->last, other->last);
    one->statements += other->statements;
    one->disagreements += other->disagreements;
  }
  one->disagreements += is_disagreement(link.type);
  return save(*one);
}

Result<Success> ThreadStore::join(const std::vector<StoredLink>& links) {
  for (const StoredLink& link : links) {
    if (link.confidence < kThreadConfidence) continue;
    if (const auto done = join(link); !done) return done.error();
  }
  return Success{};
}

Result<std::vector<std::int64_t>> ThreadStore::numbers(Query& query) {
  std::vector<std::int64_t> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.push_back(query.number(0));
  query.reset();
  if (!row) return row.error();
  return found;
}

// Its statements are put together anew from the links that are left.
Result<Success> ThreadStore::dissolve(std::int64_t thread) {
  const Result<std::vector<std::int64_t>> members = numbers(members_.bind(thread));
  if (!members) return members.error();
  std::vector<StoredLink> links;
  for (const std::int64_t later : *members) {
    links_.bind(later);
    Result<bool> row = links_.next();
    for (; row && *row; row = links_.next()) {
      links.push_back({.later = later,
                       .earlier = links_.number(0),
                       .type = read_enum<RelationType>(links_.number(1), kRelationTypeCount),
                       .confidence = static_cast<float>(links_.real(2))});
    }
    links_.reset();
    if (!row) return row.error();
  }
  if (const auto done = forget_members_.bind(thread).run(); !done) return done.error();
  if (const auto done = forget_.bind(thread).run(); !done) return done.error();
  return join(links);
}

Result<Success> ThreadStore::leave(std::int64_t article) {
  const std::int64_t first = statement_number(article, 0);
  const std::int64_t last = statement_number(article + 1, 0) - 1;
  const Result<std::vector<std::int64_t>> threads = numbers(threads_of_.bind(first).bind(last));
  if (!threads) return threads.error();
  if (const auto done = leave_.bind(first).bind(last).run(); !done) return done.error();
  for (const std::int64_t thread : *threads) {
    if (const auto done = dissolve(thread); !done) return done.error();
  }
  return Success{};
}

}  // namespace hearsay
