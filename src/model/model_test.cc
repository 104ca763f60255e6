#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <vector>

#include "model/model_file.h"

namespace hearsay {
namespace {

std::vector<std::byte> example() {
  ModelWriter writer("tagger", 3);
  const std::array<std::uint32_t, 3> numbers = {1, 2, 3};
  writer.add<std::uint32_t>("numbers", numbers);
  writer.add_strings("names", {"NN", "", "VB"});
  return writer.bytes();
}

TEST(ModelFile, ReadsBackWhatWasWritten) {
  const auto file = ModelFile::from_bytes(example(), "x.model", "tagger", 3);
  ASSERT_TRUE(file);
  const auto numbers = file->array<std::uint32_t>("numbers");
  ASSERT_TRUE(numbers);
  EXPECT_EQ(std::vector<std::uint32_t>(numbers->begin(), numbers->end()),
            (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(*file->strings("names"), (std::vector<std::string>{"NN", "", "VB"}));
  EXPECT_EQ(file->array<std::uint64_t>("numbers").error().message,
            "x.model: section numbers: size is no multiple of its items");
  EXPECT_EQ(file->array<char>("other").error().message, "x.model: section other is missing");
}

TEST(ModelFile, SaysWhatIsWrong) {
  const auto message = [](std::vector<std::byte> bytes, std::uint32_t version = 3) {
    const auto file = ModelFile::from_bytes(bytes, "x.model", "tagger", version);
    return file ? std::string() : file.error().message;
  };
  EXPECT_EQ(message(example(), 4), "x.model: expected model version 4, found 3");
  EXPECT_EQ(message({}), "x.model: expected at least 48 bytes, found 0");
  std::vector<std::byte> bytes = example();
  bytes[0] = std::byte{'X'};
  EXPECT_EQ(message(bytes), "x.model: not a Hearsay model file");
}

TEST(ModelFile, NoticesEveryFlippedByteThatMatters) {
  const std::vector<std::byte> good = example();
  const auto clean = ModelFile::from_bytes(good, "x", "tagger", 3);
  ASSERT_TRUE(clean);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::vector<std::byte> bad = good;
    bad[i] ^= std::byte{0x55};
    const auto file = ModelFile::from_bytes(bad, "x", "tagger", 3);
    if (!file) continue;
    // What is left are padding bytes: the contents must be untouched.
    EXPECT_EQ(*file->strings("names"), *clean->strings("names"));
    EXPECT_EQ((*file->array<std::uint32_t>("numbers"))[2], 3u);
  }
}

TEST(ModelFile, MapsAFileAndSurvivesAMove) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "hearsay_model_test.model";
  ModelWriter writer("tagger", 3);
  writer.add_strings("names", {"a"});
  ASSERT_TRUE(writer.write(path));
  auto file = ModelFile::open(path, "tagger", 3);
  ASSERT_TRUE(file);
  const ModelFile moved = *std::move(file);
  EXPECT_EQ(*moved.strings("names"), std::vector<std::string>{"a"});
  std::filesystem::remove(path);
  EXPECT_EQ(ModelFile::open(path, "tagger", 3).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
