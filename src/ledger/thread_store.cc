#include "ledger/thread_store.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "claims/threads.h"
#include "ledger/article_number.h"
#include "ledger/ledger_state.h"

namespace hearsay {

bool is_disagreement(RelationType type) {
  return type == RelationType::disputes || type == RelationType::conflicts || type == RelationType::retracts;
}

ThreadStore::ThreadStore(Database& database)
    : new_members_(database, "INSERT OR FAIL INTO thread_members(statement, thread)", 2),
      changed_(database,
               "INSERT OR REPLACE INTO threads(number, first, last, day, statements, disagreements)", 6),
      find_(database,
            "SELECT t.number, t.first, t.last, t.statements, t.disagreements FROM thread_members m "
            "JOIN threads t ON t.number = m.thread WHERE m.statement = ?"),
      rename_(database, "UPDATE thread_members SET thread = ? WHERE thread = ?"),
      forget_(database, "DELETE FROM threads WHERE number = ?"),
      members_(database, "SELECT statement FROM thread_members WHERE thread = ? ORDER BY statement"),
      forget_members_(database, "DELETE FROM thread_members WHERE thread = ?"),
      threads_of_(database, "SELECT DISTINCT thread FROM thread_members WHERE statement BETWEEN ? AND ?"),
      leave_(database, "DELETE FROM thread_members WHERE statement BETWEEN ? AND ?"),
      links_(database, "SELECT earlier, type, confidence FROM relations WHERE later = ?"),
      fewer_(database, "UPDATE threads SET disagreements = disagreements - 1 WHERE number = ?"),
      common_(database,
              "SELECT 1 FROM (SELECT earlier AS other FROM relations WHERE later = ?1 AND confidence >= ?3 "
              "UNION SELECT later FROM relations WHERE earlier = ?1 AND confidence >= ?3) WHERE "
              "EXISTS (SELECT 1 FROM relations WHERE later = ?2 AND earlier = other AND confidence >= ?3) OR "
              "EXISTS (SELECT 1 FROM relations WHERE later = other AND earlier = ?2 AND confidence >= ?3) "
              "LIMIT 1") {}

// What some links join: threads of the file and new ones, put together in memory.
class ThreadStore::Joining {
 public:
  struct Part {
    Thread thread;
    std::size_t whole = 0;  // the part that it went into, itself for one that is whole
    bool stored = false;
  };

  // True for a statement whose thread is not known to be in the file or not.
  bool is_open(std::int64_t statement) const { return !part_of_.contains(statement); }

  // The thread that holds it in the file, if any.
  void place(std::int64_t statement, const std::optional<Thread>& stored) {
    if (stored) {
      const auto [known, is_new] = part_with_.emplace(stored->number, parts_.size());
      part_of_[statement] = known->second;
      if (is_new) parts_.push_back({.thread = *stored, .whole = parts_.size(), .stored = true});
      return;
    }
    // A thread has the number of a statement that it was begun with, and keeps it while it
    // is there; so no other thread can have it.
    part_of_[statement] = parts_.size();
    new_.push_back(statement);
    const Thread alone{.number = statement, .first = statement, .last = statement, .statements = 1};
    parts_.push_back({.thread = alone, .whole = parts_.size()});
  }

  // Requires: both statements are placed.
  void join(const StoredLink& link) {
    std::size_t one = whole_of(part_of_.at(link.later));
    std::size_t other = whole_of(part_of_.at(link.earlier));
    if (one != other) {
      const auto weight = [&](const Part& p) { return std::pair(p.stored, p.thread.statements); };
      if (weight(parts_[one]) < weight(parts_[other])) std::swap(one, other);
      Thread& whole = parts_[one].thread;
      const Thread& part = parts_[other].thread;
      whole.first = std::min(whole.first, part.first);
      whole.last = std::max(whole.last, part.last);
      whole.statements += part.statements;
      whole.disagreements += part.disagreements;
      parts_[other].whole = one;
    }
    parts_[one].thread.disagreements += is_disagreement(link.type);
  }

