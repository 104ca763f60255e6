#include "train/wordnet.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

// A line of a data file: "00001740 29 v 02 word 0 word 1 003 @ 00002137 v 0000 ...".
struct Synset {
  int file = 0;
  std::vector<std::uint32_t> kinds_of;  // hypernyms
  std::vector<std::uint32_t> verbs;     // of a noun: derivationally related
};
using Synsets = std::map<std::uint32_t, Synset>;

Error missing(const std::filesystem::path& path) {
  return Error{ErrorCode::not_found,
               path.string() + ": expected a file of WordNet (wordnet-base), found none"};
}

void read_pointers(std::istream& fields, Synset& out) {
  std::string words, skipped, type, pos;
  fields >> pos >> words;
  for (int k = std::stoi(words, nullptr, 16); k > 0; --k) fields >> skipped >> skipped;
  int pointers = 0;
  fields >> pointers;
  for (std::uint32_t target = 0; pointers > 0 && fields >> type >> target >> pos >> skipped; --pointers) {
    if (type == "@") out.kinds_of.push_back(target);
    if (type == "+" && pos == "v") out.verbs.push_back(target);
  }
}

Result<Synsets> read_synsets(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return missing(path);
  Synsets synsets;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::uint32_t offset = 0;
    int file = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> offset >> file)) continue;
    Synset& s = synsets[offset];
    s.file = file;
    read_pointers(fields, s);
  }
  return synsets;
}

// Lemma and the offsets of its senses, by falling frequency.
struct IndexLine {
  std::string lemma;
  std::vector<std::uint32_t> senses;
};

Result<std::vector<IndexLine>> read_index(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return missing(path);
  std::vector<IndexLine> lines;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    IndexLine out;
    std::string skipped;
    int synsets = 0;
    int pointers = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> out.lemma >> skipped >> synsets >> pointers)) continue;
    if (out.lemma.find('_') != std::string::npos) continue;
    for (int k = 0; k < pointers + 2; ++k) fields >> skipped;
    for (std::uint32_t offset = 0; fields >> offset;) out.senses.push_back(offset);
    lines.push_back(std::move(out));
  }
  return lines;
}

bool is_telling(const Synset& s) {
  constexpr int kCognition = 31, kCommunication = 32, kEmotion = 37, kSocial = 41;
  return s.file == kCognition || s.file == kCommunication || s.file == kEmotion || s.file == kSocial;
}

// Adds a verb synset and two steps of what it is a kind of.
void add_sense(const Synsets& verbs, std::uint32_t synset, std::uint32_t lemma, int steps,
               std::vector<SenseEntry>& out) {
  const auto found = verbs.find(synset);
  if (found == verbs.end() || !is_telling(found->second)) return;
  out.push_back(sense_entry(lemma, synset));
  if (steps == 0) return;
  for (const std::uint32_t kind : found->second.kinds_of) add_sense(verbs, kind, lemma, steps - 1, out);
}

// As TokenFacts::lemma is hashed.
std::uint32_t lemma_hash(const std::string& lemma) {
  const auto h = static_cast<std::uint32_t>(hash_bytes(lemma) >> 32);
  return h == 0 ? 1 : h;
}

}  // namespace

Result<std::vector<SenseEntry>> read_word_senses(const std::filesystem::path& folder) {
  constexpr std::size_t kMostSenses = 4;
  constexpr int kSteps = 2;
  const auto verbs = read_synsets(folder / "data.verb");
  if (!verbs) return verbs.error();
  const auto nouns = read_synsets(folder / "data.noun");
  if (!nouns) return nouns.error();
  const auto verb_index = read_index(folder / "index.verb");
  if (!verb_index) return verb_index.error();
  const auto noun_index = read_index(folder / "index.noun");
  if (!noun_index) return noun_index.error();
  std::vector<SenseEntry> entries;
  for (const IndexLine& line : *verb_index) {
    for (std::size_t k = 0; k < std::min(kMostSenses, line.senses.size()); ++k) {
      add_sense(*verbs, line.senses[k], lemma_hash(line.lemma), kSteps, entries);
    }
  }
  for (const IndexLine& line : *noun_index) {
    for (std::size_t k = 0; k < std::min(kMostSenses, line.senses.size()); ++k) {
      const auto found = nouns->find(line.senses[k]);
      if (found == nouns->end()) continue;
      for (const std::uint32_t v : found->second.verbs) {
        add_sense(*verbs, v, lemma_hash(line.lemma), kSteps, entries);
      }
    }
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

}  // namespace hearsay
