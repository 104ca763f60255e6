#include "format/version_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/test_document.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document saying(const std::vector<Words>& statements) {
  std::string text;
  for (const Words& words : statements) {
    text += words.source[0] + " " + words.cue[0] + " " + words.content[0] + ".\n\n";
  }
  Document doc = make_document(text);
  for (const Words& words : statements) attribute(doc, words);
  return doc;
}

const Words kSafe{{"Holm"}, {"said"}, {"the bridge was safe on Monday"}};
const Words kSafer{{"Holm"}, {"insisted"}, {"the bridge was quite safe on Monday"}};
const Words kDenial{{"Dahl"}, {"denied"}, {"any fault"}};
const Words kNew{{"Holm"}, {"promised"}, {"an inquiry"}};

TEST(VersionChanges, NothingChanged) {
  EXPECT_THAT(compare_versions(saying({kSafe, kDenial}), saying({kDenial, kSafe})), IsEmpty());
  EXPECT_EQ(changes_text(saying({kSafe}), saying({kSafe}), {}), "");
}

TEST(VersionChanges, WhatWentCameAndChanged) {
  const Document before = saying({kSafe, kDenial}), after = saying({kNew, kSafer});
  EXPECT_THAT(compare_versions(before, after),
              ElementsAre(VersionChange{kNone, 0}, VersionChange{0, 1}, VersionChange{1, kNone}));
  EXPECT_EQ(changes_text(before, after, {}),
            "  + Holm promised: an inquiry\n"
            "  - Holm said: the bridge was safe on Monday\n"
            "  ~ Holm insisted: the bridge was quite safe on Monday\n"
            "  - Dahl denied: any fault\n");
}

TEST(VersionChanges, AnotherSourceIsAnotherStatement) {
  const Words other{{"Dahl"}, {"said"}, {"the bridge was safe on Monday"}};
  EXPECT_THAT(compare_versions(saying({kSafe}), saying({other})),
              ElementsAre(VersionChange{kNone, 0}, VersionChange{0, kNone}));
}

TEST(VersionChanges, TheSameTwiceIsCounted) {
  Document twice = saying({kSafe});
  twice.attributions.push_back(twice.attributions[0]);
  EXPECT_THAT(compare_versions(saying({kSafe}), twice), ElementsAre(VersionChange{kNone, 1}));
}

TEST(VersionChanges, ARecordHasBothSides) {
  const auto record = nlohmann::json::parse(to_record(saying({kSafe}), saying({kSafer}), {0, 0}, 2));
  EXPECT_EQ(record["version"], 2);
  EXPECT_EQ(record["before"]["content"], kSafe.content[0]);
  EXPECT_EQ(record["after"]["attribution"], "a1");
  EXPECT_TRUE(
      nlohmann::json::parse(to_record(saying({}), saying({kSafe}), {kNone, 0}, 2))["before"].is_null());
}

}  // namespace
}  // namespace hearsay
