#include "ledger/linking.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "claims/copied_statements.h"
#include "claims/relate.h"
#include "ledger/article_number.h"
#include "ledger/ledger_state.h"
#include "ledger/slots.h"

namespace hearsay {
namespace {

// Articles looked up for each name, on either side in time.
constexpr std::int64_t kNearest = 48;

// Articles with a name; where there are more, only the nearest are looked up.
constexpr std::size_t kFew = 16;

// Articles whose statements are compared with those of a new one.
constexpr std::size_t kMostCompared = 48;

// Relations of one type that a statement has with earlier ones of other articles: those most
// sure, and of these the nearest in time. A claim that a hundred articles carry needs no
// five thousand links.
constexpr std::size_t kMostLinks = 6;

// Why statements are related that nothing but people relates so.
constexpr std::string_view kToldWhy = "told by hand";

// Statements kept in memory; a story's articles come together.
constexpr std::size_t kMaxCached = 20'000;

// Keys are unsigned, SQLite's integers are not.
std::int64_t stored_key(std::uint64_t key) { return static_cast<std::int64_t>(key); }

std::vector<std::uint64_t> all_keys(const LinkableArticle& article) {
  std::vector<std::uint64_t> keys = article.keys.names;
  keys.insert(keys.end(), article.keys.words.begin(), article.keys.words.end());
  return keys;
}

using RelateTwo = std::optional<Relation> (*)(const PlacedStatement& later, const PlacedStatement& earlier);

std::optional<Relation> relate_copies(const PlacedStatement& later, const PlacedStatement& earlier) {
  return copy_relation(later, earlier);
}

std::optional<Relation> relate_quotes(const PlacedStatement& later, const PlacedStatement& earlier) {
  return quote_relation(later, earlier);
}

// Which pairs of statements are not compared, because one of the two is there in both articles.
class CopiedPairs {
 public:
  CopiedPairs(const CopiedArticle& copied, std::size_t statements, std::size_t of_other)
      : copied_(copied), in_fresh_(statements), in_other_(of_other) {
    for (const auto& [i, j] : copied.statements) in_fresh_[i] = in_other_[j] = true;
  }

  bool holds(std::size_t i, std::size_t j) const {
    if (copied_.near_copies) return in_fresh_[i] || in_other_[j];
    return in_fresh_[i] && in_other_[j] &&
           std::ranges::binary_search(
               copied_.statements, std::pair(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)));
  }

 private:
  const CopiedArticle& copied_;
  std::vector<bool> in_fresh_, in_other_;
};

}  // namespace

Linker::Linker(Database& database, const RelationModel& model, const ToldSides& sides)
    : model_(model),
      sides_(sides),
      keys_(database, "INSERT OR IGNORE INTO article_keys(key, article)", 2),
      relations_(database, "INSERT OR REPLACE INTO relations(later, earlier, type, detail, confidence, why)",
                 6),
      with_key_(database, "SELECT article FROM article_keys WHERE key = ?"),
      before_(database,
              "SELECT article FROM article_keys WHERE key = ? AND article < ? ORDER BY article DESC LIMIT ?"),
      after_(database,
             "SELECT article FROM article_keys WHERE key = ? AND article > ? ORDER BY article LIMIT ?"),
      article_(database,
               "SELECT s.statements, a.id, a.publisher, a.published FROM slots s "
               "JOIN articles a ON a.number = s.article WHERE s.article = ?"),
      related_(database, "SELECT earlier, type, confidence FROM relations WHERE later = ?"),
      neighbours_(database,
                  "SELECT DISTINCT earlier >> 20 FROM relations WHERE later BETWEEN ?1 AND ?2 UNION "
                  "SELECT DISTINCT later >> 20 FROM relations WHERE earlier BETWEEN ?1 AND ?2"),
      crowded_(database,
               "SELECT DISTINCT r.later >> 20 FROM relations r WHERE r.earlier BETWEEN ?1 AND ?2 AND "
               "(SELECT count(*) FROM relations o WHERE o.later = r.later AND o.type = r.type) >= " +
                   std::to_string(kMostLinks)),
      stored_(database, "SELECT type, confidence FROM relations WHERE later = ? AND earlier = ?"),
      forget_relation_(database, "DELETE FROM relations WHERE later = ? AND earlier = ?"),
      forget_relations_(database,
                        "DELETE FROM relations WHERE (later, earlier) IN ("
                        "SELECT later, earlier FROM relations WHERE later BETWEEN ?1 AND ?2 UNION "
                        "SELECT later, earlier FROM relations WHERE earlier BETWEEN ?1 AND ?2)"),
      forget_key_(database, "DELETE FROM article_keys WHERE key = ? AND article = ?") {}

