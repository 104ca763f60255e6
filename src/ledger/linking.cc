#include "ledger/linking.h"

#include <algorithm>
#include <utility>

#include "claims/article_keys.h"
#include "claims/candidates.h"
#include "ledger/article_number.h"
#include "ledger/slots.h"

namespace hearsay {
namespace {

// Articles looked up for each name, on either side in time.
constexpr std::int64_t kNearest = 48;

// Articles whose statements are compared with those of a new one.
constexpr std::size_t kMostCompared = 48;

// Statements kept in memory; a story's articles come together.
constexpr std::size_t kMaxCached = 20'000;

// Keys are unsigned, SQLite's integers are not.
std::int64_t stored_key(std::uint64_t key) { return static_cast<std::int64_t>(key); }

}  // namespace

LinkableArticle make_linkable(std::int64_t number, std::vector<Statement> statements, const std::string& id,
                              const std::string& publisher, const std::string& published) {
  LinkableArticle article{.number = number, .keys = article_keys(statements)};
  article.statements.reserve(statements.size());
  article.statement_keys.reserve(statements.size());
  for (Statement& statement : statements) {
    article.statement_keys.push_back(candidate_keys(statement));
    article.statements.push_back({.statement = std::move(statement),
                                  .document = id,
                                  .publisher = publisher,
                                  .published = published,
                                  .number = static_cast<std::uint32_t>(article.statements.size())});
  }
  return article;
}

Linker::Linker(Database& database)
    : key_(database, "INSERT OR IGNORE INTO article_keys(key, article) VALUES (?, ?)"),
      before_(database,
              "SELECT article FROM article_keys WHERE key = ? AND article < ? ORDER BY article DESC LIMIT ?"),
      after_(database,
             "SELECT article FROM article_keys WHERE key = ? AND article > ? ORDER BY article LIMIT ?"),
      article_(database,
               "SELECT s.statements, a.id, a.publisher, a.published FROM slots s "
               "JOIN articles a ON a.number = s.article WHERE s.article = ?"),
      relation_(database,
                "INSERT OR REPLACE INTO relations(later, earlier, type, detail, confidence, why) "
                "VALUES (?, ?, ?, ?, ?, ?)"),
      forget_relations_(database,
                        "DELETE FROM relations WHERE (later, earlier) IN ("
                        "SELECT later, earlier FROM relations WHERE later BETWEEN ?1 AND ?2 UNION "
                        "SELECT later, earlier FROM relations WHERE earlier BETWEEN ?1 AND ?2)"),
      forget_key_(database, "DELETE FROM article_keys WHERE key = ? AND article = ?") {}

Result<std::vector<std::int64_t>> Linker::find_articles(const LinkableArticle& article) {
  std::unordered_map<std::int64_t, int> shared;
  for (const std::uint64_t key : article.keys) {
    for (Query* query : {&before_, &after_}) {
      query->bind(stored_key(key)).bind(article.number).bind(kNearest);
      Result<bool> row = query->next();
      for (; row && *row; row = query->next()) ++shared[query->number(0)];
      query->reset();
      if (!row) return row.error();
    }
  }
  struct Found {
    int shared;
    std::int64_t distance, article;
    auto operator<=>(const Found&) const = default;
  };
  std::vector<Found> found;
  for (const auto& [other, count] : shared) {
    if (count >= kLeastSharedKeys) found.push_back({-count, std::abs(other - article.number), other});
  }
  std::sort(found.begin(), found.end());
  if (found.size() > kMostCompared) found.resize(kMostCompared);
  std::vector<std::int64_t> articles;
  for (const Found& one : found) articles.push_back(one.article);
  return articles;
}

void Linker::forget_cache() {
  cache_.clear();
  cached_statements_ = 0;
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
          cache_.emplace(number, make_linkable(number, *std::move(statements), std::string(article_.text(1)),
                                               std::string(article_.text(2)), std::string(article_.text(3))));
      loaded = &place->second;
    }
  }
  article_.reset();
  if (!there) return there.error();
  return loaded;
}

Result<Success> Linker::write(const LinkableArticle& a, std::size_t i, const LinkableArticle& b,
                              std::size_t j, std::vector<StoredLink>& links) {
  const PlacedStatement& one = a.statements[i];
  const PlacedStatement& other = b.statements[j];
  const bool is_later = comes_before(other, one);
  const std::optional<Relation> relation = is_later ? relate(one, other) : relate(other, one);
  if (!relation) return Success{};
  StoredLink link{.later = statement_number(a.number, static_cast<std::int64_t>(i)),
                  .earlier = statement_number(b.number, static_cast<std::int64_t>(j)),
                  .type = relation->type,
                  .confidence = relation->confidence};
  if (!is_later) std::swap(link.later, link.earlier);
  links.push_back(link);
  relation_.bind(link.later).bind(link.earlier);
  relation_.bind(static_cast<std::int64_t>(relation->type)).bind(static_cast<std::int64_t>(relation->detail));
  return relation_.bind(static_cast<double>(relation->confidence)).bind(relation->why).run();
}

Result<Success> Linker::compare(const LinkableArticle& fresh, const KeyIndex& by_key,
                                const LinkableArticle& other, std::vector<StoredLink>& links) {
  std::vector<std::size_t> partners;
  for (std::size_t j = 0; j < other.statement_keys.size(); ++j) {
    partners.clear();
    for (const std::uint64_t key : other.statement_keys[j]) {
      if (const auto found = by_key.find(key); found != by_key.end())
        partners.insert(partners.end(), found->second.begin(), found->second.end());
    }
    std::sort(partners.begin(), partners.end());
    partners.erase(std::unique(partners.begin(), partners.end()), partners.end());
    for (const std::size_t i : partners) {
      if (const auto done = write(fresh, i, other, j, links); !done) return done.error();
    }
  }
  return Success{};
}

Result<std::vector<StoredLink>> Linker::link(const LinkableArticle& article) {
  std::vector<StoredLink> links;
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (const auto done = write(article, i, article, k, links); !done) return done.error();
    }
  }
  const Result<std::vector<std::int64_t>> others = find_articles(article);
  if (!others) return others.error();
  KeyIndex by_key;
  for (std::size_t i = 0; i < article.statement_keys.size(); ++i) {
    for (const std::uint64_t key : article.statement_keys[i]) by_key[key].push_back(i);
  }
  for (const std::int64_t number : *others) {
    const Result<const LinkableArticle*> other = load(number);
    if (!other) return other.error();
    if (*other == nullptr) continue;
    if (const auto done = compare(article, by_key, **other, links); !done) return done.error();
  }
  for (const std::uint64_t key : article.keys) {
    if (const auto done = key_.bind(stored_key(key)).bind(article.number).run(); !done) return done.error();
  }
  return links;
}

Result<Success> Linker::unlink(std::int64_t number) {
  const Result<const LinkableArticle*> article = load(number);
  if (!article) return article.error();
  if (*article != nullptr) {
    for (const std::uint64_t key : (*article)->keys) {
      if (const auto done = forget_key_.bind(stored_key(key)).bind(number).run(); !done) return done.error();
    }
    cached_statements_ -= (*article)->statements.size();
    cache_.erase(number);
  }
  return forget_relations_.bind(statement_number(number, 0)).bind(statement_number(number + 1, 0) - 1).run();
}

}  // namespace hearsay
