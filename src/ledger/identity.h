// Which names of different articles mean the same person or thing.
//
// Names are the same when their keys are (case, accents' encoding, full stops and a
// leading article aside). A name that stands alone in its article joins the longer name
// that has it as an alias elsewhere ("Solbakken", "IAEA"), if there is only one of the
// same kind; otherwise it stays apart, for namesakes are worse than doubles. The outcome
// depends on the set of names, not on their order.
#ifndef HEARSAY_SRC_LEDGER_IDENTITY_H_
#define HEARSAY_SRC_LEDGER_IDENTITY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// The name as it is compared. Requires: valid UTF-8.
std::string name_key(std::string_view name);

// What stands for a name where there is none: no other thing has it.
std::string unnamed_key(std::string_view article, std::uint32_t entity);

// All that the articles call one thing by one name.
struct NamedThing {
  std::string key;
  EntityKind kind = EntityKind::person;  // of most articles
  std::vector<std::string> aliases;      // keys of its other names; sorted, without doubles
};

// For each thing the index of the one that it is the same as: itself, or one with a
// longer name. Requires: keys differ. O(n log n).
std::vector<std::uint32_t> find_identities(const std::vector<NamedThing>& things);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_IDENTITY_H_