Result<Success> Linker::find_nearest(std::uint64_t key, std::int64_t article,
                                     std::vector<std::int64_t>& found) {
  const std::size_t before = found.size();
  // Most keys are those of few articles or none, which one look-up tells.
  Result<bool> row = with_key_.bind(stored_key(key)).next();
  for (; row && *row && found.size() - before <= kFew; row = with_key_.next())
    found.push_back(with_key_.number(0));
  with_key_.reset();
  if (!row) return row.error();
  if (found.size() - before <= kFew) return Success{};
  found.resize(before);
  for (Query* query : {&before_, &after_}) {
    query->bind(stored_key(key)).bind(article).bind(kNearest);
    for (row = query->next(); row && *row; row = query->next()) found.push_back(query->number(0));
    query->reset();
    if (!row) return row.error();
  }
  return Success{};
}

Result<Success> Linker::count_shared(const std::vector<std::uint64_t>& keys, std::int64_t article,
                                     std::size_t Shared::*kind,
                                     std::unordered_map<std::int64_t, Shared>& shared) {
  std::vector<std::int64_t> found;
  for (const std::uint64_t key : keys) {
    if (const auto done = find_nearest(key, article, found); !done) return done.error();
  }
  for (const std::int64_t other : found) ++(shared[other].*kind);
  return Success{};
}

Result<std::vector<std::int64_t>> Linker::find_articles(std::int64_t number, const LinkableArticle& article) {
  std::unordered_map<std::int64_t, Shared> shared;
  if (const auto done = count_shared(article.keys.names, number, &Shared::names, shared); !done)
    return done.error();
  // Words are in many articles, so they are looked up only where they can tell something.
  if (!shared.empty() || words_suffice(article.keys)) {
    const auto done = count_shared(article.keys.words, number, &Shared::words, shared);
    if (!done) return done.error();
  }
  struct Candidate {
    std::size_t shared;
    std::int64_t distance, article;
  };
  shared.erase(number);  // it is there itself where it is linked again
  std::vector<Candidate> candidates;
  for (const auto& [other, count] : shared) {
    if (may_share_story(article.keys, count.names, count.words))
      candidates.push_back({count.names + count.words, std::abs(other - number), other});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.shared, a.distance, a.article) < std::tie(a.shared, b.distance, b.article);
  });
  if (candidates.size() > kMostCompared) candidates.resize(kMostCompared);
  std::vector<std::int64_t> articles;
  for (const Candidate& one : candidates) articles.push_back(one.article);
  return articles;
}

void Linker::forget_cache() {
  cache_.clear();
  cached_statements_ = 0;
}

bool Linker::amend(LinkableArticle& article) const {
  bool amended = false;
  if (sides_.empty()) return amended;
  for (PlacedStatement& placed : article.claims.statements)
    amended |= sides_.amend(placed.document, placed.statement.speaker);
  return amended;
}

std::vector<LinkedPair> Linker::relate_inner(const LinkableArticle& article) const {
  return hearsay::relate_inner(model_, article);
}

