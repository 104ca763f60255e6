// Labels read back from their names; the other direction is to_string().
#ifndef HEARSAY_SRC_DOCUMENT_LABELS_H_
#define HEARSAY_SRC_DOCUMENT_LABELS_H_

#include <optional>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// Each returns nothing for a name that it does not know. A relation's subtype is
// asked for apart: "nsubj:pass" is find_deprel("nsubj"), find_deprel_subtype("pass").
std::optional<Upos> find_upos(std::string_view name);
std::optional<Deprel> find_deprel(std::string_view name);
std::optional<DeprelSubtype> find_deprel_subtype(std::string_view name);
std::optional<Act> find_act(std::string_view name);

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_LABELS_H_
