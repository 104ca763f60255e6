#include "format/attribution_gold.h"

#include <boost/json.hpp>
#include <cstdint>
#include <utility>

#include "document/utf8.h"

namespace hearsay {
namespace {

namespace json = boost::json;

Error malformed(const std::string& what) {
  return Error{ErrorCode::invalid_input, "attribution gold: " + what};
}

// Byte offset of each code point, and of the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); i += decode_utf8(text, i).length) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

// Fills `out` with the spans of one role; false if they are no pairs of positions.
bool read_spans(const json::value* list, const std::vector<std::uint32_t>& offsets, std::vector<Span>& out) {
  if (list == nullptr || !list->is_array()) return false;
  for (const json::value& pair : list->get_array()) {
    if (!pair.is_array() || pair.get_array().size() != 2) return false;
    const json::value& begin = pair.get_array()[0];
    const json::value& end = pair.get_array()[1];
    if (!begin.is_int64() || !end.is_int64()) return false;
    const std::int64_t b = begin.get_int64();
    const std::int64_t e = end.get_int64();
    if (b < 0 || e <= b || e >= static_cast<std::int64_t>(offsets.size())) return false;
    out.push_back({offsets[static_cast<std::size_t>(b)], offsets[static_cast<std::size_t>(e)]});
  }
  return true;
}

}  // namespace

Result<GoldArticle> read_attribution_gold(std::string_view line) {
  boost::system::error_code error;
  const json::value parsed = json::parse(json::string_view(line.data(), line.size()), error);
  if (error || !parsed.is_object())
    return malformed("expected a JSON object, found '" + error.message() + "'");
  const json::object& object = parsed.get_object();
  const json::value* id = object.if_contains("id");
  const json::value* text = object.if_contains("text");
  const json::value* attributions = object.if_contains("attributions");
  if (id == nullptr || !id->is_string() || text == nullptr || !text->is_string() || attributions == nullptr ||
      !attributions->is_array()) {
    return malformed("expected id, text and attributions");
  }
  GoldArticle article;
  article.id = std::string(id->get_string());
  article.text = std::string(text->get_string());
  if (!is_valid_utf8(article.text)) return malformed("text is not valid UTF-8");
  const std::vector<std::uint32_t> offsets = code_point_offsets(article.text);
  for (const json::value& entry : attributions->get_array()) {
    const json::object* roles = entry.if_object();
    GoldAttribution a;
    if (roles == nullptr || !read_spans(roles->if_contains("source"), offsets, a.source) ||
        !read_spans(roles->if_contains("cue"), offsets, a.cue) ||
        !read_spans(roles->if_contains("content"), offsets, a.content)) {
      return malformed("expected [begin, end) pairs within the text of " + article.id);
    }
    article.attributions.push_back(std::move(a));
  }
  return article;
}

}  // namespace hearsay
