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
    if (c.kind == CorrectionKind::unrelated && c.articles.size() == 2) told_.push_back(c);
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

Result<std::set<StatementPair>> ToldApart::pairs_of(const Correction& c) {
  std::set<StatementPair> pairs;
  const Result<std::int64_t> first = find(c, false);
  if (!first) return first.error();
  const Result<std::int64_t> second = find(c, true);
  if (!second) return second.error();
  if (*first == 0 || *second == 0 || *first == *second) return pairs;
  const auto firsts = with_copies(*first);
  if (!firsts) return firsts.error();
  const auto seconds = with_copies(*second);
  if (!seconds) return seconds.error();
  for (const std::int64_t a : *firsts) {
    for (const std::int64_t b : *seconds) {
      if (a != b) pairs.insert(pair_of(a, b));
    }
  }
  return pairs;
}

Result<std::set<StatementPair>> ToldApart::pairs_of(const std::set<std::string>& articles) {
  std::set<StatementPair> all;
  for (const Correction& c : told_) {
    if (!articles.contains(c.articles[0]) && !articles.contains(c.articles[1])) continue;
    auto pairs = pairs_of(c);
    if (!pairs) return pairs;
    all.merge(*pairs);
  }
  return all;
}

Result<std::string> ToldApart::name_of(const Correction& c, bool second) {
  const Result<std::int64_t> number = find(c, second);
  if (!number) return number.error();
  if (*number == 0) return second ? c.second_name : c.first_name;
  const auto attribution = static_cast<std::uint32_t>(attribution_of(*number));
  return to_string(StatementId{c.articles[second ? 1 : 0], attribution});
}

Result<std::vector<std::string>> unheeded_corrections(Database& database) {
  const auto corrections = read_corrections(database);
  if (!corrections) return corrections.error();
  ToldApart apart(database);
  apart.set(*corrections);
  Query related(
      database,
      "SELECT 1 FROM relations WHERE (later = ?1 AND earlier = ?2) OR (later = ?2 AND earlier = ?1)");
  std::vector<std::string> broken;
  for (const Correction& c : *corrections) {
    const auto pairs = apart.pairs_of(c);
    if (!pairs) return pairs.error();
    for (const auto& [one, other] : *pairs) {
      const Result<bool> row = related.bind(one).bind(other).next();
      related.reset();
      if (!row) return row.error();
      if (*row) broken.push_back("a correction does not hold: " + std::to_string(c.number));
    }
  }
  return broken;
}

}  // namespace hearsay
