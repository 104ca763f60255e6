// Many look-ups as one reading.
#ifndef HEARSAY_SRC_LEDGER_READING_H_
#define HEARSAY_SRC_LEDGER_READING_H_

#include "ledger/database.h"

namespace hearsay {

// While it lives, the database is read in one transaction: it does not change between
// look-ups, and SQLite need not lock the file for each. May be nested.
class Reading {
 public:
  explicit Reading(Database& database) : database_(database), begun_(database.execute("SAVEPOINT reading")) {}
  // It only ends a reading, which cannot fail in a way that matters.
  ~Reading() {
    if (begun_) (void)database_.execute("RELEASE reading");
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Database& database_;
  Result<Success> begun_;  // where it fails, the look-ups say why
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_READING_H_
