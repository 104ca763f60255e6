// The part of the table of commands that asks a ledger for statements, claims and names.
#ifndef HEARSAY_APPS_HEARSAY_QUESTION_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_QUESTION_FLAGS_H_

#include <vector>

#include "flags.h"

namespace hearsay {

// In the order of help.
std::vector<Command> question_commands(const Command& read);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_QUESTION_FLAGS_H_
