#include "server/open_ledger.h"

#include <sys/stat.h>

#include <utility>

#include "ledger/ledger.h"

namespace hearsay {

namespace {

// Answers are waited for, so another process that has the ledger locked is not for long.
std::chrono::milliseconds patience_of(OpenLedger::Purpose purpose) {
  switch (purpose) {
    case OpenLedger::Purpose::reading:
      return std::chrono::milliseconds(1'000);
    case OpenLedger::Purpose::adding:
      return std::chrono::milliseconds(3'000);
    default:
      return std::chrono::milliseconds(0);
  }
}

}  // namespace

Result<std::shared_ptr<Ledger>> OpenLedger::get() {
  struct stat found = {};
  if (::stat(path_.c_str(), &found) != 0) {
    ledger_.reset();
    return Error{ErrorCode::io, path_ + ": the ledger is gone; expected the file that was there"};
  }
  if (ledger_ && found.st_dev == device_ && found.st_ino == file_) return ledger_;
  ledger_.reset();
  // Opening for adding would make an empty file a ledger; only what is one already is opened so.
  Result<Ledger> opened = Ledger::open(path_, patience_of(purpose_));
  if (opened && purpose_ == Purpose::adding) {
    Result<Ledger> writer = Ledger::open_for_adding(path_, models_, patience_of(purpose_));
    if (!writer) return Error{ErrorCode::io, writer.error().message};
    ledger_ = std::make_shared<Ledger>(*std::move(writer));
  } else if (opened) {
    ledger_ = std::make_shared<Ledger>(*std::move(opened));
  } else {
    return Error{ErrorCode::io, opened.error().message};
  }
  device_ = found.st_dev;
  file_ = found.st_ino;
  ++openings_;
  return ledger_;
}

}  // namespace hearsay
