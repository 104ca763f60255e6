// Who calls an event by which name: one side's attack is the other side's incident.
#ifndef HEARSAY_SRC_FORMAT_EVENT_NAMES_H_
#define HEARSAY_SRC_FORMAT_EVENT_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// A name without its article, as the text has it, and those in
// whose words it stands; kNone among them is the article itself.
struct NameUse {
  std::string name;
  std::vector<std::uint32_t> by;  // entities, rising, kNone last
  bool operator==(const NameUse&) const = default;
};

// For each mention the innermost attribution in whose content it stands, or kNone.
// O((mentions + contents) x log of contents).
std::vector<std::uint32_t> attributions_around_mentions(const Document& doc);

// The names of an event in text order, each once; `mentions` are its mentions, `around` is as
// above. Pronouns name nothing.
std::vector<NameUse> event_names(const Document& doc, const std::vector<std::uint32_t>& mentions,
                                 const std::vector<std::uint32_t>& around);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_EVENT_NAMES_H_
