#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/ledger_state.h"
#include "ledger/matches.h"
#include "ledger/publisher_articles.h"
#include "ledger/reading.h"
#include "ledger/story_builder.h"

namespace hearsay {
namespace {

constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();

// Types of relations by which a statement is against another one. The indices of the table (schema.cc) name
// them, and what is sure enough, in the same words.
constexpr const char* kAgainst = "type IN (0, 1, 4)";
constexpr const char* kTakenBack = "type = 1";
constexpr const char* kSure = "confidence >= 0.4";
constexpr float kSureFrom = 0.4F;
static_assert(static_cast<int>(RelationType::disputes) == 0 &&
              static_cast<int>(RelationType::retracts) == 1 &&
              static_cast<int>(RelationType::conflicts) == 4);

// Matches of which each is looked up; where there are more, it takes less time to go through the pairs.
constexpr std::size_t kFew = 1'000;

// Articles of a publisher whose pairs are looked up though they need not be sure, so that no index has them
// alone.
constexpr std::size_t kFewUnsure = 250;

// Matches that are looked at where a publisher is asked for: more, for most are others'.
constexpr std::int64_t kMostOfPublisher = 50'000;

struct Pair {
  std::int64_t later = 0, earlier = 0;
  auto operator<=>(const Pair&) const = default;
};

// Which relations a question about disagreements is after.
class Disagreements {
 public:
  Disagreements(Database& database, std::vector<std::string> terms, PublisherArticles publisher,
                NumberRange range, float min_confidence, bool own_side)
      : database_(database),
        terms_(std::move(terms)),
        publisher_(std::move(publisher)),
        range_(range),
        fits_(database, "SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND rowid = ?"),
        newest_(database,
                select(min_confidence, own_side) +
                    " AND later >= ? AND (later, earlier) < (?, ?) ORDER BY later DESC, earlier DESC"),
        of_later_(database, select(min_confidence, own_side) + " AND later = ?"),
        of_earlier_(database, select(min_confidence, own_side) + " AND earlier = ? ORDER BY later"),
        later_in_(database, select(min_confidence, own_side) + " AND later BETWEEN ? AND ?"),
        earlier_in_(database, select(min_confidence, own_side) + " AND earlier BETWEEN ? AND ?"),
        copies_(database, "SELECT other FROM copied_statements WHERE statement = ?"),
        min_confidence_(static_cast<double>(min_confidence)) {}

  // The pairs of the `limit` statements that were contradicted last; by later, then earlier.
  Result<std::set<Pair>> find(const StatementQuery& query) {
    const Pair end = query.from ? Pair{(*query.from)[0], (*query.from)[1]} : Pair{kAny, kAny};
    const auto most = static_cast<std::size_t>(query.limit);
    const auto done = walk(end, most);
    if (!done) return done.error();
    std::set<Pair> pairs;
    for (const std::int64_t earlier : shown_) {
      for (const Pair& pair : against(earlier)) {
        if (is_wanted(pair)) pairs.insert(pair);
      }
    }
    if (!state_) return state_.error();
    return pairs;
  }

  // After find(): where the next page begins.
  const std::optional<ListPlace>& next() const { return next_; }

 private:
  static std::string select(float min_confidence, bool own_side) {
    std::string sql = std::string("SELECT later, earlier FROM relations WHERE ") + kAgainst;
    if (own_side) sql = sql + " AND " + kTakenBack;
    if (min_confidence >= kSureFrom) sql = sql + " AND " + kSure;
    return sql + " AND confidence >= ?";
  }

  bool step(Query& query) {
    if (!state_) return false;
    const Result<bool> row = query.next();
    if (!row) state_ = row.error();
    return row && *row;
  }

