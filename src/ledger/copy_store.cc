#include "ledger/copy_store.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "claims/copied_statements.h"
#include "claims/signature_bytes.h"
#include "ledger/article_number.h"
#include "ledger/linking.h"

namespace hearsay {
namespace {

constexpr std::int64_t kDaysApart = 7;
constexpr std::int64_t kMostForKey = 32;    // articles looked at for each key
constexpr std::size_t kMostCompared = 32;   // articles whose signatures are compared
constexpr std::size_t kMostCached = 4'096;  // signatures kept in memory

// The days on which copies of an article may appear, as numbers of articles, half-open.
std::pair<std::int64_t, std::int64_t> window_of(std::int64_t article) {
  const std::int64_t day = day_of_article(article);
  // Undated articles are of one day.
  const std::int64_t before = day == 0 ? 0 : std::max<std::int64_t>(1, day - kDaysApart);
  const std::int64_t after = day == 0 ? 1 : day + kDaysApart + 1;
  return {first_article_of(before), first_article_of(after)};
}

std::int64_t first_statement_of(std::int64_t article) { return statement_number(article, 0); }

// Paragraphs that are the same, or hold the same quotation.
std::vector<std::pair<std::uint32_t, std::uint32_t>> shared_blocks(const ArticleSignature& a,
                                                                   const ArticleSignature& b) {
  std::unordered_map<std::uint32_t, std::vector<const Passage*>> by_key;
  for (const Passage& passage : b.passages) by_key[passage.key].push_back(&passage);
  std::set<std::pair<std::uint32_t, std::uint32_t>> blocks;
  for (const Passage& passage : a.passages) {
    const auto found = by_key.find(passage.key);
    if (found == by_key.end()) continue;
    for (const Passage* other : found->second) {
      if (are_near_copies(passage, *other)) blocks.emplace(passage.block, other->block);
    }
  }
  return {blocks.begin(), blocks.end()};
}

}  // namespace

const char* const kCopyTables = R"sql(
CREATE TABLE signatures (
  article INTEGER PRIMARY KEY,
  signature BLOB NOT NULL
);
CREATE TABLE copy_keys (
  key INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE copies (
  article INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE TABLE copied_statements (
  statement INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (statement, other)
) WITHOUT ROWID;
)sql";

CopyStore::CopyStore(Database& database)
    : keys_(database, "INSERT OR IGNORE INTO copy_keys(key, article)", 2),
      copied_(database, "INSERT OR IGNORE INTO copied_statements(statement, other)", 2),
      signature_(database, "INSERT INTO signatures(article, signature) VALUES (?, ?)"),
      copy_(database, "INSERT OR IGNORE INTO copies(article, other) VALUES (?1, ?2), (?2, ?1)"),
      near_(database,
            "SELECT article FROM copy_keys WHERE key = ? AND article >= ? AND article < ? "
            "ORDER BY article LIMIT ?"),
      load_(database, "SELECT signature FROM signatures WHERE article = ?"),
      paragraphs_(database,
                  "SELECT number, paragraph FROM statements WHERE number BETWEEN ? AND ? ORDER BY number"),
      copies_(database, "SELECT other FROM copies WHERE article = ?"),
      copied_statements_(database,
                         "SELECT statement, other FROM copied_statements WHERE statement BETWEEN ? AND ? "
                         "ORDER BY statement, other"),
      remove_signature_(database, "DELETE FROM signatures WHERE article = ?"),
      remove_key_(database, "DELETE FROM copy_keys WHERE key = ? AND article = ?"),
      remove_copies_(database, "DELETE FROM copies WHERE article = ?"),
      remove_mirrored_(database,
                       "DELETE FROM copies WHERE other = ?1 AND article IN "
                       "(SELECT other FROM copies WHERE article = ?1)"),
      remove_statements_(database, "DELETE FROM copied_statements WHERE statement BETWEEN ? AND ?"),
      remove_mirrored_statements_(
          database,
          "DELETE FROM copied_statements WHERE (statement, other) IN "
          "(SELECT other, statement FROM copied_statements WHERE statement BETWEEN ? AND ?)") {}

Result<const ArticleSignature*> CopyStore::load(std::int64_t article) {
  if (cache_.size() > kMostCached) cache_.clear();
  auto cached = cache_.find(article);
  if (cached == cache_.end()) {
    const Result<bool> there = load_.bind(article).next();
    std::optional<ArticleSignature> signature;
    if (there && *there) signature = decode_signature(load_.text(0));
    load_.reset();
    if (!there) return there.error();
    cached = cache_.emplace(article, std::move(signature)).first;
  }
  const ArticleSignature* signature = cached->second ? &*cached->second : nullptr;
  return signature;
}

Result<std::vector<std::int64_t>> CopyStore::find_candidates(std::int64_t article,
                                                             const std::vector<std::uint32_t>& keys) {
  const auto [first, last] = window_of(article);
  std::unordered_map<std::int64_t, int> shared;
  for (const std::uint32_t key : keys) {
    near_.bind(std::int64_t{key}).bind(first).bind(last).bind(kMostForKey);
    Result<bool> row = near_.next();
    for (; row && *row; row = near_.next()) ++shared[near_.number(0)];
    near_.reset();
    if (!row) return row.error();
  }
  shared.erase(article);
  std::vector<std::pair<int, std::int64_t>> ranked;
  for (const auto& [other, count] : shared) ranked.emplace_back(-count, other);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMostCompared) ranked.resize(kMostCompared);
  std::vector<std::int64_t> candidates;
  for (const auto& [count, other] : ranked) candidates.push_back(other);
  std::sort(candidates.begin(), candidates.end());
  return candidates;
}

Result<std::vector<SharedWords>> CopyStore::add(std::int64_t article, const std::string& signature) {
  std::vector<SharedWords> found;
  std::optional<ArticleSignature> own = decode_signature(signature);
  if (!own) return found;
  const std::vector<std::uint32_t> keys = copy_keys(*own);
  const auto candidates = find_candidates(article, keys);
  if (!candidates) return candidates.error();
  for (const std::int64_t other : *candidates) {
    const Result<const ArticleSignature*> loaded = load(other);
    if (!loaded) return loaded.error();
    if (*loaded == nullptr) continue;
    SharedWords shared{.other = other, .near_copies = are_near_copies(*own, **loaded)};
    if (!shared.near_copies) shared.blocks = shared_blocks(*own, **loaded);
    if (!shared.near_copies && shared.blocks.empty()) continue;
    if (shared.near_copies) {
      if (const auto done = copy_.bind(article).bind(other).run(); !done) return done.error();
    }
    found.push_back(std::move(shared));
  }
  if (const auto done = signature_.bind(article).bind_blob(signature).run(); !done) return done.error();
  const auto kept =
      keys_.write(keys, [&](Query& row, std::uint32_t key) { row.bind(std::int64_t{key}).bind(article); });
  if (!kept) return kept.error();
  cache_.insert_or_assign(article, std::move(own));
  return found;
}

Result<std::vector<std::uint32_t>> CopyStore::blocks_of(std::int64_t article) {
  std::vector<std::uint32_t> blocks;
  paragraphs_.bind(first_statement_of(article)).bind(first_statement_of(article + 1) - 1);
  Result<bool> row = paragraphs_.next();
  // Paragraphs are counted from 1; what is in none is in no copied block either.
  for (; row && *row; row = paragraphs_.next())
    blocks.push_back(static_cast<std::uint32_t>(paragraphs_.number(1) - 1));
  paragraphs_.reset();
  if (!row) return row.error();
  return blocks;
}

Result<CopiedArticle> CopyStore::add_statements(std::int64_t article, const LinkableArticle& own,
                                                const SharedWords& shared, const LinkableArticle& other) {
  CopiedArticle copied{.number = shared.other,
                       .near_copies = shared.near_copies,
                       .statements = match_copies(own.claims.statements, other.claims.statements,
                                                  shared.near_copies ? is_copied : is_quoted)};
  if (!shared.near_copies) {
    const auto own_blocks = blocks_of(article);
    if (!own_blocks) return own_blocks.error();
    const auto other_blocks = blocks_of(shared.other);
    if (!other_blocks) return other_blocks.error();
    std::erase_if(copied.statements, [&](const auto& pair) {
      const auto& [i, k] = pair;
      return i >= own_blocks->size() || k >= other_blocks->size() ||
             !std::ranges::binary_search(shared.blocks, std::pair((*own_blocks)[i], (*other_blocks)[k]));
    });
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;  // in both directions
  for (const auto& [i, k] : copied.statements) {
    const std::int64_t a = statement_number(article, i);
    const std::int64_t b = statement_number(shared.other, k);
    pairs.emplace_back(a, b);
    pairs.emplace_back(b, a);
  }
  std::sort(pairs.begin(), pairs.end());
  const auto written =
      copied_.write(pairs, [](Query& row, const auto& pair) { row.bind(pair.first).bind(pair.second); });
  if (!written) return written.error();
  return copied;
}

Result<std::vector<CopiedArticle>> CopyStore::stored(std::int64_t article) {
  std::map<std::int64_t, CopiedArticle> found;
  Result<bool> row = copies_.bind(article).next();
  for (; row && *row; row = copies_.next()) found[copies_.number(0)].near_copies = true;
  copies_.reset();
  if (!row) return row.error();
  copied_statements_.bind(first_statement_of(article)).bind(first_statement_of(article + 1) - 1);
  for (row = copied_statements_.next(); row && *row; row = copied_statements_.next()) {
    const std::int64_t other = copied_statements_.number(1);
    found[article_of(other)].statements.emplace_back(
        static_cast<std::uint32_t>(attribution_of(copied_statements_.number(0))),
        static_cast<std::uint32_t>(attribution_of(other)));
  }
  copied_statements_.reset();
  if (!row) return row.error();
  std::vector<CopiedArticle> copies;
  for (auto& [other, copied] : found) {
    copied.number = other;
    copies.push_back(std::move(copied));
  }
  return copies;
}

Result<Success> CopyStore::remove(std::int64_t article) {
  const Result<const ArticleSignature*> signature = load(article);
  if (!signature) return signature.error();
  if (*signature != nullptr) {
    for (const std::uint32_t key : copy_keys(**signature)) {
      if (const auto done = remove_key_.bind(std::int64_t{key}).bind(article).run(); !done)
        return done.error();
    }
  }
  cache_.erase(article);
  // The mirrored rows are found by the others, so they go first.
  for (Query* query : {&remove_mirrored_, &remove_copies_, &remove_signature_}) {
    if (const auto done = query->bind(article).run(); !done) return done.error();
  }
  const std::int64_t first = first_statement_of(article);
  const std::int64_t last = first_statement_of(article + 1) - 1;
  for (Query* query : {&remove_mirrored_statements_, &remove_statements_}) {
    if (const auto done = query->bind(first).bind(last).run(); !done) return done.error();
  }
  return Success{};
}

}  // namespace hearsay
