#include "ledger/told_apart.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <tuple>

#include "ledger/article_number.h"
#include "ledger/corrections.h"
#include "ledger/statement_id.h"

namespace hearsay {
namespace {

struct Key {
  std::int64_t attribution = 0;
  std::string_view content;
};

std::optional<Key> read_key(std::string_view key) {
  const std::size_t end = key.find('\n');
  Key read;
  if (end == key.npos) return std::nullopt;
  const auto [last, error] = std::from_chars(key.data(), key.data() + end, read.attribution);
  if (error != std::errc() || last != key.data() + end) return std::nullopt;
  read.content = key.substr(end + 1);
  return read;
}

// How far the words of a statement are from those that were meant: 0 for the same; nothing where one
// does not hold the other, or has less than half of it.
std::optional<std::size_t> distance(std::string_view content, std::string_view meant) {
  if (content.size() > meant.size()) std::swap(content, meant);
  if (content.size() * 2 < meant.size() || meant.find(content) == meant.npos) return std::nullopt;
  return meant.size() - content.size();
}

}  // namespace

StatementPair pair_of(std::int64_t a, std::int64_t b) { return {std::min(a, b), std::max(a, b)}; }

std::string statement_key(std::uint32_t attribution, std::string_view content) {
  return std::to_string(attribution) + "\n" + std::string(content);
}

ToldApart::ToldApart(Database& database)
    : statements_(database,
                  "SELECT s.number, s.content FROM articles a JOIN statements s "
                  "ON s.number BETWEEN a.number << 20 AND a.number << 20 | 1048575 "
                  "WHERE a.id = ? AND a.replaced_by IS NULL ORDER BY s.number"),
      copies_(database, "SELECT other FROM copied_statements WHERE statement = ?") {}

void ToldApart::set(const std::vector<Correction>& corrections) {
  told_.clear();
  for (const Correction& c : corrections) {
    // Of each of the two statements, the id of its article.
    const bool is_told =
        c.kind == CorrectionKind::unrelated || (c.kind == CorrectionKind::related && c.relation);
    if (is_told && c.articles.size() == 2) told_.push_back(c);
  }
}

Result<std::int64_t> ToldApart::find(const Correction& c, bool second) {
  const std::optional<Key> key = read_key(second ? c.second : c.first);
  std::int64_t found = 0;
  if (!key || c.articles.size() != 2) return found;
  std::tuple<std::size_t, std::int64_t> best;
  Result<bool> row = statements_.bind(c.articles[second ? 1 : 0]).next();
  for (; row && *row; row = statements_.next()) {
    const std::optional<std::size_t> far = distance(statements_.text(1), key->content);
    if (!far) continue;
    const std::int64_t number = statements_.number(0);
    const std::tuple rank(*far, std::abs(attribution_of(number) - key->attribution));
    if (found != 0 && best <= rank) continue;
    found = number;
    best = rank;
  }
  statements_.reset();
  if (!row) return row.error();
  return found;
}

Result<std::vector<std::int64_t>> ToldApart::with_copies(std::int64_t statement) {
  std::vector<std::int64_t> all = {statement};
  Result<bool> row = copies_.bind(statement).next();
  for (; row && *row; row = copies_.next()) all.push_back(copies_.number(0));
  copies_.reset();
  if (!row) return row.error();
  return all;
}

Result<std::optional<StatementPair>> ToldApart::pair_of(const Correction& c) {
  std::optional<StatementPair> pair;
  const Result<std::int64_t> first = find(c, false);
  if (!first) return first.error();
  const Result<std::int64_t> second = find(c, true);
  if (!second) return second.error();
  if (*first != 0 && *second != 0 && *first != *second) pair = hearsay::pair_of(*first, *second);
  return pair;
}

Result<std::set<StatementPair>> ToldApart::pairs_of(const Correction& c) {
  std::set<StatementPair> pairs;
  const auto pair = pair_of(c);
  if (!pair) return pair.error();
  if (!*pair) return pairs;
  const auto firsts = with_copies((*pair)->first);
  if (!firsts) return firsts.error();
  const auto seconds = with_copies((*pair)->second);
  if (!seconds) return seconds.error();
  for (const std::int64_t a : *firsts) {
    for (const std::int64_t b : *seconds) {
      if (a != b) pairs.insert(hearsay::pair_of(a, b));
    }
  }
  return pairs;
}

Result<ToldPairs> ToldApart::pairs_of(const std::set<std::string>& articles) {
  ToldPairs all;
  for (const Correction& c : told_) {
    if (!articles.contains(c.articles[0]) && !articles.contains(c.articles[1])) continue;
    auto pairs = pairs_of(c);
    if (!pairs) return pairs.error();
    if (c.kind == CorrectionKind::unrelated) all.apart.merge(*pairs);
    if (c.kind != CorrectionKind::related) continue;
    const auto meant = pair_of(c);
    if (!meant) return meant.error();
    for (const StatementPair& pair : *pairs) {
      ToldRelation& told = all.together[pair];
      told = {.type = *c.relation, .meant = told.meant || pair == **meant};
    }
  }
  for (const StatementPair& pair : all.apart) all.together.erase(pair);
  return all;
}

Result<std::string> ToldApart::name_of(const Correction& c, bool second) {
  const Result<std::int64_t> number = find(c, second);
  if (!number) return number.error();
  if (*number == 0) return second ? c.second_name : c.first_name;
  const auto attribution = static_cast<std::uint32_t>(attribution_of(*number));
  return to_string(StatementId{c.articles[second ? 1 : 0], attribution});
}

namespace {

// What the relations have between two statements, whichever is the later one.
class StoredRelations {
 public:
  explicit StoredRelations(Database& database)
      : query_(database,
               "SELECT type, confidence FROM relations WHERE (later = ?1 AND earlier = ?2) OR "
               "(later = ?2 AND earlier = ?1)") {}

