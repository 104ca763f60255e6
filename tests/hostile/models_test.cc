// Trained models with a section missing, cut short, emptied or overwritten, and right
// checksums: each is refused by name, or reads a text without breaking a rule.
#define XXH_INLINE_ALL
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "claims/relate.h"
#include "claims/relation_model.h"
#include "claims/test_statements.h"
#include "hearsay/pipeline.h"
#include "model/model_file.h"
#include "tests/fuzz/patch_checksums.h"

namespace hearsay {
namespace {

struct Section {
  std::string name;
  std::string bytes;
};

// A model file taken apart: docs/model-format.md.
struct Parts {
  std::string kind;
  std::uint32_t version = 0;
  std::vector<Section> sections;
};

std::string field(const std::string& file, std::size_t offset, std::size_t size) {
  return file.substr(offset, size).c_str();
}

Parts take_apart(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string file(std::istreambuf_iterator<char>(in), {});
  Parts parts{.kind = field(file, 16, 16), .version = load_at<std::uint32_t>(file, 12)};
  for (std::uint32_t i = 0; i < section_count(file); ++i) {
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    parts.sections.push_back({field(file, entry, 24), file.substr(load_at<std::uint64_t>(file, entry + 24),
                                                                  load_at<std::uint64_t>(file, entry + 32))});
  }
  return parts;
}

void put_together(const Parts& parts, const std::filesystem::path& path) {
  ModelWriter writer(parts.kind, parts.version);
  for (const Section& s : parts.sections) writer.add<char>(s.name, s.bytes);
  ASSERT_TRUE(writer.write(path));
}

// The trained models, but for one.
class DamagedModel : public testing::TestWithParam<std::string> {
 protected:
  DamagedModel() {
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directory(directory_);
    for (const auto& entry : std::filesystem::directory_iterator(default_model_directory())) {
      if (entry.path().filename() != GetParam())
        std::filesystem::create_symlink(entry.path(), directory_ / entry.path().filename());
    }
  }
  ~DamagedModel() override { std::filesystem::remove_all(directory_); }

  // The message that loading ends with, or "" if the models load and read a text.
  std::string message_with(const Parts& parts) const {
    put_together(parts, directory_ / GetParam());
    if (GetParam() == "relations.model") return message_of_relations();
    const auto pipeline = Pipeline::load(directory_);
    if (!pipeline) {
      EXPECT_EQ(pipeline.error().code, ErrorCode::corrupt_model) << pipeline.error().message;
      return pipeline.error().message;
    }
    const auto doc =
        pipeline->analyze("OSLO, May 2 - “It's done,” Mrs. Ada Holm said. He denied it.\n\nWho?");
    EXPECT_TRUE(doc);
    if (doc) {
      EXPECT_EQ(find_violation(*doc), "");
    }
    return "";
  }

  // The same for the model that the ledger loads: it relates statements.
  std::string message_of_relations() const {
    const auto model = load_relations(directory_ / GetParam());
    if (!model) {
      EXPECT_EQ(model.error().code, ErrorCode::corrupt_model) << model.error().message;
      return model.error().message;
    }
    const auto claims_of = [&](const std::string& id, const std::string& day, const std::string& text) {
      return weigh_article(*model, place_statements(id, day, text));
    };
    const ArticleClaims earlier = claims_of(
        "a", "2024-03-06", "Mayor Ada Holm said that nine people were missing after the ferry sank.\n");
    const ArticleClaims later =
        claims_of("b", "2024-03-07",
                  "Tom Vik denied that nine people were missing. Ada Holm said that two were missing.\n");
    for (const LinkedPair& pair : relate(*model, later, earlier)) {
      EXPECT_LT(pair.later, later.statements.size());
      EXPECT_LT(pair.earlier, earlier.statements.size());
    }
    return "";
  }

  const Parts good_ = take_apart(default_model_directory() / GetParam());
  // Of this process alone: tests run side by side.
  const std::filesystem::path directory_ =
      std::filesystem::temp_directory_path() / ("hearsay_damaged_" + std::to_string(getpid()) + GetParam());
};

TEST_P(DamagedModel, LoadsWhenItIsPutTogetherAgain) {
  EXPECT_FALSE(good_.sections.empty());
  EXPECT_EQ(message_with(good_), "");
}

TEST_P(DamagedModel, NamesTheSectionThatIsMissing) {
  for (std::size_t i = 0; i < good_.sections.size(); ++i) {
    Parts parts = good_;
    parts.sections.erase(parts.sections.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(message_with(parts), GetParam() + ": section " + good_.sections[i].name + " is missing");
  }
}

TEST_P(DamagedModel, RefusesASectionThatIsCutShort) {
  for (std::size_t i = 0; i < good_.sections.size(); ++i) {
    if (good_.sections[i].bytes.empty()) continue;
    Parts parts = good_;
    parts.sections[i].bytes.pop_back();
    EXPECT_TRUE(message_with(parts).starts_with(GetParam() + ": section")) << good_.sections[i].name;
  }
}

TEST_P(DamagedModel, SurvivesWhateverASectionHolds) {
  for (std::size_t i = 0; i < good_.sections.size(); ++i) {
    for (const char filler : {'\xff', '\x01'}) {
      Parts parts = good_;
      std::fill(parts.sections[i].bytes.begin(), parts.sections[i].bytes.end(), filler);
      const std::string message = message_with(parts);
      EXPECT_TRUE(message.empty() || message.starts_with(GetParam() + ": section")) << message;
    }
    Parts parts = good_;
    parts.sections[i].bytes.clear();
    const std::string message = message_with(parts);
    EXPECT_TRUE(message.empty() || message.starts_with(GetParam() + ": section")) << message;
  }
}

TEST_P(DamagedModel, IsRefusedAsAnotherKindOrVersion) {
  Parts parts = good_;
  parts.kind = "other";
  EXPECT_EQ(message_with(parts),
            GetParam() + ": expected a model of kind " + good_.kind + ", found another kind");
  parts = good_;
  parts.version += 1;
  EXPECT_EQ(message_with(parts), GetParam() + ": expected model version " + std::to_string(good_.version) +
                                     ", found " + std::to_string(parts.version));
}

std::vector<std::string> trained_models() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(default_model_directory())) {
    if (entry.path().extension() == ".model") names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Models, DamagedModel, testing::ValuesIn(trained_models()), [](const auto& model) {
  return std::filesystem::path(model.param).stem().string();
});

}  // namespace
}  // namespace hearsay
