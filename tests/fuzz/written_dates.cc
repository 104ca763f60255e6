// Any text searched for dates, as a value, as a line, as a URL and as a byline: what is found is a day of the
// calendar, within the text, and reads back as the same.
#include "pages/written_dates.h"

#include "document/utf8.h"
#include "pages/bylines.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

void check(const WrittenDate& date) {
  const std::string iso = to_iso8601(date);
  require(iso.size() >= 10 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, iso);
  require(date.minute < 24 * 60 && date.second < 60, iso);
  const auto again = read_date_value(iso);
  require(again && *again == date, iso + " reads back as it is");
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view text = as_text(data, size);
  if (const auto date = find_url_date(text)) check(*date);
  if (!is_valid_utf8(text)) return 0;
  for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
    if (const auto place = find_date(text, order)) {
      check(place->date);
      require(place->begin < place->end && place->end <= text.size(), "a date lies within its text");
    }
    if (const auto date = read_date_value(text, order)) check(*date);
  }
  for (const std::string& name : names_in_byline(text)) require(is_valid_utf8(name), "a name is UTF-8");
  return 0;
}
