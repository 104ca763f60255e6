#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "ledger/ledger_state.h"
#include "ledger/reading.h"
#include "ledger/search_terms.h"
#include "ledger/story_builder.h"

namespace hearsay {
namespace {

// Statements of a thread that are shown: the newest. On a board, where there are many
// threads; of a thread alone.
constexpr std::int64_t kMostOnBoard = 40;
constexpr std::int64_t kMostMembers = 1'000;

// Statements that fit a query whose relations or threads are looked at: the newest.
constexpr std::int64_t kMostMatches = 5'000;

// The newest statements that fit all of the conditions.
Result<std::vector<std::int64_t>> find_matches(Database& database, const std::vector<std::string>& terms,
                                               NumberRange range) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "(" : " AND (") + term + ")";
  Query query(database,
              "SELECT rowid FROM statement_words WHERE statement_words MATCH ? AND rowid >= ? AND rowid < ? "
              "ORDER BY rowid DESC LIMIT ?");
  query.bind(all).bind(range.first).bind(range.last).bind(kMostMatches);
  std::vector<std::int64_t> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.push_back(query.number(0));
  if (!row) return row.error();
  return found;
}

// Threads by number, in the order in which the board shows them.
Result<std::vector<std::int64_t>> newest_threads(Database& database, NumberRange range, int limit) {
  Query query(database,
              "SELECT number FROM threads WHERE last >= ? AND last < ? "
              "ORDER BY day DESC, disagreements DESC, first DESC LIMIT ?");
  query.bind(range.first).bind(range.last).bind(std::int64_t{limit});
  std::vector<std::int64_t> threads;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) threads.push_back(query.number(0));
  if (!row) return row.error();
  return threads;
}

