// A ledger as tables for spreadsheets: the columns of each and the fields of a row, for
// csv_row(). Lists are joined with "; ".
#ifndef HEARSAY_SRC_FORMAT_LEDGER_TABLES_H_
#define HEARSAY_SRC_FORMAT_LEDGER_TABLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "format/ledger_records.h"

namespace hearsay {

using Row = std::vector<std::string>;

// A row a statement: the columns of csv_columns(), and `said`, the day on which its article says that it was
// said, or "".
Row statement_columns();
Row statement_fields(const StatementRecord& statement, const std::string& said);

// A row a relation, with the words of both statements.
Row relation_columns();
Row relation_fields(const RelationRecord& relation, const StatementRecord& later,
                    const StatementRecord& earlier);

// A row an article, listed by `title`; `copy_of` is the id of the article that it is a near copy of, or
// empty.
Row article_columns();
Row article_fields(const Document& doc, std::string_view title, std::string_view copy_of);

// A row a person or thing.
Row entity_columns();
Row entity_fields(const EntityRecord& entity);

// A row for each position that a source takes on a thread; one for a thread without.
Row thread_columns();
std::vector<Row> thread_rows(const ThreadRecord& thread);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_LEDGER_TABLES_H_