Result<const LinkableArticle*> Linker::load(std::int64_t number) {
  if (const auto cached = cache_.find(number); cached != cache_.end()) return &cached->second;
  if (cached_statements_ > kMaxCached) forget_cache();
  const Result<bool> there = article_.bind(number).next();
  const LinkableArticle* loaded = nullptr;
  if (there && *there) {
    if (auto statements = decode_slots(article_.text(0))) {
      cached_statements_ += statements->size();
      const auto [place, is_new] =
          cache_.emplace(number, make_linkable(model_, *std::move(statements), std::string(article_.text(1)),
                                               std::string(article_.text(2)), std::string(article_.text(3))));
      amend(place->second);
      loaded = &place->second;
    }
  }
  article_.reset();
  if (!there) return there.error();
  return loaded;
}

void Linker::add_copies(std::int64_t number, const ArticleClaims& fresh, const CopiedArticle& copied,
                        const ArticleClaims& other, std::vector<Found>& found) {
  const RelateTwo relate_two = copied.near_copies ? relate_copies : relate_quotes;
  for (const auto& [i, j] : copied.statements) {
    const bool is_later = comes_before(other.statements[j], fresh.statements[i]);
    std::optional<Relation> relation = is_later ? relate_two(fresh.statements[i], other.statements[j])
                                                : relate_two(other.statements[j], fresh.statements[i]);
    if (!relation) continue;
    std::int64_t later = statement_number(number, static_cast<std::int64_t>(i));
    std::int64_t earlier = statement_number(copied.number, static_cast<std::int64_t>(j));
    if (!is_later) std::swap(later, earlier);
    found.push_back({later, earlier, *std::move(relation)});
  }
}

void Linker::add_relations(std::int64_t number, const ArticleClaims& fresh, const CopiedArticle& copied,
                           const ArticleClaims& other, std::vector<Found>& found) const {
  if (fresh.statements.empty() || other.statements.empty()) return;
  const bool is_later = is_earlier_article(other, fresh);
  const CopiedPairs known(copied, fresh.statements.size(), other.statements.size());
  for (LinkedPair& pair : is_later ? relate(model_, fresh, other) : relate(model_, other, fresh)) {
    const std::size_t own = is_later ? pair.later : pair.earlier;
    if (known.holds(own, is_later ? pair.earlier : pair.later)) continue;
    found.push_back({statement_number(is_later ? number : copied.number, pair.later),
                     statement_number(is_later ? copied.number : number, pair.earlier),
                     std::move(pair.relation)});
  }
}

Result<const PlacedStatement*> Linker::placed(const Task& task, std::int64_t statement) {
  const ArticleClaims* claims = &task.article.claims;
  const PlacedStatement* none = nullptr;
  if (article_of(statement) != task.number) {
    const Result<const LinkableArticle*> other = load(article_of(statement));
    if (!other) return other.error();
    if (*other == nullptr) return none;
    claims = &(*other)->claims;
  }
  const auto place = static_cast<std::size_t>(attribution_of(statement));
  return place < claims->statements.size() ? &claims->statements[place] : none;
}

Result<Success> Linker::add_told(const Task& task, bool inner, std::vector<Found>& found) {
  if (task.told.together.empty()) return Success{};
  ToldRelations missing;
  for (const auto& [pair, told] : task.told.together) {
    const bool one = article_of(pair.first) == task.number, other = article_of(pair.second) == task.number;
    if (told.meant && (inner ? one && other : one != other)) missing.emplace(pair, told);
  }
  for (Found& one : found) {
    const auto told = task.told.together.find(pair_of(one.later, one.earlier));
    if (told == task.told.together.end()) continue;
    if (one.relation.type != told->second.type)
      one.relation = {.type = told->second.type, .why = std::string(kToldWhy)};
    one.relation.confidence = kToldConfidence;
    missing.erase(told->first);
  }
  for (const auto& [pair, told] : missing) {
    const Result<const PlacedStatement*> first = placed(task, pair.first);
    if (!first) return first.error();
    if (*first == nullptr) continue;
    const PlacedStatement one = **first;  // loading another article may let go of it
    const Result<const PlacedStatement*> second = placed(task, pair.second);
    if (!second) return second.error();
    if (*second == nullptr) continue;
    const bool in_order = comes_before(one, **second);
    found.push_back(
        {.later = in_order ? pair.second : pair.first,
         .earlier = in_order ? pair.first : pair.second,
         .relation = {.type = told.type, .confidence = kToldConfidence, .why = std::string(kToldWhy)}});
  }
  return Success{};
}

