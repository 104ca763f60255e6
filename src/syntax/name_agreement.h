// Agreement on names within one document: what is a name in one sentence is one in
// the others, of the kind that most of its places have; a person's last name is a
// name wherever it stands alone. Longer names have a say in what their parts are:
// "Holm" is a person beside "Ada Holm", an organisation beside "Holm Shipping". Of
// kinds that are equally frequent, a last name is its person's.
#ifndef HEARSAY_SRC_SYNTAX_NAME_AGREEMENT_H_
#define HEARSAY_SRC_SYNTAX_NAME_AGREEMENT_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/document.h"
#include "syntax/name_labels.h"

namespace hearsay {

inline constexpr std::uint32_t kMaxRepeatedName = 5;  // words of a name that is looked for elsewhere

struct AgreementScratch {
  struct Tally {
    std::array<std::uint32_t, kEntityKindCount> places{};  // of each kind
    bool is_last_name = false;                             // of a person who is named in full
  };
  std::unordered_map<std::string_view, Tally> tallies;  // by the words as they stand
  std::vector<Name> names;
};

// What finding names needs from one document to the next.
struct NamesScratch {
  NameLabelScratch labels;
  AgreementScratch agreement;
};

// Gives names of the same words the kind that most of them have, and marks the same
// words, and last names of persons, elsewhere if they begin with a proper noun in
// capitals and touch no other name. O(tokens). Requires: doc.tags has one element a
// token.
void agree_on_names(Document& doc, AgreementScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_NAME_AGREEMENT_H_
