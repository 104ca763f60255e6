#include "train/story_files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace hearsay {
namespace {

TEST(StoryFiles, AreListedByName) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "story_files_test";
  std::filesystem::create_directories(folder);
  for (const char* name : {"b.json", "a.json", "README.md"}) std::ofstream(folder / name) << "{}";
  const auto found = list_story_files(folder);
  const auto story = read_story_file(folder / "a.json");
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(story);
  EXPECT_NE(story.error().message.find("a.json: "), std::string::npos);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].filename(), "a.json");
  EXPECT_EQ((*found)[1].filename(), "b.json");
}

TEST(StoryFiles, AreExpected) {
  const auto found = list_story_files("/no/such/folder");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
