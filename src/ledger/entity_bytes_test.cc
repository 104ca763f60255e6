#include "ledger/entity_bytes.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::vector<StoredEntity> kEntities = {{.name = 70'000,
                                              .spelling = "Ada Holm",
                                              .aliases = {{.name = 3, .spelling = "Holm"}},
                                              .roles = {"mayor"},
                                              .member_of = {1},
                                              .said = {0, 200},
                                              .about = {4}},
                                             {.name = 0,
                                              .spelling = "two officials",
                                              .kind = EntityKind::group,
                                              .aliases = {},
                                              .roles = {},
                                              .member_of = {},
                                              .said = {},
                                              .about = {}}};

TEST(EntityBytes, ComeBackAsTheyWere) {
  EXPECT_EQ(decode_entities(encode_entities(kEntities)), kEntities);
  EXPECT_EQ(decode_entities(encode_entities({})), std::vector<StoredEntity>());
}

TEST(EntityBytes, NamesAreReadAlone) {
  EXPECT_EQ(decode_names(encode_entities(kEntities)), std::vector<std::int64_t>{70'000});
  std::vector<StoredEntity> more = kEntities;
  more.insert(
      more.end(),
      {{.name = 5, .spelling = "B", .aliases = {}, .roles = {}, .member_of = {}, .said = {}, .about = {}},
       {.name = 70'000,
        .spelling = "A",
        .aliases = {},
        .roles = {},
        .member_of = {},
        .said = {},
        .about = {}}});
  EXPECT_EQ(decode_names(encode_entities(more)), (std::vector<std::int64_t>{5, 70'000}));
  EXPECT_TRUE(decode_names("\xff").empty());
}

TEST(EntityBytes, DamageIsNoticed) {
  const std::string bytes = encode_entities(kEntities);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_entities(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_entities(bytes + "x"));
  for (std::size_t i = 0; i < bytes.size(); ++i) {  // never a crash, whatever comes of it
    std::string other = bytes;
    other[i] = static_cast<char>(~other[i]);
    (void)decode_entities(other);
    (void)decode_names(other);
  }
  EXPECT_FALSE(decode_entities("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"));
}

}  // namespace
}  // namespace hearsay
