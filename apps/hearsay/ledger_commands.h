// The subcommands that work on a ledger. Each returns an exit status.
#ifndef HEARSAY_APPS_HEARSAY_LEDGER_COMMANDS_H_
#define HEARSAY_APPS_HEARSAY_LEDGER_COMMANDS_H_

#include "arguments.h"

namespace hearsay {

int run_add(const Arguments& arguments);
int run_changes(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_claims(const Arguments& arguments);
int run_disputes(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_remove(const Arguments& arguments);
int run_report(const Arguments& arguments);
int run_search(const Arguments& arguments);
int run_serve(const Arguments& arguments);
int run_show(const Arguments& arguments);
int run_stats(const Arguments& arguments);
int run_timeline(const Arguments& arguments);
int run_upgrade(const Arguments& arguments);
int run_watch(const Arguments& arguments);
int run_who(const Arguments& arguments);

// What --merge, --split, --side, --unrelated, --corrections and --undo ask for, of who and disputes.
// Requires: arguments.ledger.correcting is not `nothing`.
int run_correcting(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_LEDGER_COMMANDS_H_
