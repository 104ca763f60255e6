// The part of the table of commands that is about ledgers.
#ifndef HEARSAY_APPS_HEARSAY_LEDGER_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_LEDGER_FLAGS_H_

#include <vector>

#include "flags.h"

namespace hearsay {

// In the order of help. `add` takes those flags of `read` that say how to read.
std::vector<Command> ledger_commands(const Command& read);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_LEDGER_FLAGS_H_
