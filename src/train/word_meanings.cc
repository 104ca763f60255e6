#include "train/word_meanings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostConcepts = 14;  // of one stem
constexpr std::size_t kMostKinds = 40;     // a synset with more kinds of it is too broad to tell anything

Error missing(const std::filesystem::path& path) {
  return Error{ErrorCode::not_found, path.string() + ": expected a file, found none"};
}

// A synset is named by its part of speech and offset: "v00001740".
struct Synset {
  std::vector<std::string> kinds_of, verbs, similar, opposites;
};
using Synsets = std::map<std::string, Synset>;

// A line of a data file: "00001740 29 v 02 word 0 word 1 003 @ 00002137 v 0000 ...".
Result<Success> read_data(const std::filesystem::path& path, char pos, Synsets& synsets) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string offset, file, type, words, skipped, target, target_pos;
    if (line.empty() || line[0] == ' ' || !(fields >> offset >> file >> type >> words)) continue;
    for (int k = std::stoi(words, nullptr, 16); k > 0; --k) fields >> skipped >> skipped;
    Synset& s = synsets[pos + offset];
    int pointers = 0;
    fields >> pointers;
    for (; pointers > 0 && fields >> type >> target >> target_pos >> skipped; --pointers) {
      const std::string name = (target_pos == "s" ? "a" : target_pos) + target;
      if (type == "@") s.kinds_of.push_back(name);
      if (type == "+" && target_pos == "v") s.verbs.push_back(name);
      if (type == "&") s.similar.push_back(name);
      if (type == "!") s.opposites.push_back(name);
    }
  }
  return Success{};
}

// The offsets of each lemma's senses, the most frequent first.
Result<Success> read_index(const std::filesystem::path& path, char pos,
                           std::map<std::string, std::vector<std::string>>& senses) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string lemma, skipped, offset;
    int synsets = 0;
    int pointers = 0;
    if (line.empty() || line[0] == ' ' || !(fields >> lemma >> skipped >> synsets >> pointers)) continue;
    if (lemma.find('_') != std::string::npos) continue;
    for (int k = 0; k < pointers + 2; ++k) fields >> skipped;
    while (fields >> offset) senses[lemma].push_back(pos + offset);
  }
  return Success{};
}

Concept concept_of(const std::string& synset) {
  return static_cast<Concept>(word_key(synset) >> 32) & ~Concept{1};
}

class ConceptFinder {
 public:
  Result<Success> load(const std::filesystem::path& folder) {
    constexpr std::pair<char, const char*> kParts[] = {
        {'n', "noun"}, {'v', "verb"}, {'a', "adj"}, {'r', "adv"}};
    for (const auto& [pos, name] : kParts) {
      if (const auto done = read_data(folder / (std::string("data.") + name), pos, synsets_); !done)
        return done.error();
      if (const auto done = read_index(folder / (std::string("index.") + name), pos, senses_[pos]); !done)
        return done.error();
    }
    for (const auto& [name, synset] : synsets_) {
      for (const std::string& kind : synset.kinds_of) ++kinds_[kind];
    }
    return Success{};
  }

  // By stem: all lemmas that have it add theirs.
  std::map<std::string, std::set<Concept>> find() const {
    std::map<std::string, std::set<Concept>> found;
    for (const auto& [pos, lemmas] : senses_) {
      const std::size_t most = pos == 'v' ? 3 : 2;
      for (const auto& [lemma, senses] : lemmas) {
        std::set<Concept>& all = found[stem_of(lemma)];
        for (std::size_t k = 0; k < std::min(most, senses.size()); ++k) add(senses[k], all);
      }
    }
    return found;
  }

 private:
  void add(const std::string& name, std::set<Concept>& all) const {
    const Synset& synset = synsets_.at(name);
    all.insert(concept_of(name));
    for (const std::string& kind : synset.kinds_of) {
      if (kinds_.at(kind) <= kMostKinds) all.insert(concept_of(kind));
    }
    for (const std::string& verb : synset.verbs) all.insert(concept_of(verb));
    for (const std::string& similar : synset.similar) all.insert(concept_of(similar));
    for (const std::string& opposite : synset.opposites) all.insert(concept_of(opposite) | 1);
  }

  Synsets synsets_;
  std::map<char, std::map<std::string, std::vector<std::string>>> senses_;
  std::map<std::string, std::size_t> kinds_;  // how many are a kind of each
};

}  // namespace

Result<WordMeanings> read_word_meanings(const std::filesystem::path& wordnet) {
  ConceptFinder finder;
  if (const auto done = finder.load(wordnet); !done) return done.error();
  std::map<std::uint32_t, std::set<Concept>> by_key;
  for (const auto& [stem, concepts] : finder.find()) {
    by_key.emplace(static_cast<std::uint32_t>(word_key(stem) >> 32), concepts);
  }
  WordMeanings meanings;
  for (const auto& [key, concepts] : by_key) {
    meanings.words.push_back({.key = key, .first = static_cast<std::uint32_t>(meanings.concepts.size())});
    const auto last =
        std::next(concepts.begin(), static_cast<std::ptrdiff_t>(std::min(kMostConcepts, concepts.size())));
    meanings.concepts.insert(meanings.concepts.end(), concepts.begin(), last);
  }
  return meanings;
}

}  // namespace hearsay
