// The line of the table of commands that is `watch`.
#ifndef HEARSAY_APPS_HEARSAY_WATCH_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_WATCH_FLAGS_H_

#include "flags.h"

namespace hearsay {

// It takes over --models of `read`.
Command watch_command(const Command& read);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCH_FLAGS_H_
