// Reading the articles of a ledger anew, into another one.
#ifndef HEARSAY_APPS_HEARSAY_READING_ANEW_H_
#define HEARSAY_APPS_HEARSAY_READING_ANEW_H_

#include "arguments.h"
#include "ledger/ledger.h"
#include "ledger/ledger_archive.h"

namespace hearsay {

// Reads the articles of `archive` into `fresh`, an empty ledger, and says how many there were, or that it was
// asked to stop (stopping.h). Returns an exit status.
int read_anew(const Arguments& all, LedgerArchive& archive, Ledger& fresh);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_READING_ANEW_H_
