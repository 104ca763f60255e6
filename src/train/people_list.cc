#include "train/people_list.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

using Nouns = std::map<std::string, NounClass>;

struct ListClass {
  std::string_view name;
  std::uint16_t flag;
};

constexpr std::array kListClasses = {
    ListClass{"male name", kMaleName},
    ListClass{"female name", kFemaleName},
    ListClass{"male noun", kMaleNoun},
    ListClass{"female noun", kFemaleNoun},
    ListClass{"male title", kMaleTitle},
    ListClass{"female title", kFemaleTitle},
    ListClass{"organization noun", kOrganizationNoun},
    ListClass{"represents noun", kRepresentsNoun},
    ListClass{"collective noun", kCollectiveNoun},
    ListClass{"document noun", kDocumentNoun},
};

Error missing(const std::filesystem::path& path) {
  return Error{ErrorCode::not_found, path.string() + ": expected a list of nouns, found none"};
}

// Data lines: offset, lexicographer file, ...
Result<std::map<std::string, int>> read_files(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return missing(path);
  std::map<std::string, int> files;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string offset;
    int file = 0;
    if (!line.empty() && line[0] != ' ' && fields >> offset >> file) files[offset] = file;
  }
  return files;
}

// Later senses are rare: a noun is for a person or group if one of its first two is.
void add_sense(int file, int sense, NounClass& noun) {
  constexpr int kTellingSenses = 2;
  if (sense == 0) noun.file = static_cast<std::uint8_t>(file);
  if (sense >= kTellingSenses) return;
  if (file == kPersonFile) noun.flags |= kPersonNoun;
  if (file == kGroupFile) noun.flags |= kGroupNoun;
}

Result<Success> read_wordnet(const std::filesystem::path& folder, Nouns& nouns) {
  const auto files = read_files(folder / "data.noun");
  if (!files) return files.error();
  std::ifstream in(folder / "index.noun");
  if (!in) return missing(folder / "index.noun");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string lemma, pos, skipped, offset;
    int synsets = 0;
    int pointers = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> lemma >> pos >> synsets >> pointers)) continue;
    if (lemma.find('_') != std::string::npos) continue;
    for (int k = 0; k < pointers + 2; ++k) fields >> skipped;
    for (int sense = 0; fields >> offset; ++sense) {
      if (const auto file = files->find(offset); file != files->end())
        add_sense(file->second, sense, nouns[lemma]);
    }
  }
  return Success{};
}

Result<Success> read_list(const std::filesystem::path& path, Nouns& nouns) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = std::min(line.find(':'), line.size());
    const auto known =
        std::ranges::find(kListClasses, std::string_view(line).substr(0, colon), &ListClass::name);
    if (known == kListClasses.end()) {
      return Error{ErrorCode::invalid_input,
                   path.string() + ": expected a class and a colon, found '" + line + "'"};
    }
    std::istringstream words(line.substr(colon + 1));
    for (std::string word; words >> word;) nouns[word].flags |= known->flag;
  }
  return Success{};
}

}  // namespace

Result<std::vector<NounEntry>> read_nouns(const std::filesystem::path& wordnet,
                                          const std::filesystem::path& list) {
  Nouns nouns;
  if (const auto done = read_wordnet(wordnet, nouns); !done) return done.error();
  if (const auto done = read_list(list, nouns); !done) return done.error();
  std::vector<NounEntry> entries;
  for (const auto& [lemma, noun] : nouns) entries.push_back(noun_entry(hash_bytes(lemma) | 1, noun));
  std::ranges::sort(entries);
  return entries;
}

}  // namespace hearsay
