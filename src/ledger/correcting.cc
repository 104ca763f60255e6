#include <algorithm>
#include <utility>

#include "ledger/corrections.h"
#include "ledger/entity_reader.h"
#include "ledger/ledger_state.h"

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

Result<std::vector<Correction>> Ledger::corrections() { return read_corrections(state_->database); }

Result<Correction> Ledger::correct(const CorrectionRequest& request) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  const auto corrected = [&]() -> Result<Correction> {
    const auto reader = EntityReader::open(state_->database);
    if (!reader) return reader.error();
    Result<Correction> made = read_request(**reader, request);
    if (!made) return made;
    const Result<std::int64_t> number = write_correction(state_->database, *made);
    if (!number) return number.error();
    made->number = *number;
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
  for (const Correction& correction : corrections) {
    if (const auto kept = write_correction(state_->database, correction); !kept) {
      state_->roll_back();
      return kept.error();
    }
  }
  return commit();
}

Result<bool> Ledger::undo_correction(std::int64_t number) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  const Result<bool> undone = delete_correction(state_->database, number);
  if (!undone) {
    state_->roll_back();
    return undone;
  }
  if (const auto done = commit(); !done) return done.error();
  return undone;
}

}  // namespace hearsay
