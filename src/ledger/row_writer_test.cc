#include "ledger/row_writer.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "ledger/test_database.h"

namespace hearsay {
namespace {

using Row = std::pair<std::int64_t, std::string>;

class RowWriterTest : public ::testing::Test {
 protected:
  RowWriterTest() : database_(new_database()) {
    EXPECT_TRUE(database_.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
  }

  static void bind(Query& query, const Row& row) { query.bind(row.first).bind(std::string_view(row.second)); }

  std::vector<Row> stored() {
    std::vector<Row> rows;
    Query query(database_, "SELECT a, b FROM t ORDER BY a");
    while (*query.next()) rows.emplace_back(query.number(0), query.text(1));
    return rows;
  }

  Database database_;
};

TEST_F(RowWriterTest, WritesAnyNumberOfRows) {
  RowWriter writer(database_, "INSERT OR FAIL INTO t(a, b)", 2);
  std::vector<Row> all;
  std::int64_t next = 0;
  for (const int count : {0, 1, 5, 31, 32, 33, 70, 200}) {
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i, ++next) rows.emplace_back(next, "row " + std::to_string(next));
    ASSERT_TRUE(writer.write(rows, bind));
    all.insert(all.end(), rows.begin(), rows.end());
    EXPECT_EQ(stored(), all);
  }
}

TEST_F(RowWriterTest, TheSameRowTwiceIsAConflictOrWhatWasSaid) {
  RowWriter strict(database_, "INSERT OR FAIL INTO t(a, b)", 2);
  const std::vector<Row> rows(40, Row(1, "x"));
  EXPECT_FALSE(strict.write(rows, bind));
  EXPECT_EQ(stored().size(), 1u);  // what failed is for the transaction to take back
  RowWriter adding(database_, "INSERT OR FAIL INTO t(a, b)", 2,
                   "ON CONFLICT DO UPDATE SET b = b || excluded.b");
  ASSERT_TRUE(adding.write(rows, bind));
  EXPECT_EQ(stored().front().second, std::string(41, 'x'));
  EXPECT_FALSE(strict.write(rows, bind));
}

}  // namespace
}  // namespace hearsay
