#include <algorithm>
#include <utility>

#include "ledger/corrections.h"
#include "ledger/entity_reader.h"
#include "ledger/ledger_state.h"
#include "ledger/reading.h"
#include "ledger/statement_id.h"
#include "ledger/told_apart.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostListed = 5;

Error refusal(std::string message) { return {ErrorCode::invalid_input, std::move(message)}; }

// An entity that a correction is about.
struct Named {
  std::string key, name;
};

// The only one whom a name or an id means.
Result<Named> find_one(EntityReader& reader, const std::string& text) {
  const std::vector<std::string> keys = reader.mean(text);
  if (!reader.state()) return reader.state().error();
  if (keys.empty()) return refusal("found nobody called '" + text + "'");
  if (keys.size() == 1) return Named{.key = keys[0], .name = reader.name_of(keys[0])};
  std::string list;
  for (std::size_t i = 0; i < std::min(keys.size(), kMostListed); ++i)
    list += (i == 0 ? "" : ", ") + reader.name_of(keys[i]) + " (" + entity_id(keys[i]) + ")";
  if (keys.size() > kMostListed) list += ", and others";
  return refusal("expected one whole name or id, found several called '" + text + "': " + list);
}

// "" if the articles can be split off.
std::string find_problem(const LedgerEntity& entity, const std::vector<std::string>& articles) {
  std::vector<std::string> own;
  for (const LedgerEntity::Use& use : entity.uses) own.push_back(use.article);
  own.erase(std::unique(own.begin(), own.end()), own.end());
  for (const std::string& id : articles) {
    if (!std::binary_search(own.begin(), own.end(), id))
      return "found no article '" + id + "' that speaks of " + entity.name;
  }
  if (articles.size() == own.size())
    return "expected fewer articles to split off: no other speaks of " + entity.name;
  return "";
}

// A statement that a correction is about.
struct Stated {
  std::int64_t number = 0;
  std::string article, key;
};

Result<Stated> find_stated(Database& database, const std::string& text) {
  const std::optional<StatementId> id = parse_statement_id(text);
  if (!id) return refusal("expected a statement (ARTICLE/a3), found '" + text + "'");
  Query query(database,
              "SELECT s.number, s.content FROM articles a JOIN statements s "
              "ON s.number = (a.number << 20 | ?) WHERE a.id = ? AND a.replaced_by IS NULL");
  const Result<bool> row = query.bind(std::int64_t{id->attribution}).bind(id->article).next();
  if (!row) return row.error();
  if (!*row) return refusal("found no statement '" + text + "'");
  return Stated{.number = query.number(0),
                .article = std::string(id->article),
                .key = statement_key(id->attribution, query.text(1))};
}

// How the two are related; nothing where they are not.
Result<std::optional<RelationType>> find_relation(Database& database, const StatementPair& pair) {
  Query query(
      database,
      "SELECT type FROM relations WHERE (later = ?1 AND earlier = ?2) OR (later = ?2 AND earlier = ?1)");
  const Result<bool> row = query.bind(pair.first).bind(pair.second).next();
  if (!row) return row.error();
  std::optional<RelationType> type;
  if (*row) type = read_enum<RelationType>(query.number(0), kRelationTypeCount);
  return type;
}

bool is_about_statements(CorrectionKind kind) {
  return kind == CorrectionKind::unrelated || kind == CorrectionKind::related;
}

// Of two statements, one thing is told at a time.
Result<Success> find_told(Database& database, const StatementPair& pair) {
  const auto all = read_corrections(database);
  if (!all) return all.error();
  ToldApart told(database);
  for (const Correction& c : *all) {
    if (!is_about_statements(c.kind)) continue;
    const auto pairs = told.pairs_of(c);
    if (!pairs) return pairs.error();
    if (!pairs->contains(pair)) continue;
    const std::string_view said = c.kind == CorrectionKind::related ? "are related" : "are not related";
    return refusal("expected two statements of which nothing was told, found correction " +
                   std::to_string(c.number) + ", which says that they " + std::string(said) +
                   "; undo it first");
  }
  return Success{};
}

