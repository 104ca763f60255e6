#include "ledger/prepared_article.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ListedTitle, IsTheFirstThatThereIs) {
  Document doc;
  EXPECT_EQ(listed_title(doc), "");
  doc.metadata.file = "inbox/ferry.txt";
  EXPECT_EQ(listed_title(doc), "ferry.txt");
  doc.metadata.file = "ferry.txt";
  EXPECT_EQ(listed_title(doc), "ferry.txt");
  doc.text = "MARCH 2\n\nFerry runs aground";
  doc.blocks = {{.kind = BlockKind::dateline, .span = {0, 7}}, {.kind = BlockKind::title, .span = {9, 27}}};
  EXPECT_EQ(listed_title(doc), "Ferry runs aground");
  doc.metadata.title = "A ferry aground";
  EXPECT_EQ(listed_title(doc), "A ferry aground");
}

}  // namespace
}  // namespace hearsay
