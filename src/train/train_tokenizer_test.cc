// The tokenizer fitted to a treebank of a few invented sentences.
#include "train/train_tokenizer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tokenizer/tokenizer.h"

namespace hearsay {
namespace {

// A folder that is gone when the test is over.
struct Folder {
  explicit Folder(const std::string& name) : path(std::filesystem::temp_directory_path() / name) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path / "treebank");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path / name, std::ios::binary) << content;
  }
  std::filesystem::path path;
};

// Lists with one entry each, `emoticons` apart.
std::string lists_with(const std::string& emoticons) {
  std::string lists = "# a comment\n";
  for (int i = 0; i < kWordListCount; ++i) {
    const auto list = static_cast<WordList>(i);
    lists += "[" + std::string(to_string(list)) + "]  # what it is\n";
    lists += list == WordList::emoticons ? emoticons : "w" + std::to_string(i);
    lists += "\n";
  }
  return lists;
}

std::string treebank() {
  std::string conllu;
  for (int i = 0; i < 20; ++i) {
    conllu += i % 2 == 0 ? "# newpar\n" : "";
    conllu +=
        "1\tFerries\t_\t_\t_\t_\t_\t_\t_\t_\n2\tsank\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_"
        "\t_\t_\t_\n\n";
  }
  return conllu;
}

void write_treebanks(const Folder& folder) {
  for (const char* name : {"ewt-train", "ewt-dev", "gum-train", "gum-dev"}) {
    folder.write("treebank/" + std::string(name) + ".conllu", treebank());
  }
}

Result<Success> train(const Folder& folder, const std::string& output = "out.model") {
  return train_tokenizer(
      {.lists = folder.path / "lists.txt", .data = folder.path, .output = folder.path / output},
      [](std::string_view) {});
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(TrainTokenizer, LearnsWhereSentencesEnd) {
  const Folder folder("hearsay_train_tokenizer_learns");
  folder.write("lists.txt", lists_with(":)"));
  write_treebanks(folder);
  const auto done = train(folder);
  ASSERT_TRUE(done) << done.error().message;
  const auto model = load_tokenizer(folder.path / "out.model");
  ASSERT_TRUE(model) << model.error().message;
  Document doc;
  doc.text = "Ferries sank. Ferries sank.";
  TokenizerScratch scratch;
  tokenize(*model, doc, scratch);
  EXPECT_EQ(doc.sentences.size(), 2u);
  ASSERT_TRUE(train(folder, "again.model"));
  EXPECT_EQ(bytes_of(folder.path / "out.model"), bytes_of(folder.path / "again.model"));
}

TEST(TrainTokenizer, KeepsEntriesInBrackets) {
  const Folder folder("hearsay_train_tokenizer_brackets");
  folder.write("lists.txt", lists_with(":) [x] :-("));
  write_treebanks(folder);
  ASSERT_TRUE(train(folder));
  const auto model = load_tokenizer(folder.path / "out.model");
  ASSERT_TRUE(model);
  for (const char* entry : {":)", "[x]", ":-("}) {
    EXPECT_TRUE(model->lexicon.has(WordList::emoticons, entry)) << entry;
  }
  EXPECT_FALSE(model->lexicon.has(WordList::emoticons, "#"));
}

TEST(TrainTokenizer, SaysWhatIsMissing) {
  const Folder folder("hearsay_train_tokenizer_missing");
  auto done = train(folder);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::not_found);
  EXPECT_NE(done.error().message.find("lists.txt"), std::string::npos);

  folder.write("lists.txt", "[abbreviations]\nmr\n");
  done = train(folder);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::invalid_input);
  EXPECT_NE(done.error().message.find("[before-number]"), std::string::npos);

  folder.write("lists.txt", lists_with(":)"));
  done = train(folder);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::not_found);
  EXPECT_NE(done.error().message.find("ewt-train.conllu"), std::string::npos);

  write_treebanks(folder);
  folder.write("treebank/gum-dev.conllu", "1\tone\n");
  done = train(folder);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::invalid_input);
  EXPECT_NE(done.error().message.find("gum-dev.conllu: line 1"), std::string::npos) << done.error().message;

  write_treebanks(folder);
  done = train(folder, "no/such/folder.model");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::io);
}

TEST(TrainTokenizer, RefusesEntriesThatAreTooLong) {
  const Folder folder("hearsay_train_tokenizer_long");
  folder.write("lists.txt", lists_with(std::string(kMaxEntryBytes + 1, ':')));
  write_treebanks(folder);
  const auto done = train(folder);
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("bad entry"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