Result<Correction> read_related(Database& database, const CorrectionRequest& request) {
  const Result<Stated> first = find_stated(database, request.first);
  if (!first) return first.error();
  const Result<Stated> second = find_stated(database, request.second);
  if (!second) return second.error();
  const StatementPair pair = pair_of(first->number, second->number);
  if (const auto free = find_told(database, pair); !free) return free.error();
  const auto found = find_relation(database, pair);
  if (!found) return found.error();
  const bool is_typed = request.kind == CorrectionKind::related && request.relation;
  if (!*found && !is_typed)
    return refusal("found no relation between '" + request.first + "' and '" + request.second + "'" +
                   (request.kind == CorrectionKind::related ? ": say which one it is" : ""));
  if (pair.first == pair.second)
    return refusal("expected two statements, found '" + request.first + "' twice");
  Correction made{.kind = request.kind,
                  .first = first->key,
                  .second = second->key,
                  .first_name = request.first,
                  .second_name = request.second,
                  .articles = {first->article, second->article}};
  if (request.kind == CorrectionKind::related) made.relation = is_typed ? request.relation : *found;
  return made;
}

Result<Correction> read_request(EntityReader& reader, const CorrectionRequest& request) {
  Correction made{.kind = request.kind};
  const Result<Named> first = find_one(reader, request.first);
  if (!first) return first.error();
  made.first = first->key;
  made.first_name = first->name;
  if (request.kind == CorrectionKind::split) {
    made.articles = request.articles;
    std::sort(made.articles.begin(), made.articles.end());
    made.articles.erase(std::unique(made.articles.begin(), made.articles.end()), made.articles.end());
    const std::string problem = find_problem(reader.read(first->key, true), made.articles);
    if (!problem.empty()) return refusal(problem);
    return made;
  }
  const Result<Named> second = find_one(reader, request.second);
  if (!second) return second.error();
  made.second = second->key;
  made.second_name = second->name;
  if (request.kind == CorrectionKind::merge && first->key == second->key)
    return refusal("'" + request.first + "' and '" + request.second + "' are one already");
  return made;
}

}  // namespace

// What they say of statements, as these are called today.
static Result<Success> name_statements(Database& database, std::vector<Correction>& corrections) {
  ToldApart apart(database);
  for (Correction& c : corrections) {
    if (!is_about_statements(c.kind)) continue;
    Result<std::string> first = apart.name_of(c, false);
    if (!first) return first.error();
    Result<std::string> second = apart.name_of(c, true);
    if (!second) return second.error();
    c.first_name = *std::move(first);
    c.second_name = *std::move(second);
  }
  return Success{};
}

Result<std::vector<Correction>> Ledger::corrections() {
  const Reading reading(state_->database);
  auto all = read_corrections(state_->database);
  if (!all) return all;
  if (const auto named = name_statements(state_->database, *all); !named) return named.error();
  return all;
}

Result<std::vector<Correction>> Ledger::newest_corrections(std::int64_t below, int limit) {
  const Reading reading(state_->database);
  auto newest = read_newest_corrections(state_->database, below, limit);
  if (!newest) return newest;
  if (const auto named = name_statements(state_->database, *newest); !named) return named.error();
  return newest;
}

Result<Correction> Ledger::correct(const CorrectionRequest& request) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  const auto corrected = [&]() -> Result<Correction> {
    Result<Correction> made = [&]() -> Result<Correction> {
      if (is_about_statements(request.kind)) return read_related(state_->database, request);
      const auto reader = EntityReader::open(state_->database);
      if (!reader) return reader.error();
      return read_request(**reader, request);
    }();
    if (!made) return made;
    const Result<std::int64_t> number = write_correction(state_->database, *made);
    if (!number) return number.error();
    made->number = *number;
    if (const auto heeded = state_->writer->heed(*made); !heeded) return heeded.error();
    return made;
  }();
  if (!corrected) {
    state_->roll_back();
    return corrected;
  }
  if (const auto done = commit(); !done) return done.error();
  return corrected;
}

Result<Success> Ledger::keep_corrections(const std::vector<Correction>& corrections) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  const auto kept = [&]() -> Result<Success> {
    for (const Correction& correction : corrections) {
      if (const auto written = write_correction(state_->database, correction); !written)
        return written.error();
      if (const auto heeded = state_->writer->heed(correction); !heeded) return heeded.error();
    }
    return Success{};
  }();
  if (!kept) {
    state_->roll_back();
    return kept.error();
  }
  return commit();
}

Result<bool> Ledger::undo_correction(std::int64_t number) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  const auto undone = [&]() -> Result<bool> {
    const auto all = read_corrections(state_->database);
    if (!all) return all.error();
    const Result<bool> deleted = delete_correction(state_->database, number);
    if (!deleted || !*deleted) return deleted;
    for (const Correction& correction : *all) {
      if (correction.number != number) continue;
      if (const auto heeded = state_->writer->heed(correction); !heeded) return heeded.error();
    }
    return true;
  }();
  if (!undone) {
    state_->roll_back();
    return undone;
  }
  if (const auto done = commit(); !done) return done.error();
  return undone;
}

}  // namespace hearsay
