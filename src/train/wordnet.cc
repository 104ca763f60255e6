#include "train/wordnet.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

Error missing(const std::filesystem::path& path) {
  return Error{ErrorCode::not_found,
               path.string() + ": expected a file of WordNet (wordnet-base), found none"};
}

// Lexicographer file of each synset, by its offset: "00001740 29 v ...".
Result<std::map<std::string, int>> read_synsets(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return missing(path);
  std::map<std::string, int> files;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string offset;
    int file = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> offset >> file)) continue;
    files[offset] = file;
  }
  return files;
}

void add_sense(int file, bool is_first, WordClass& c) {
  const auto f = static_cast<std::uint8_t>(file);
  if (is_first) (file >= 29 ? c.verb : c.noun) = f;
  constexpr struct {
    int file;
    std::uint8_t flag;
  } kFlags[] = {{32, kCanCommunicate}, {31, kCanThink},    {37, kCanFeel},   {10, kCanBeCommunication},
                {9, kCanBeCognition},  {18, kCanBePerson}, {14, kCanBeGroup}};
  for (const auto& known : kFlags) {
    if (known.file == file) c.flags |= known.flag;
  }
}

// Index lines: lemma, pos, synset count, pointer count, pointers, sense count,
// tagged senses, offsets by falling frequency.
Result<Success> read_index(const std::filesystem::path& path, const std::map<std::string, int>& files,
                           std::map<std::string, std::vector<int>>& senses) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string lemma, pos, skipped;
    int synsets = 0;
    int pointers = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> lemma >> pos >> synsets >> pointers)) continue;
    if (lemma.find('_') != std::string::npos) continue;
    for (int k = 0; k < pointers + 2; ++k) fields >> skipped;
    std::string offset;
    while (fields >> offset) {
      const auto file = files.find(offset);
      if (file != files.end()) senses[lemma].push_back(file->second);
    }
  }
  return Success{};
}

}  // namespace

Result<std::map<std::string, std::vector<int>>> read_sense_files(const std::filesystem::path& folder,
                                                                 const std::string& pos) {
  const auto files = read_synsets(folder / ("data." + pos));
  if (!files) return files.error();
  std::map<std::string, std::vector<int>> senses;
  const auto done = read_index(folder / ("index." + pos), *files, senses);
  if (!done) return done.error();
  return senses;
}

Result<std::vector<WordClassEntry>> read_word_classes(const std::filesystem::path& folder) {
  std::map<std::string, WordClass> classes;
  for (const char* pos : {"noun", "verb"}) {
    const auto senses = read_sense_files(folder, pos);
    if (!senses) return senses.error();
    for (const auto& [lemma, files] : *senses) {
      for (std::size_t k = 0; k < files.size(); ++k) add_sense(files[k], k == 0, classes[lemma]);
    }
  }
  std::vector<WordClassEntry> entries;
  for (const auto& [lemma, c] : classes) {
    // Things, plants and animals outnumber all else and speak for themselves: no class.
    const bool is_thing = c.verb == 0 && c.flags == 0;
    if (!is_thing) entries.push_back(word_class_entry(hash_bytes(lemma), c));
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace hearsay
