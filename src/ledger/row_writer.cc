#include "ledger/row_writer.h"

#include <string>

namespace hearsay {

RowWriter::RowWriter(Database& database, std::string_view insert, int columns, std::string_view conflict) {
  std::string row;
  for (int i = 0; i < columns; ++i) row += i == 0 ? "(?" : ", ?";
  row += ")";
  for (const std::size_t size : kSizes) {
    std::string sql = std::string(insert) + " VALUES ";
    for (std::size_t i = 0; i < size; ++i) sql.append(i == 0 ? "" : ", ").append(row);
    queries_.emplace_back(database, sql.append(" ").append(conflict));
  }
}

}  // namespace hearsay
