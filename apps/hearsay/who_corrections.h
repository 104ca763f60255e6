// `hearsay who --merge`, `--split`, `--side`, `--corrections` and `--undo`.
#ifndef HEARSAY_APPS_HEARSAY_WHO_CORRECTIONS_H_
#define HEARSAY_APPS_HEARSAY_WHO_CORRECTIONS_H_

#include "arguments.h"

namespace hearsay {

// Returns the exit status. Requires: arguments.ledger.who is not WhoTask::show.
int correct_who(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WHO_CORRECTIONS_H_
