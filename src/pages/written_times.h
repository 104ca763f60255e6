// Times of day beside a date, with their zones.
#ifndef HEARSAY_SRC_PAGES_WRITTEN_TIMES_H_
#define HEARSAY_SRC_PAGES_WRITTEN_TIMES_H_

#include <cstddef>
#include <span>
#include <string>

#include "pages/date_pieces.h"

namespace hearsay {

struct WrittenTime {
  int minute = -1;  // of the day; -1: there is none
  int second = 0;
  std::string zone;      // "Z", "+02:00" or ""
  std::size_t next = 0;  // the piece after it
};

// The time that stands at pieces[at], behind words and marks that lead to one ("T", "at", ",").
WrittenTime read_time(std::span<const DatePiece> pieces, std::size_t at);

// The time that ends where the date at pieces[date] begins: "4:05 pm EDT, March 12"; `next` is then where
// the time begins.
WrittenTime read_time_before(std::span<const DatePiece> pieces, std::size_t date);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_WRITTEN_TIMES_H_
