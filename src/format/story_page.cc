#include "format/story_page.h"

#include "format/html_text.h"

namespace hearsay {

StoryPlaces::StoryPlaces(const StoryPage& page) {
  for (std::size_t i = 0; i < page.articles.size(); ++i) articles_[page.articles[i].metadata.id] = i;
  for (const StatementRecord& s : page.statements) statements_[{s.document, s.attribution}] = &s;
}

const StatementRecord* StoryPlaces::statement(const StatementPlace& place) const {
  const auto found = statements_.find({place.document, place.attribution});
  return found == statements_.end() ? nullptr : found->second;
}

std::string StoryPlaces::address(const StatementPlace& place) const {
  const auto found = articles_.find(place.document);
  return found == articles_.end() ? "" : part_id(found->second, 'a', place.attribution);
}

std::string StoryPlaces::paragraph(std::string_view document, std::uint32_t number) const {
  const auto found = articles_.find(document);
  return found == articles_.end() || number == 0 ? "" : part_id(found->second, 'p', number - 1);
}

}  // namespace hearsay
