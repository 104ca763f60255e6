#include "train/train_tokenizer.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "model/model_file.h"
#include "tokenizer/tokenizer.h"
#include "train/train_sentences.h"

namespace hearsay {
namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

// Reads lines that begin with "[name]" and the entries below each; '#' at the beginning of a word
// begins a comment.
Result<Lists> read_lists(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return Error{ErrorCode::not_found, path.string() + ": expected word lists, found no file"};
  Lists lists;
  std::string section;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    bool is_first = true;  // elsewhere in a line, brackets are part of an entry: [...]
    for (std::string word; words >> word && word[0] != '#'; is_first = false) {
      if (is_first && word.size() > 2 && word.front() == '[' && word.back() == ']') {
        section = word.substr(1, word.size() - 2);
      } else {
        lists[section].push_back(word);
      }
    }
  }
  return lists;
}

}  // namespace

Result<Success> train_tokenizer(const TokenizerTraining& training,
                                const std::function<void(std::string_view)>& progress) {
  Result<Lists> lists = read_lists(training.lists);
  if (!lists) return lists.error();
  ModelWriter writer("tokenizer", kTokenizerVersion);
  for (int i = 0; i < kWordListCount; ++i) {
    const std::string name(to_string(static_cast<WordList>(i)));
    const std::vector<std::string>& entries = (*lists)[name];
    if (entries.empty()) {
      return Error{ErrorCode::invalid_input,
                   training.lists.string() + ": expected a list [" + name + "], found none"};
    }
    writer.add_strings(name, entries);
    progress(name + ": " + std::to_string(entries.size()) + " entries");
  }
  const std::vector<std::byte> bytes = writer.bytes();
  const auto file = ModelFile::from_bytes(bytes, training.lists.string(), "tokenizer", kTokenizerVersion);
  if (!file) return file.error();
  const auto lexicon = Lexicon::load(*file);
  if (!lexicon) return lexicon.error();
  const auto sentences = train_sentences(*lexicon, training.data / "treebank", progress);
  if (!sentences) return sentences.error();
  store_sentence_model(writer, *sentences);
  return writer.write(training.output);
}

}  // namespace hearsay
