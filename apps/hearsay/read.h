// `hearsay read`: documents in, attributions out.
#ifndef HEARSAY_APPS_HEARSAY_READ_H_
#define HEARSAY_APPS_HEARSAY_READ_H_

#include "arguments.h"

namespace hearsay {

// Returns the exit status. Prints data to standard output or the file asked for,
// everything else to standard error.
int run_read(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_READ_H_
