#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/ledger_state.h"
#include "ledger/matches.h"
#include "ledger/reading.h"
#include "ledger/search_terms.h"
#include "ledger/story_builder.h"

namespace hearsay {
namespace {

// Statements of a thread that are shown: the newest. On a board, where there are many
// threads; of a thread alone.
constexpr std::int64_t kMostOnBoard = 40;
constexpr std::int64_t kMostMembers = 1'000;

// The threads of a page, by number, in its order.
struct ThreadPage {
  std::vector<std::int64_t> threads;
  std::optional<ListPlace> next;
};

// In the order of the index on threads.
Result<ThreadPage> newest_threads(Database& database, const StatementQuery& wanted) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const NumberRange range = number_range(wanted);
  Query query(database,
              "SELECT number, day, disagreements, first FROM threads WHERE last >= ? AND last < ? "
              "AND day >= ? AND (day, disagreements, first) < (?, ?, ?) "
              "ORDER BY day DESC, disagreements DESC, first DESC LIMIT ?");
  const std::int64_t last_day = wanted.before.empty() ? kMost : day_number(wanted.before);
  const ListPlace from = wanted.from.value_or(ListPlace{last_day, kMost, kMost});
  query.bind(range.first).bind(range.last);
  query.bind(wanted.after.empty() ? 0 : day_number(wanted.after));
  query.bind(from[0]).bind(from[1]).bind(from[2]).bind(std::int64_t{wanted.limit} + 1);
  ThreadPage page;
  ListPlace place{};
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    if (page.threads.size() == static_cast<std::size_t>(wanted.limit)) {
      page.next = place;
      break;
    }
    page.threads.push_back(query.number(0));
    place = {query.number(1), query.number(2), query.number(3)};
  }
  if (!row) return row.error();
  return page;
}

// By the newest of the statements, which come in that order.
Result<ThreadPage> threads_of(Database& database, const std::vector<std::int64_t>& statements, int limit,
                              const std::optional<ListPlace>& from) {
  Query query(database, "SELECT thread FROM thread_members WHERE statement = ?");
  ThreadPage page;
  ListPlace place{};
  std::set<std::int64_t> seen;
  for (const std::int64_t statement : statements) {
    const Result<bool> row = query.bind(statement).next();
    const std::int64_t thread = row && *row ? query.number(0) : -1;
    query.reset();
    if (!row) return row.error();
    if (thread < 0 || !seen.insert(thread).second) continue;
    if (from && statement >= from->front()) continue;  // it was on a page before
    if (page.threads.size() == static_cast<std::size_t>(limit)) {
      page.next = place;
      break;
    }
    page.threads.push_back(thread);
    place = {statement};
  }
  return page;
}

// The threads, in the order given, each with `most` statements at most.
Result<LedgerStory> read_threads(Database& database, const std::vector<std::int64_t>& threads,
                                 std::int64_t most) {
  StoryBuilder builder(database);
  std::map<std::int64_t, std::int64_t> place;  // of each statement's thread
  std::vector<std::uint32_t> sizes;
  Query size(database, "SELECT statements FROM threads WHERE number = ?");
  Query members(database,
                "SELECT statement FROM thread_members WHERE thread = ? ORDER BY statement DESC LIMIT ?");
  for (const std::int64_t thread : threads) {
    Result<bool> row = size.bind(thread).next();
    sizes.push_back(row && *row ? static_cast<std::uint32_t>(size.number(0)) : 0);
    size.reset();
    if (!row) return row.error();
    for (row = members.bind(thread).bind(most).next(); row && *row; row = members.next()) {
      place[members.number(0)] = static_cast<std::int64_t>(sizes.size() - 1);
      builder.add(members.number(0));
    }
    members.reset();
    if (!row) return row.error();
  }
  if (const auto done = builder.add_links_between(); !done) return done.error();
  Result<LedgerStory> story = builder.build_threads(place);
  if (!story) return story.error();
  const auto place_of = [&](const Thread& thread) {
    return static_cast<std::size_t>(place[story->statements[thread.statements.front()].number]);
  };
  for (Thread& thread : story->threads) thread.size = sizes[place_of(thread)];
  std::stable_sort(story->threads.begin(), story->threads.end(),
                   [&](const Thread& a, const Thread& b) { return place_of(a) < place_of(b); });
  return story;
}

}  // namespace

Result<LedgerStory> Ledger::board(const StatementQuery& query) {
  const Reading reading(state_->database);
  const auto terms = search_terms(query);
  if (!terms) return LedgerStory{};
  Result<ThreadPage> page = ThreadPage{};
  if (terms->empty() && query.publisher.empty()) {
    page = newest_threads(state_->database, query);
  } else {
    const auto matches = find_matches(state_->database, *terms, number_range(query), query.publisher);
    if (!matches) return matches.error();
    page = threads_of(state_->database, *matches, query.limit, query.from);
  }
  if (!page) return page.error();
  Result<LedgerStory> story = read_threads(state_->database, page->threads, kMostOnBoard);
  if (story) story->next = page->next;
  return story;
}

Result<LedgerStory> Ledger::surroundings(const std::vector<std::int64_t>& numbers) {
  const Reading reading(state_->database);
  StoryBuilder builder(state_->database);
  for (const std::int64_t number : numbers) builder.add(number);
  if (const auto done = builder.add_neighbours(); !done) return done.error();
  return builder.build();
}

Result<LedgerStory> Ledger::thread_with(std::int64_t statement) {
  const Reading reading(state_->database);
  const auto page = threads_of(state_->database, {statement}, 1, {});
  if (!page) return page.error();
  return read_threads(state_->database, page->threads, kMostMembers);
}

Result<LedgerStory> Ledger::story() {
  StoryBuilder builder(state_->database);
  Query statements(state_->database, "SELECT number FROM statements");
  Result<bool> row = statements.next();
  for (; row && *row; row = statements.next()) builder.add(statements.number(0));
  if (!row) return row.error();
  Query relations(state_->database, "SELECT later, earlier FROM relations");
  for (row = relations.next(); row && *row; row = relations.next())
    builder.add_link(relations.number(0), relations.number(1));
  if (!row) return row.error();
  return builder.build_threads();
}

}  // namespace hearsay
