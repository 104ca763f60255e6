// What a ledger answers, as the records that src/format prints.
#ifndef HEARSAY_SRC_ANSWERS_RECORDS_H_
#define HEARSAY_SRC_ANSWERS_RECORDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "answers/entity_index.h"
#include "format/ledger_records.h"
#include "ledger/ledger.h"

namespace hearsay {

// A view into its argument.
EntityRecord entity_record(const LedgerEntity& entity);

// Views into both arguments.
StatementRecord record_of(const LedgerStatement& statement, const EntityIndex& entities);

// A view into its argument.
UnreadRecord record_of(const UnreadArticle& article);

StatementPlace place_of(const LedgerStatement& statement);

// A view into its arguments.
RelationRecord record_of(const LinkedPair& link, const LedgerStory& story);

// A view into its argument.
CorrectionRecord record_of(const Correction& correction);

// "T" and 16 hexadecimal digits: the number of its first statement, the same as long as
// that is.
std::string thread_id(const Thread& thread, const LedgerStory& story);

// Views into the arguments.
ThreadRecord thread_record(const Thread& thread, const LedgerStory& story, const EntityIndex& entities,
                           std::string_view id);

// The number in "T00000000000012ab"; nothing for what is no id of that letter.
std::optional<std::int64_t> hexadecimal_id(const std::string& id, char letter);

// The type of this name ("disputes"); nothing where there is none.
std::optional<RelationType> relation_type(std::string_view name);

// "courier-17/a3" as the article and the attribution; nothing for what is no such place. A view into `id`.
std::optional<StatementPlace> statement_place(const std::string& id);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_RECORDS_H_
