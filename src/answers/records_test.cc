#include "answers/records.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

TEST(Ids, ReadsWhatIsPrinted) {
  EXPECT_EQ(hexadecimal_id("T00000000000012ab", 'T'), 0x12ab);
  const std::string id = "courier-17/a3";  // the place points into it
  const auto place = statement_place(id);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->document, "courier-17");
  EXPECT_EQ(place->attribution, 2u);
  const std::string nested = "x/a1/a7";
  EXPECT_EQ(statement_place(nested)->document, "x/a1");
}

TEST(Ids, RefusesWhatIsNone) {
  for (const char* id : {"", "T", "T12ab", "E00000000000012ab", "T00000000000012aG", "T-0000000000012a"}) {
    EXPECT_FALSE(hexadecimal_id(id, 'T')) << id;
  }
  for (const char* id : {"", "courier", "courier/a", "courier/a0", "courier/a-1", "courier/a99999999999"}) {
    EXPECT_FALSE(statement_place(id)) << id;
  }
}

}  // namespace
}  // namespace hearsay