  // Looks at the next pair in the order of the list. False when the page is full.
  bool take(const Pair& pair, const Pair& end, std::size_t most) {
    if (seen_.contains(pair.earlier) || !is_wanted(pair)) return true;
    seen_.insert(pair.earlier);
    for (const Pair& other : against(pair.earlier)) {
      if (other >= end && is_wanted(other)) return true;  // it was on a page before
    }
    if (shown_.size() == most) {
      next_ = {last_.later, last_.earlier, 0};
      return false;
    }
    shown_.push_back(pair.earlier);
    last_ = pair;
    return true;
  }

  Result<Success> walk(const Pair& end, std::size_t most) {
    if (!terms_.empty()) {
      // Pairs may fit one condition by one end and another by the other: any condition finds all.
      const std::int64_t looked_at = publisher_.any() ? kMostMatches : kMostOfPublisher;
      const auto matches = find_matches(database_, {terms_.front()}, {0, kAny}, "", looked_at);
      if (!matches) return matches.error();
      matches_ = std::unordered_set<std::int64_t>(matches->begin(), matches->end());
    }
    const bool is_sure = min_confidence_ >= static_cast<double>(kSureFrom);
    const bool few = matches_ && matches_->size() <= kFew;
    if (few || (matches_ && publisher_.any() && !is_sure)) return walk_matches(end, most);
    if (publisher_.complete() && (is_sure || publisher_.articles().size() <= kFewUnsure))
      return walk_publisher(end, most);
    return walk_newest(end, most);
  }

  Result<Success> walk_newest(const Pair& end, std::size_t most) {
    const Pair first = std::min(end, Pair{range_.last, 0});
    newest_.bind(min_confidence_).bind(range_.first).bind(first.later).bind(first.earlier);
    while (step(newest_) && take({newest_.number(0), newest_.number(1)}, end, most)) {
    }
    newest_.reset();
    return state_;
  }

  Result<Success> walk_matches(const Pair& end, std::size_t most) {
    std::set<Pair> pairs;
    for (const std::int64_t statement : *matches_) {
      for (Query* query : {&of_later_, &of_earlier_}) {
        query->bind(min_confidence_).bind(statement);
        while (step(*query)) pairs.insert({query->number(0), query->number(1)});
        query->reset();
      }
    }
    return walk_pairs(pairs, end, most);
  }

  Result<Success> walk_publisher(const Pair& end, std::size_t most) {
    std::set<Pair> pairs;
    for (const std::int64_t article : publisher_.articles()) {
      for (Query* query : {&later_in_, &earlier_in_}) {
        query->bind(min_confidence_).bind(statement_number(article, 0));
        query->bind(statement_number(article + 1, 0) - 1);
        while (step(*query)) pairs.insert({query->number(0), query->number(1)});
        query->reset();
      }
    }
    return walk_pairs(pairs, end, most);
  }

  // In the order of the list.
  Result<Success> walk_pairs(const std::set<Pair>& pairs, const Pair& end, std::size_t most) {
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
      if (*pair < end && !take(*pair, end, most)) break;
    }
    return state_;
  }

  // All pairs of a statement that is contradicted, by the later one.
  const std::vector<Pair>& against(std::int64_t earlier) {
    const auto [found, is_new] = against_.try_emplace(earlier);
    if (!is_new) return found->second;
    of_earlier_.bind(min_confidence_).bind(earlier);
    while (step(of_earlier_)) found->second.push_back({of_earlier_.number(0), of_earlier_.number(1)});
    of_earlier_.reset();
    return found->second;
  }

  std::vector<std::int64_t> copies_of(std::int64_t statement) {
    std::vector<std::int64_t> copies = {statement};
    copies_.bind(statement);
    while (step(copies_)) copies.push_back(copies_.number(0));
    copies_.reset();
    return copies;
  }

  // The first of the statement and its copies.
  std::int64_t first_copy(std::int64_t statement) {
    const auto [found, is_new] = first_copies_.try_emplace(statement);
    if (is_new) found->second = std::ranges::min(copies_of(statement));
    return found->second;
  }

