// The gazetteer of places: towns, regions and countries with their names, and the words
// for their people. docs/places.md has the file; tools/places_data.py writes it.
#ifndef HEARSAY_SRC_PLACES_PLACE_TABLE_H_
#define HEARSAY_SRC_PLACES_PLACE_TABLE_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of sections: older files are then refused.
inline constexpr std::uint32_t kPlacesVersion = 1;

// Values are stored in model files: never renumber.
enum class PlaceKind : std::uint8_t { town, region, country, people };
inline constexpr int kPlaceKindCount = 4;
inline constexpr std::uint16_t kNoRegion = 0xFFFF;

// What a name can stand for; one row of the section "places".
struct PlaceRow {
  std::int32_t latitude;  // of a town, in ten-thousandths of a degree
  std::int32_t longitude;
  std::uint32_t population;     // of a town; of others that of their towns together
  std::uint32_t name;           // offset into the names
  std::uint16_t region;         // that it is in, or is; kNoRegion
  std::array<char, 2> country;  // ISO 3166-1 alpha-2
  PlaceKind kind;
  std::uint8_t is_capital;  // of its country
  std::uint16_t reserved;
};
static_assert(sizeof(PlaceRow) == 24);

// Views into `file`.
struct PlaceTable {
  ModelFile file;
  std::span<const std::uint64_t> keys;  // hashes of folded names, sorted; several rows may share one
  std::span<const PlaceRow> rows;       // one a key; those of a key by falling population
  std::span<const char> names;          // ended by a zero each
  std::uint32_t region_count = 0;
  // By country_number(): the country's name, as an offset into the names; kNoName: not known.
  std::vector<std::uint32_t> countries;
};
inline constexpr std::uint32_t kNoName = 0xFFFFFFFF;
inline constexpr std::size_t kCountryCodes = 26 * 26;

// "AA": 0, "AB": 1, ... Requires: two capital letters.
inline std::size_t country_number(const std::array<char, 2>& code) {
  return static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A');
}

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or a value is wrong.
Result<PlaceTable> load_places(const std::filesystem::path& path);

// All rows of a name, however it is capitalised; none where it is not known. `folded`
// is scratch. O(log rows + bytes of the name).
std::span<const PlaceRow> find_place(const PlaceTable& table, std::string_view name, std::string& folded);

inline std::string_view name_of(const PlaceTable& table, const PlaceRow& row) {
  return table.names.data() + row.name;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_PLACES_PLACE_TABLE_H_
