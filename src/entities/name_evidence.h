// Runs of proper nouns, and what the words in and around one say of its kind.
#ifndef HEARSAY_SRC_ENTITIES_NAME_EVIDENCE_H_
#define HEARSAY_SRC_ENTITIES_NAME_EVIDENCE_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entities/noun_knowledge.h"
#include "hearsay/document.h"

namespace hearsay {

// Capitalised proper nouns that stand side by side: tokens [first, last), without titles
// before a name.
struct ProperRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
};

// How much speaks for each kind; a sure sign is worth kSureSign.
struct NameVotes {
  std::uint32_t person = 0;
  std::uint32_t organization = 0;
  std::uint32_t place = 0;
  bool ends_as_organization = false;
  bool speaks = false;       // one word that says something
  bool is_found = false;     // a name covers it somewhere
  std::uint32_t places = 0;  // in the text, where such a name stands
};
inline constexpr std::uint32_t kSureSign = 2;

class NameEvidence {
 public:
  NameEvidence(std::span<const NounEntry> nouns, const Document& doc) : nouns_(nouns), doc_(doc) {}

  // `out` becomes the runs of the document, in text order, but for those of lines in
  // which every word has a capital. A run with titles inside is parted there.
  void find_runs(std::vector<ProperRun>& out);

  // Adds what speaks for the run. O(words of it x log of the noun list).
  void add_votes(ProperRun run, NameVotes& votes);

  // Whether the run ends in what organisations are called: "Board", "League", "Ltd".
  bool ends_as_organization(ProperRun run);
  bool begins_with_given_name(ProperRun run);
  NounClass noun_of(std::uint32_t token);
  bool is_title(std::uint32_t token);

 private:
  std::string_view form(std::uint32_t token) const { return doc_.at(doc_.tokens[token].span); }
  bool is_initial(std::uint32_t token, Sentence sentence) const;
  bool is_proper(std::uint32_t token, Sentence sentence) const;
  bool has_proper(ProperRun run) const;
  bool is_given_name(std::uint32_t token);
  bool is_person_before_name(std::uint32_t token);
  bool speaks(ProperRun run) const;
  void add_speech(ProperRun run, NameVotes& votes);
  bool is_joint(std::uint32_t token, Sentence sentence) const;
  bool is_headline(Sentence sentence) const;
  void add_run(std::uint32_t first, std::uint32_t last, std::vector<ProperRun>& out);
  void add_words_before(ProperRun run, NameVotes& votes);
  void add_words_after(ProperRun run, NameVotes& votes);
  void add_appositions(ProperRun run, NameVotes& votes);
  void add_description(std::uint32_t token, NameVotes& votes);

  std::span<const NounEntry> nouns_;
  const Document& doc_;
  std::string lower_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_NAME_EVIDENCE_H_
