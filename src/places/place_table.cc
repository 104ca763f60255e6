#include "places/place_table.h"

#include <algorithm>
#include <utility>

#include "document/unicode.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

// No name of a place is longer: others are not looked for.
constexpr std::size_t kLongestName = 128;

bool is_letter_pair(std::array<char, 2> code) {
  return std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_sound(const PlaceTable& table, const PlaceRow& row) {
  constexpr std::int32_t kPole = 900'000, kDateLine = 1'800'000;
  return row.latitude >= -kPole && row.latitude <= kPole && row.longitude >= -kDateLine &&
         row.longitude <= kDateLine && row.name < table.names.size() && is_letter_pair(row.country) &&
         static_cast<int>(row.kind) < kPlaceKindCount &&
         (row.region == kNoRegion || row.region < table.region_count);
}

// "N.C.": letters with a full stop each.
bool is_abbreviation(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((name[i] == '.') != (i % 2 == 1)) return false;
  }
  return name.size() >= 4 && name.size() % 2 == 0;
}

void fold(std::string_view name, std::string& folded) {
  to_lower(name, folded);
  for (std::size_t at = 0; (at = folded.find("\u2019", at)) != std::string::npos;) folded.replace(at, 3, "'");
  if (folded.starts_with("the ")) folded.erase(0, 4);
  if (is_abbreviation(folded)) std::erase(folded, '.');
}

}  // namespace

Result<PlaceTable> load_places(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "places", kPlacesVersion);
  if (!file) return file.error();
  const auto keys = file->array<std::uint64_t>("keys");
  if (!keys) return keys.error();
  const auto rows = file->array<PlaceRow>("places");
  if (!rows) return rows.error();
  const auto names = file->array<char>("names");
  if (!names) return names.error();
  const auto regions = file->array<std::uint32_t>("regions");
  if (!regions) return regions.error();
  if (keys->size() != rows->size())
    return file->corrupt("sections keys, places: sizes do not fit each other");
  if (regions->size() != 1 || (*regions)[0] > kNoRegion)
    return file->corrupt("section regions: no number of regions");
  if (!names->empty() && names->back() != '\0') return file->corrupt("section names: does not end a name");
  PlaceTable table{.keys = *keys, .rows = *rows, .names = *names, .region_count = (*regions)[0]};
  if (!std::ranges::is_sorted(table.keys)) return file->corrupt("section keys: not sorted");
  const auto bad = [&](const PlaceRow& row) { return !is_sound(table, row); };
  if (std::ranges::any_of(table.rows, bad)) return file->corrupt("section places: a value out of range");
  table.countries.assign(kCountryCodes, kNoName);
  for (const PlaceRow& row : table.rows) {
    if (row.kind == PlaceKind::country) table.countries[country_number(row.country)] = row.name;
  }
  table.file = *std::move(file);
  return table;
}

std::span<const PlaceRow> find_place(const PlaceTable& table, std::string_view name, std::string& folded) {
  if (name.empty() || name.size() > kLongestName) return {};
  fold(name, folded);
  const auto [first, last] = std::equal_range(table.keys.begin(), table.keys.end(), hash_bytes(folded));
  return table.rows.subspan(static_cast<std::size_t>(first - table.keys.begin()),
                            static_cast<std::size_t>(last - first));
}

}  // namespace hearsay
