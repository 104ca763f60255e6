#include "ledger/item_versions.h"

namespace hearsay {

ItemVersions::ItemVersions(Database& database)
    : keep_(database, "INSERT INTO item_versions(article, version, status) VALUES (?, ?, ?)"),
      forget_(database, "DELETE FROM item_versions WHERE article = ?"),
      versions_(
          database,
          "SELECT a.number, a.version, coalesce(i.version, 0) FROM articles a LEFT JOIN item_versions i "
          "ON i.article = a.number WHERE a.id = ? ORDER BY a.version"),
      move_(database, "UPDATE articles SET version = version + 1 WHERE id = ? AND version = ?") {}

Result<Success> ItemVersions::keep(std::int64_t article, const Metadata& metadata) {
  if (metadata.version == 0 && metadata.status == ArticleStatus::usable) return Success{};
  keep_.bind(article).bind(std::int64_t{metadata.version});
  return keep_.bind(static_cast<std::int64_t>(metadata.status)).run();
}

Result<Success> ItemVersions::forget(std::int64_t article) { return forget_.bind(article).run(); }

Result<std::optional<VersionPlace>> ItemVersions::place_of(const Metadata& metadata) {
  std::optional<VersionPlace> place;
  if (metadata.version == 0) return place;
  std::int64_t before = 0;
  versions_.bind(metadata.id);
  Result<bool> row = versions_.next();
  for (; row && *row; row = versions_.next()) {
    if (!place && versions_.number(2) > metadata.version)
      place = {.version = versions_.number(1), .replaced_by = versions_.number(0), .before = before};
    before = versions_.number(0);
  }
  versions_.reset();
  if (!row) return row.error();
  return place;
}

Result<Success> ItemVersions::make_room(const std::string& id, const VersionPlace& place) {
  std::int64_t last = place.version - 1;
  versions_.bind(id);
  Result<bool> row = versions_.next();
  for (; row && *row; row = versions_.next()) last = versions_.number(1);
  versions_.reset();
  if (!row) return row.error();
  // From behind, since no two may have the same number even for a moment.
  for (; last >= place.version; --last) {
    if (const auto moved = move_.bind(id).bind(last).run(); !moved) return moved.error();
  }
  return Success{};
}

}  // namespace hearsay
