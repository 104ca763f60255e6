#include "hearsay/format.h"

namespace hearsay {

std::string to_conllu(const Document&) { return ""; }

}  // namespace hearsay