  // It fits, and is the first of those between copies of its statements that do.
  bool is_wanted(const Pair& pair) {
    const auto [found, is_new] = wanted_.try_emplace(pair);
    if (is_new) found->second = fits(pair) && is_first(pair);
    return found->second;
  }

  bool is_first(const Pair& pair) {
    const std::int64_t later = first_copy(pair.later), earlier = first_copy(pair.earlier);
    if (std::pair(later, earlier) == std::pair(pair.later, pair.earlier)) return true;
    for (const std::int64_t copy : copies_of(earlier)) {
      if (first_copy(copy) != earlier) continue;
      for (const Pair& other : against(copy)) {
        if (other < pair && first_copy(other.later) == later && fits(other)) return false;
      }
    }
    return true;
  }

  // The later one fits the dates, one or the other each condition.
  bool fits(const Pair& pair) {
    if (pair.later < range_.first || pair.later >= range_.last) return false;
    const auto fits_term = [&](const std::string& term) {
      return has(pair.later, term) || has(pair.earlier, term);
    };
    if (matches_ && !fits_term(terms_.front())) return false;
    if (!is_published(pair.later) && !is_published(pair.earlier)) return false;
    return std::ranges::all_of(terms_, fits_term);
  }

  bool is_published(std::int64_t statement) {
    const Result<bool> has = publisher_.has(article_of(statement));
    if (!has) state_ = has.error();
    return has && *has;
  }

  // Of the first term, those that were found, the newest, are all.
  bool has(std::int64_t statement, const std::string& term) {
    if (matches_ && &term == &terms_.front()) return matches_->contains(statement);
    const auto [found, is_new] = has_.try_emplace({statement, term});
    if (!is_new) return found->second;
    found->second = step(fits_.bind(term).bind(statement));
    fits_.reset();
    return found->second;
  }

  Database& database_;
  std::vector<std::string> terms_;
  PublisherArticles publisher_;
  std::optional<std::unordered_set<std::int64_t>> matches_;  // of the first term
  NumberRange range_;
  Query fits_, newest_, of_later_, of_earlier_, later_in_, earlier_in_, copies_;
  double min_confidence_;
  Result<Success> state_ = Success{};
  std::set<std::int64_t> seen_;
  std::vector<std::int64_t> shown_;
  Pair last_;
  std::optional<ListPlace> next_;
  std::map<std::int64_t, std::vector<Pair>> against_;
  std::map<std::int64_t, std::int64_t> first_copies_;
  std::map<Pair, bool> wanted_;
  std::map<std::pair<std::int64_t, std::string>, bool> has_;
};

}  // namespace

Result<LedgerStory> Ledger::disagreements(const StatementQuery& query, float min_confidence, bool own_side) {
  const Reading reading(state_->database);
  const auto terms = search_terms(query);
  if (!terms) return LedgerStory{};
  auto publisher = PublisherArticles::open(state_->database, query.publisher);
  if (!publisher) return publisher.error();
  Disagreements wanted(state_->database, *terms, *std::move(publisher), number_range(query), min_confidence,
                       own_side);
  const auto pairs = wanted.find(query);
  if (!pairs) return pairs.error();
  StoryBuilder builder(state_->database);
  for (const Pair& pair : *pairs) builder.add_link(pair.later, pair.earlier);
  Result<LedgerStory> story = builder.build();
  if (story) story->next = wanted.next();
  return story;
}

Result<std::vector<bool>> Ledger::are_against(const std::vector<std::int64_t>& numbers,
                                              float min_confidence) {
  const Reading reading(state_->database);
  Query query(state_->database, "SELECT 1 FROM relations WHERE " + std::string(kAgainst) +
                                    " AND confidence >= ? AND later = ? LIMIT 1");
  std::vector<bool> against;
  for (const std::int64_t number : numbers) {
    const Result<bool> row = query.bind(static_cast<double>(min_confidence)).bind(number).next();
    query.reset();
    if (!row) return row.error();
    against.push_back(*row);
  }
  return against;
}

}  // namespace hearsay
