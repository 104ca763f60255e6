#include "ledger/statement_rows.h"

#include <utility>

#include "ledger/article_number.h"
#include "ledger/corrections.h"
#include "ledger/ledger_state.h"

namespace hearsay {

LedgerStatement read_statement(const Query& query) {
  LedgerStatement s;
  s.number = query.number(0);
  s.attribution = static_cast<std::uint32_t>(attribution_of(s.number));
  int column = 1;
  for (std::string* field : {&s.article, &s.title, &s.publisher, &s.published}) *field = query.text(column++);
  s.paragraph = static_cast<std::uint32_t>(query.number(5));
  column = 6;
  for (std::string* field : {&s.source, &s.cue, &s.content}) *field = query.text(column++);
  s.form = read_enum<Form>(query.number(9), kFormCount);
  s.act = read_enum<Act>(query.number(10), kActCount);
  s.negated = query.number(11) != 0;
  s.confidence = static_cast<float>(query.real(12));
  if (!query.is_null(13)) s.entity = static_cast<std::uint32_t>(query.number(13));
  return s;
}

StatementReader::StatementReader(Database& database)
    : database_(database),
      row_(database,
           "SELECT " + std::string(kStatementColumns) + std::string(kStatementTables) + "WHERE s.number = ?"),
      slots_(database, "SELECT statements FROM slots WHERE article = ?") {}

Result<std::optional<LedgerStatement>> StatementReader::read(std::int64_t number) {
  const Result<bool> there = row_.bind(number).next();
  std::optional<LedgerStatement> statement;
  if (there && *there) statement = read_statement(row_);
  row_.reset();
  if (!there) return there.error();
  return statement;
}

Result<PlacedStatement> StatementReader::place(const LedgerStatement& s) {
  if (!sides_) {
    const auto corrections = read_corrections(database_);
    if (!corrections) return corrections.error();
    sides_ = ToldSides(*corrections);
  }
  if (article_ != article_of(s.number)) {
    const Result<bool> there = slots_.bind(article_of(s.number)).next();
    std::optional<PackedSlots> slots;
    if (there && *there) slots = PackedSlots::open(slots_.text(0));
    slots_.reset();
    if (!there) return there.error();
    if (!slots) return Error{ErrorCode::invalid_input, database_.name() + ": a statement is damaged"};
    article_ = article_of(s.number);
    packed_ = *std::move(slots);
  }
  std::optional<Statement> slots;
  if (s.attribution < packed_.size()) slots = packed_.read(s.attribution);
  if (!slots) return Error{ErrorCode::invalid_input, database_.name() + ": a statement is damaged"};
  PlacedStatement placed{.statement = *std::move(slots),
                         .document = s.article,
                         .publisher = s.publisher,
                         .published = s.published,
                         .number = s.attribution};
  sides_->amend(s.article, placed.statement.speaker);
  return placed;
}

}  // namespace hearsay
