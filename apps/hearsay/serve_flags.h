// The part of the table of commands that is about the server.
#ifndef HEARSAY_APPS_HEARSAY_SERVE_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_SERVE_FLAGS_H_

#include "flags.h"

namespace hearsay {

// `read` is the command of that name, some of whose flags it takes over.
Command serve_command(const Command& read);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_SERVE_FLAGS_H_