Result<Success> Linker::add_stored(const Task& task, std::vector<Found>& found) {
  std::set<std::int64_t> later;
  for (const Found& one : found) {
    if (task.again || article_of(one.later) != task.number) later.insert(one.later);
  }
  std::vector<Found> stored;
  for (const std::int64_t statement : later) {
    Result<bool> row = related_.bind(statement).next();
    for (; row && *row; row = related_.next()) {
      const std::int64_t earlier = related_.number(0);
      if (article_of(earlier) == article_of(statement)) continue;
      const Relation relation{.type = read_enum<RelationType>(related_.number(1), kRelationTypeCount),
                              .confidence = static_cast<float>(related_.real(2))};
      stored.push_back({statement, earlier, relation, true});
    }
    related_.reset();
    if (!row) return row.error();
  }
  if (task.again) {
    std::set<std::pair<std::int64_t, std::int64_t>> known;
    for (const Found& one : stored) known.emplace(one.later, one.earlier);
    std::erase_if(found, [&](const Found& one) { return known.contains({one.later, one.earlier}); });
  }
  std::ranges::move(stored, std::back_inserter(found));
  return Success{};
}

Result<std::vector<StoredLink>> Linker::keep_best(std::vector<Found>& found) {
  const auto rank = [](const Found& f) {
    return std::tuple(f.later, f.relation.type, -f.relation.confidence, std::abs(f.later - f.earlier),
                      f.earlier);
  };
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
  std::vector<Found> best;
  std::vector<StoredLink> dropped;
  std::size_t first = 0;  // of those that are alike
  for (std::size_t i = 0; i < found.size(); ++i) {
    Found& one = found[i];
    if (one.later != found[first].later || one.relation.type != found[first].relation.type) first = i;
    const bool is_best = i - first < kMostLinks;
    if (one.stored && !is_best) {
      if (const auto done = forget_relation_.bind(one.later).bind(one.earlier).run(); !done)
        return done.error();
      dropped.push_back({one.later, one.earlier, one.relation.type, one.relation.confidence});
    }
    if (!one.stored && is_best) best.push_back(std::move(one));
  }
  found = std::move(best);
  return dropped;
}

Result<std::vector<StoredLink>> Linker::drop(const std::set<StatementPair>& apart) {
  std::vector<StoredLink> dropped;
  for (const auto& [one, other] : apart) {
    for (const auto& [later, earlier] : {std::pair(one, other), std::pair(other, one)}) {
      const Result<bool> row = stored_.bind(later).bind(earlier).next();
      const bool there = row && *row;
      if (there) {
        dropped.push_back({later, earlier, read_enum<RelationType>(stored_.number(0), kRelationTypeCount),
                           static_cast<float>(stored_.real(1))});
      }
      stored_.reset();
      if (!row) return row.error();
      if (!there) continue;
      if (const auto done = forget_relation_.bind(later).bind(earlier).run(); !done) return done.error();
    }
  }
  return dropped;
}