  const std::vector<Part>& parts() const { return parts_; }
  const Thread& whole(const Part& part) const { return parts_[whole_of(part.whole)].thread; }

  // Statements that were in no thread, with the number of theirs; sorted.
  std::vector<std::pair<std::int64_t, std::int64_t>> new_members() const {
    std::vector<std::pair<std::int64_t, std::int64_t>> members;
    for (const std::int64_t statement : new_)
      members.emplace_back(statement, parts_[whole_of(part_of_.at(statement))].thread.number);
    std::sort(members.begin(), members.end());
    return members;
  }

 private:
  std::size_t whole_of(std::size_t part) const {
    while (parts_[part].whole != part) part = parts_[part].whole;
    return part;
  }

  std::vector<Part> parts_;
  std::unordered_map<std::int64_t, std::size_t> part_of_;    // by statement
  std::unordered_map<std::int64_t, std::size_t> part_with_;  // by number of a stored thread
  std::vector<std::int64_t> new_;
};

Result<std::optional<ThreadStore::Thread>> ThreadStore::thread_with(std::int64_t statement) {
  const Result<bool> found = find_.bind(statement).next();
  std::optional<Thread> thread;
  if (found && *found) {
    thread = {.number = find_.number(0),
              .first = find_.number(1),
              .last = find_.number(2),
              .statements = find_.number(3),
              .disagreements = find_.number(4)};
  }
  find_.reset();
  if (!found) return found.error();
  return thread;
}

Result<Success> ThreadStore::write(const Joining& joining) {
  std::vector<Thread> changed;
  for (std::size_t i = 0; i < joining.parts().size(); ++i) {
    const Joining::Part& part = joining.parts()[i];
    if (part.whole == i) changed.push_back(part.thread);
    if (part.whole == i || !part.stored) continue;
    const std::int64_t whole = joining.whole(part).number;
    if (const auto done = rename_.bind(whole).bind(part.thread.number).run(); !done) return done.error();
    if (const auto done = forget_.bind(part.thread.number).run(); !done) return done.error();
  }
  const auto written = changed_.write(changed, [](Query& row, const Thread& t) {
    row.bind(t.number).bind(t.first).bind(t.last).bind(day_of_article(article_of(t.last)));
    row.bind(t.statements).bind(t.disagreements);
  });
  if (!written) return written.error();
  return new_members_.write(joining.new_members(), [](Query& row, const auto& member) {
    row.bind(member.first).bind(member.second);
  });
}

Result<Success> ThreadStore::join(const std::vector<StoredLink>& links) {
  Joining joining;
  for (const StoredLink& link : links) {
    if (link.confidence < kThreadConfidence) continue;
    for (const std::int64_t statement : {link.later, link.earlier}) {
      if (!joining.is_open(statement)) continue;
      const auto stored = thread_with(statement);
      if (!stored) return stored.error();
      joining.place(statement, *stored);
    }
    joining.join(link);
  }
  return write(joining);
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

Result<bool> ThreadStore::have_common_neighbour(const StoredLink& link) {
  const Result<bool> row = common_.bind(link.later).bind(link.earlier).bind(double{kThreadConfidence}).next();
  common_.reset();
  return row;
}

Result<Success> ThreadStore::part(const std::vector<StoredLink>& links) {
  std::set<std::int64_t> broken;
  std::vector<std::int64_t> fewer;  // threads, once for each disagreement that is gone
  for (const StoredLink& link : links) {
    if (link.confidence < kThreadConfidence) continue;
    const auto thread = thread_with(link.later);
    if (!thread) return thread.error();
    if (!*thread) continue;
    const Result<bool> joined = have_common_neighbour(link);
    if (!joined) return joined.error();
    if (!*joined) broken.insert((*thread)->number);
    if (*joined && is_disagreement(link.type)) fewer.push_back((*thread)->number);
  }
  for (const std::int64_t thread : fewer) {
    if (broken.contains(thread)) continue;
    if (const auto done = fewer_.bind(thread).run(); !done) return done.error();
  }
  for (const std::int64_t thread : broken) {
    if (const auto done = dissolve(thread); !done) return done.error();
  }
  return Success{};
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
