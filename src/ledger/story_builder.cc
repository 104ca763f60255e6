#include "ledger/story_builder.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "ledger/carriers.h"
#include "ledger/ledger_state.h"
#include "ledger/speaker_names.h"
#include "ledger/statement_rows.h"
#include "ledger/told_apart.h"

namespace hearsay {
namespace {

Relation read_relation(const Query& query) {
  const auto confidence = static_cast<float>(query.real(2));
  return {.type = read_enum<RelationType>(query.number(0), kRelationTypeCount),
          .detail = read_enum<RelationDetail>(query.number(1), kRelationDetailCount),
          .confidence = std::min(confidence, 1.0F),
          .why = std::string(query.text(3)),
          .told = confidence >= kToldConfidence};
}

}  // namespace

void StoryBuilder::add_link(std::int64_t later, std::int64_t earlier) {
  wanted_.insert(later);
  wanted_.insert(earlier);
  links_.emplace(later, earlier);
}

Result<Success> StoryBuilder::add_links_between() {
  Query query(database_, "SELECT earlier FROM relations WHERE later = ?");
  for (const std::int64_t later : wanted_) {
    Result<bool> row = query.bind(later).next();
    for (; row && *row; row = query.next()) {
      if (wanted_.contains(query.number(0))) links_.emplace(later, query.number(0));
    }
    query.reset();
    if (!row) return row.error();
  }
  return Success{};
}

Result<Success> StoryBuilder::add_neighbours() {
  Query query(database_,
              "SELECT later, earlier FROM relations WHERE later = ?1 UNION "
              "SELECT later, earlier FROM relations WHERE earlier = ?1");
  const std::set<std::int64_t> centre = wanted_;
  for (const std::int64_t statement : centre) {
    Result<bool> row = query.bind(statement).next();
    for (; row && *row; row = query.next()) add_link(query.number(0), query.number(1));
    query.reset();
    if (!row) return row.error();
  }
  return Success{};
}

Result<std::vector<StoryBuilder::Row>> StoryBuilder::read_rows(bool with_slots) {
  StatementReader reader(database_);
  std::vector<Row> rows;
  std::set<std::string, std::less<>> articles, shared;
  for (const std::int64_t number : wanted_) {
    auto statement = reader.read(number);
    if (!statement) return statement.error();
    if (!*statement) continue;
    if (!articles.insert((*statement)->article).second) shared.insert((*statement)->article);
    rows.push_back({.statement = **std::move(statement), .placed = {}});
  }
  for (Row& row : rows) {
    const LedgerStatement& s = row.statement;
    if (with_slots || shared.contains(s.article)) {
      auto placed = reader.place(s);
      if (!placed) return placed.error();
      row.placed = *std::move(placed);
    } else {  // its article and its day say where it stands
      row.placed.document = s.article;
      row.placed.published = s.published;
    }
  }
  return rows;
}

Result<LedgerStory> StoryBuilder::read(bool with_threads, const std::map<std::int64_t, std::int64_t>& known) {
  auto read = read_rows(with_threads);
  if (!read) return read.error();
  std::vector<Row>& rows = *read;
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return comes_before(a.placed, b.placed); });
  LedgerStory story;
  std::vector<PlacedStatement> placed;
  std::map<std::int64_t, std::uint32_t> index;
  for (Row& row : rows) {
    index[row.statement.number] = static_cast<std::uint32_t>(placed.size());
    placed.push_back(std::move(row.placed));
    story.statements.push_back(std::move(row.statement));
  }
  if (const auto done = read_carriers(database_, story.statements); !done) return done.error();
  Query relation(database_,
                 "SELECT type, detail, confidence, why FROM relations WHERE later = ? AND earlier = ?");
  for (const auto& [later, earlier] : links_) {
    const auto from = index.find(later);
    const auto to = index.find(earlier);
    if (from == index.end() || to == index.end()) continue;
    const Result<bool> row = relation.bind(later).bind(earlier).next();
    if (row && *row)
      story.links.push_back(
          {.later = from->second, .earlier = to->second, .relation = read_relation(relation)});
    relation.reset();
    if (!row) return row.error();
  }
  std::sort(story.links.begin(), story.links.end(), [](const LinkedPair& a, const LinkedPair& b) {
    return std::tie(a.later, a.earlier) < std::tie(b.later, b.earlier);
  });
  if (!with_threads) return story;
  const auto named = name_speakers(database_, story.statements, story.links, placed);
  if (!named) return named.error();
  std::vector<std::int64_t> threads;
  for (const LedgerStatement& statement : story.statements) {
    const auto thread = known.find(statement.number);
    threads.push_back(thread == known.end() ? -1 : thread->second);
  }
  story.threads = find_threads(placed, story.links, threads);
  return story;
}

}  // namespace hearsay