  Result<bool> has(const StatementPair& pair) {
    const Result<bool> row = query_.bind(pair.first).bind(pair.second).next();
    query_.reset();
    return row;
  }

  Result<bool> has_told(const StatementPair& pair, RelationType type) {
    Result<bool> row = query_.bind(pair.first).bind(pair.second).next();
    if (row && *row)
      row = query_.number(0) == static_cast<std::int64_t>(type) &&
            query_.real(1) >= static_cast<double>(kToldConfidence);
    query_.reset();
    return row;
  }

 private:
  Query query_;
};

}  // namespace

Result<std::vector<std::string>> unheeded_corrections(Database& database) {
  const auto corrections = read_corrections(database);
  if (!corrections) return corrections.error();
  ToldApart told(database);
  told.set(*corrections);
  StoredRelations stored(database);
  std::vector<std::string> broken;
  const auto is_broken = [&](const Correction& c) -> Result<bool> {
    const auto meant = told.pair_of(c);
    if (!meant) return meant.error();
    if (!*meant) return false;
    if (c.kind == CorrectionKind::related) {
      const auto said = told.pairs_of(std::set<std::string>(c.articles.begin(), c.articles.end()));
      if (!said) return said.error();
      const auto found = said->together.find(**meant);
      if (found == said->together.end()) return false;  // told apart as well
      const Result<bool> holds = stored.has_told(**meant, found->second.type);
      return holds ? Result<bool>(!*holds) : holds;
    }
    const auto pairs = told.pairs_of(c);
    if (!pairs) return pairs.error();
    for (const StatementPair& pair : *pairs) {
      const Result<bool> row = stored.has(pair);
      if (!row || *row) return row;
    }
    return false;
  };
  for (const Correction& c : *corrections) {
    if (c.kind != CorrectionKind::unrelated && c.kind != CorrectionKind::related) continue;
    const Result<bool> is = is_broken(c);
    if (!is) return is.error();
    if (*is) broken.push_back("a correction does not hold: " + std::to_string(c.number));
  }
  return broken;
}

}  // namespace hearsay
