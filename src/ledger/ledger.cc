#include "ledger/ledger.h"

#include <utility>

#include "hearsay/pipeline.h"
#include "ledger/ledger_state.h"
#include "ledger/schema.h"

namespace hearsay {

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;

Result<Ledger> Ledger::open_for_adding(const std::filesystem::path& path, const std::filesystem::path& models,
                                       std::chrono::milliseconds patience) {
  // First, so that no file is made where it fails.
  auto relations = load_relations((models.empty() ? default_model_directory() : models) / "relations.model");
  if (!relations) return relations.error();
  Result<Database> database = Database::open(path, Database::Access::create, patience);
  if (!database) return database.error();
  if (const Result<Success> ready = prepare_for_writing(*database); !ready) return ready.error();
  auto state = std::make_unique<State>(*std::move(database));
  state->relations = *std::move(relations);
  state->writer = std::make_unique<ArticleWriter>(state->database, state->relations);
  return Ledger(std::move(state));
}

Result<Ledger> Ledger::open(const std::filesystem::path& path, std::chrono::milliseconds patience) {
  Result<Database> database = Database::open(path, Database::Access::read, patience);
  if (!database) return database.error();
  if (const Result<Success> known = check_schema(*database); !known) return known.error();
  // What a long board reads is there when it is asked for again.
  if (const auto sized = database->execute("PRAGMA cache_size = -16384"); !sized) return sized.error();
  return Ledger(std::make_unique<State>(*std::move(database)));
}

const RelationModel& Ledger::relations() const { return state_->relations; }

Result<bool> Ledger::contains(const std::string& content_id) {
  Query query(state_->database, "SELECT 1 FROM articles WHERE content = ?");
  return query.bind_blob(content_id).next();
}

Result<Success> Ledger::State::begin() {
  if (in_transaction) return Success{};
  if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
  in_transaction = true;
  // Another process may have made some since.
  if (const auto heeded = writer->heed_corrections(); !heeded) {
    roll_back();
    return heeded.error();
  }
  return Success{};
}

void Ledger::State::roll_back() {
  writer->discard();
  in_transaction = false;
  // A transaction that failed may be rolled back already; then there is nothing to do.
  (void)database.execute("ROLLBACK");
}

Result<Added> Ledger::add(const Document& doc, const PreparedArticle& prepared) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  Result<Added> added = state_->writer->add(doc, prepared);
  if (!added) state_->roll_back();
  return added;
}

Result<bool> Ledger::remove(const std::string& id) {
  if (const auto begun = state_->begin(); !begun) return begun.error();
  Result<bool> removed = state_->writer->remove(id);
  if (!removed) state_->roll_back();
  return removed;
}

Result<Success> Ledger::commit() {
  if (!state_->in_transaction) return Success{};
  Result<Success> done = state_->writer->flush();
  if (done) done = state_->database.execute("COMMIT");
  if (!done) state_->roll_back();
  state_->in_transaction = false;
  return done;
}

}  // namespace hearsay