Result<Linked> Linker::link(const Task& task) {
  const std::int64_t number = task.number;
  auto apart = drop(task.told.apart);
  if (!apart) return apart.error();
  const Result<std::vector<std::int64_t>> others = find_articles(number, task.article);
  if (!others) return others.error();
  std::map<std::int64_t, CopiedArticle> compared;
  for (const std::int64_t other : *others) compared[other].number = other;
  for (const std::int64_t other : task.also) compared[other].number = other;
  for (const CopiedArticle& copied : task.copies) compared[copied.number] = copied;
  compared.erase(number);
  std::vector<Found> found;
  for (const auto& [other_number, copied] : compared) {
    const Result<const LinkableArticle*> other = load(other_number);
    if (!other) return other.error();
    if (*other == nullptr) continue;
    add_copies(number, task.article.claims, copied, (*other)->claims, found);
    add_relations(number, task.article.claims, copied, (*other)->claims, found);
  }
  const auto is_apart = [&](const Found& f) { return task.told.apart.contains(pair_of(f.later, f.earlier)); };
  std::erase_if(found, is_apart);
  if (const auto done = add_told(task, false, found); !done) return done.error();
  if (const auto done = add_stored(task, found); !done) return done.error();
  auto dropped = keep_best(found);
  if (!dropped) return dropped.error();
  std::vector<Found> inner;
  for (const LinkedPair& pair : task.inner) {
    inner.push_back(
        {statement_number(number, pair.later), statement_number(number, pair.earlier), pair.relation});
  }
  if (const auto done = add_told(task, true, inner); !done) return done.error();
  std::ranges::move(inner, std::back_inserter(found));
  std::erase_if(found, is_apart);
  if (const auto written = write(found); !written) return written.error();
  const auto kept = keys_.write(
      all_keys(task.article), [&](Query& row, std::uint64_t key) { row.bind(stored_key(key)).bind(number); });
  if (!kept) return kept.error();
  Linked linked{.added = {}, .dropped = *std::move(dropped)};
  linked.dropped.insert(linked.dropped.end(), apart->begin(), apart->end());
  for (const Found& one : found)
    linked.added.push_back({one.later, one.earlier, one.relation.type, one.relation.confidence});
  return linked;
}

Result<Success> Linker::write(const std::vector<Found>& found) {
  return relations_.write(found, [](Query& row, const Found& one) {
    const Relation& r = one.relation;
    row.bind(one.later).bind(one.earlier);
    row.bind(static_cast<std::int64_t>(r.type)).bind(static_cast<std::int64_t>(r.detail));
    row.bind(static_cast<double>(r.confidence)).bind(std::string_view(r.why));
  });
}

Result<Linked> Linker::link_again(std::int64_t number, const std::vector<CopiedArticle>& copies,
                                  const ToldPairs& told, const std::set<std::int64_t>& also) {
  const Result<const LinkableArticle*> loaded = load(number);
  if (!loaded) return loaded.error();
  if (*loaded == nullptr) return Linked{};
  const LinkableArticle article = **loaded;  // loading others may let go of it
  return link({number, article, relate_inner(article), copies, told, also, true});
}

Result<std::set<std::int64_t>> Linker::read_articles(Query& query, std::int64_t article) {
  std::set<std::int64_t> found;
  query.bind(statement_number(article, 0)).bind(statement_number(article + 1, 0) - 1);
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.insert(query.number(0));
  query.reset();
  if (!row) return row.error();
  found.erase(article);
  return found;
}

Result<std::set<std::int64_t>> Linker::related_articles(std::int64_t article) {
  return read_articles(neighbours_, article);
}

Result<std::set<std::int64_t>> Linker::crowded_articles(std::int64_t article) {
  return read_articles(crowded_, article);
}

Result<Success> Linker::forget_relations(std::int64_t article) {
  return forget_relations_.bind(statement_number(article, 0))
      .bind(statement_number(article + 1, 0) - 1)
      .run();
}

Result<Success> Linker::unlink(std::int64_t number) {
  const Result<const LinkableArticle*> article = load(number);
  if (!article) return article.error();
  if (*article != nullptr) {
    for (const std::uint64_t key : all_keys(**article)) {
      if (const auto done = forget_key_.bind(stored_key(key)).bind(number).run(); !done) return done.error();
    }
    cached_statements_ -= (*article)->claims.statements.size();
    cache_.erase(number);
  }
  return forget_relations(number);
}

}  // namespace hearsay
