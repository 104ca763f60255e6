// A ledger that stays open while its file stays the same.
#ifndef HEARSAY_SRC_SERVER_OPEN_LEDGER_H_
#define HEARSAY_SRC_SERVER_OPEN_LEDGER_H_

#include <sys/types.h>

#include <memory>
#include <string>

#include "hearsay/result.h"

namespace hearsay {

class Ledger;

// One thread at a time.
class OpenLedger {
 public:
  enum class Purpose { reading, adding, watching };  // watching: without ever waiting for others
  // `models`: where the model of relations is, as Ledger::open_for_adding() takes it.
  OpenLedger(std::string path, Purpose purpose, std::string models = {})
      : path_(std::move(path)), purpose_(purpose), models_(std::move(models)) {}

  // The ledger, opened anew where another file has taken its place. Fails with io where the file
  // was taken away or is no ledger any more; never makes one.
  Result<std::shared_ptr<Ledger>> get();

  // Opens it anew the next time: for when it failed.
  void drop() { ledger_.reset(); }

  // How often it was opened.
  int openings() const { return openings_; }

 private:
  std::string path_;
  Purpose purpose_;
  std::string models_;
  std::shared_ptr<Ledger> ledger_;
  dev_t device_ = 0;
  ino_t file_ = 0;
  int openings_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_OPEN_LEDGER_H_