Result<std::vector<std::int64_t>> threads_of(Database& database, const std::vector<std::int64_t>& statements,
                                             int limit) {
  Query query(database, "SELECT thread FROM thread_members WHERE statement = ?");
  std::vector<std::int64_t> threads;
  for (const std::int64_t statement : statements) {
    if (threads.size() == static_cast<std::size_t>(limit)) break;
    const Result<bool> row = query.bind(statement).next();
    if (row && *row && std::find(threads.begin(), threads.end(), query.number(0)) == threads.end())
      threads.push_back(query.number(0));
    query.reset();
    if (!row) return row.error();
  }
  return threads;
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

// Which relations a question about disagreements is after.
class Disagreements {
 public:
  Disagreements(Database& database, std::vector<std::string> terms, NumberRange range, float min_confidence,
                bool own_side)
      : terms_(std::move(terms)),
        range_(range),
        fits_(database, "SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND rowid = ?"),
        newest_(database, kSelect + types(own_side) + " AND later >= ? AND later < ? ORDER BY later DESC"),
        of_later_(database, kSelect + types(own_side) + " AND later = ?"),
        of_earlier_(database, kSelect + types(own_side) + " AND earlier = ?"),
        min_confidence_(static_cast<double>(min_confidence)) {}

  struct Pair {
    std::int64_t later = 0, earlier = 0;
    auto operator<=>(const Pair&) const = default;
  };

  // The pairs of the `limit` statements that were contradicted last.
  Result<std::set<Pair>> find(Database& database, int limit) {
    const auto most = static_cast<std::size_t>(limit);
    if (terms_.empty()) return find_newest(most);
    // Pairs may fit one condition by one end and another by the other: any condition finds all.
    const auto matches =
        find_matches(database, {terms_.front()}, {0, std::numeric_limits<std::int64_t>::max()});
    if (!matches) return matches.error();
    std::set<Pair> pairs;
    for (const std::int64_t statement : *matches) {
      for (Query* query : {&of_later_, &of_earlier_}) {
        const auto done = read(query->bind(min_confidence_).bind(statement), *query, pairs);
        if (!done) return done.error();
      }
    }
    std::set<Pair> chosen;
    std::set<std::int64_t> contradicted;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
      if (contradicted.size() == most && !contradicted.contains(pair->earlier)) continue;
      const Result<bool> fits = fits_terms(*pair);
      if (!fits) return fits.error();
      if (!*fits) continue;
      contradicted.insert(pair->earlier);
      chosen.insert(*pair);
    }
    return chosen;
  }

 private:
  static constexpr const char* kSelect =
      "SELECT later, earlier FROM relations WHERE confidence >= ? AND type IN ";

  static std::string types(bool own_side) {
    const auto number = [](RelationType type) { return std::to_string(static_cast<int>(type)); };
    if (own_side) return "(" + number(RelationType::retracts) + ")";
    return "(" + number(RelationType::disputes) + ", " + number(RelationType::retracts) + ", " +
           number(RelationType::conflicts) + ")";
  }

  Result<std::set<Pair>> find_newest(std::size_t most) {
    std::set<std::int64_t> contradicted;
    newest_.bind(min_confidence_).bind(range_.first).bind(range_.last);
    Result<bool> row = newest_.next();
    for (; row && *row && contradicted.size() < most; row = newest_.next())
      contradicted.insert(newest_.number(1));
    newest_.reset();
    if (!row) return row.error();
    std::set<Pair> pairs;
    for (const std::int64_t earlier : contradicted) {
      const auto done = read(of_earlier_.bind(min_confidence_).bind(earlier), of_earlier_, pairs);
      if (!done) return done.error();
    }
    return pairs;
  }

  Result<Success> read(Query& bound, Query& query, std::set<Pair>& pairs) {
    Result<bool> row = bound.next();
    for (; row && *row; row = query.next()) {
      const Pair pair{query.number(0), query.number(1)};
      if (pair.later >= range_.first && pair.later < range_.last) pairs.insert(pair);
    }
    query.reset();
    if (!row) return row.error();
    return Success{};
  }

  // One end or the other fits each condition.
  Result<bool> fits_terms(const Pair& pair) {
    for (const std::string& term : terms_) {
      bool found = false;
      for (const std::int64_t end : {pair.later, pair.earlier}) {
        const Result<bool> row = fits_.bind(term).bind(end).next();
        fits_.reset();
        if (!row) return row.error();
        found = found || *row;
      }
      if (!found) return false;
    }
    return true;
  }

  std::vector<std::string> terms_;
  NumberRange range_;
  Query fits_, newest_, of_later_, of_earlier_;
  double min_confidence_;
};

}  // namespace

Result<LedgerStory> Ledger::board(const StatementQuery& query) {
  const Reading reading(state_->database);
  const auto terms = search_terms(query);
  if (!terms) return LedgerStory{};
  const NumberRange range = number_range(query);
  Result<std::vector<std::int64_t>> threads = std::vector<std::int64_t>{};
  if (terms->empty()) {
    threads = newest_threads(state_->database, range, query.limit);
  } else {
    const auto matches = find_matches(state_->database, *terms, range);
    if (!matches) return matches.error();
    threads = threads_of(state_->database, *matches, query.limit);
  }
  if (!threads) return threads.error();
  return read_threads(state_->database, *threads, kMostOnBoard);
}

Result<LedgerStory> Ledger::disagreements(const StatementQuery& query, float min_confidence, bool own_side) {
  const Reading reading(state_->database);
  const auto terms = search_terms(query);
  if (!terms) return LedgerStory{};
  Disagreements wanted(state_->database, *terms, number_range(query), min_confidence, own_side);
  const auto pairs = wanted.find(state_->database, query.limit);
  if (!pairs) return pairs.error();
  StoryBuilder builder(state_->database);
  for (const Disagreements::Pair& pair : *pairs) builder.add_link(pair.later, pair.earlier);
  return builder.build();
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
  const auto thread = threads_of(state_->database, {statement}, 1);
  if (!thread) return thread.error();
  return read_threads(state_->database, *thread, kMostMembers);
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
