#include "pages/html_tag.h"

#include <array>
#include <cstddef>

namespace hearsay {
namespace {

struct TagRow {
  std::string_view name;
  unsigned traits = 0;
};

// In the order of HtmlTag.
constexpr std::array<TagRow, kHtmlTagCount> kTags = {{
    {"#text", 0},
    {"#unknown", 0},
    {"a", kFormatting},
    {"abbr", 0},
    {"acronym", 0},
    {"address", kSpecial | kClosesParagraph | kBlock},
    {"applet", kSpecial | kScopeEdge},
    {"area", kVoid | kSpecial},
    {"article", kSpecial | kClosesParagraph | kBlock},
    {"aside", kSpecial | kClosesParagraph | kBlock},
    {"audio", 0},
    {"b", kFormatting | kLeavesForeign},
    {"base", kVoid | kSpecial | kMetadata},
    {"basefont", kVoid | kSpecial | kMetadata},
    {"bdi", 0},
    {"bdo", 0},
    {"bgsound", kVoid | kSpecial | kMetadata},
    {"big", kFormatting | kLeavesForeign},
    {"blockquote", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"body", kSpecial | kLeavesForeign | kBlock},
    {"br", kVoid | kSpecial | kLeavesForeign},
    {"button", kSpecial},
    {"canvas", 0},
    {"caption", kSpecial | kScopeEdge | kBlock | kTablePart},
    {"center", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"cite", 0},
    {"code", kFormatting | kLeavesForeign},
    {"col", kVoid | kSpecial | kTablePart},
    {"colgroup", kSpecial | kTablePart},
    {"data", 0},
    {"datalist", 0},
    {"dd", kSpecial | kClosesParagraph | kLeavesForeign | kImpliedEnd | kBlock},
    {"del", 0},
    {"desc", 0},
    {"details", kSpecial | kClosesParagraph | kBlock},
    {"dfn", 0},
    {"dialog", kClosesParagraph | kBlock},
    {"dir", kSpecial | kClosesParagraph | kBlock},
    {"div", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"dl", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"dt", kSpecial | kClosesParagraph | kLeavesForeign | kImpliedEnd | kBlock},
    {"em", kFormatting | kLeavesForeign},
    {"embed", kVoid | kSpecial | kLeavesForeign},
    {"fieldset", kSpecial | kClosesParagraph | kBlock},
    {"figcaption", kSpecial | kClosesParagraph | kBlock},
    {"figure", kSpecial | kClosesParagraph | kBlock},
    {"font", kFormatting},
    {"footer", kSpecial | kClosesParagraph | kBlock},
    {"foreignobject", 0},
    {"form", kSpecial | kClosesParagraph | kBlock},
    {"frame", kVoid | kSpecial},
    {"frameset", kSpecial | kBlock},
    {"h1", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"h2", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"h3", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"h4", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"h5", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"h6", kSpecial | kClosesParagraph | kLeavesForeign | kHeading | kBlock},
    {"head", kSpecial | kLeavesForeign},
    {"header", kSpecial | kClosesParagraph | kBlock},
    {"hgroup", kSpecial | kClosesParagraph | kBlock},
    {"hr", kVoid | kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"html", kSpecial | kScopeEdge | kBlock},
    {"i", kFormatting | kLeavesForeign},
    {"iframe", kSpecial | kRawText},
    {"image", 0},
    {"img", kVoid | kSpecial | kLeavesForeign},
    {"input", kVoid | kSpecial},
    {"ins", 0},
    {"kbd", 0},
    {"keygen", kVoid | kSpecial},
    {"label", 0},
    {"legend", kBlock},
    {"li", kSpecial | kClosesParagraph | kLeavesForeign | kImpliedEnd | kBlock},
    {"link", kVoid | kSpecial | kMetadata},
    {"listing", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"main", kSpecial | kClosesParagraph | kBlock},
    {"map", 0},
    {"mark", 0},
    {"marquee", kSpecial | kScopeEdge},
    {"math", 0},
    {"menu", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"menuitem", 0},
    {"meta", kVoid | kSpecial | kLeavesForeign | kMetadata},
    {"meter", 0},
    {"nav", kSpecial | kClosesParagraph | kBlock},
    {"nobr", kFormatting | kLeavesForeign},
    {"noembed", kSpecial | kRawText},
    {"noframes", kSpecial | kRawText | kMetadata},
    {"noscript", kSpecial | kMetadata},
    {"object", kSpecial | kScopeEdge},
    {"ol", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"optgroup", kImpliedEnd | kBlock},
    {"option", kImpliedEnd | kBlock},
    {"output", 0},
    {"p", kSpecial | kClosesParagraph | kLeavesForeign | kImpliedEnd | kBlock},
    {"param", kVoid | kSpecial},
    {"picture", 0},
    {"plaintext", kSpecial | kClosesParagraph | kBlock},
    {"pre", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"progress", 0},
    {"q", 0},
    {"rb", kImpliedEnd},
    {"rp", kImpliedEnd},
    {"rt", kImpliedEnd},
    {"rtc", kImpliedEnd},
    {"ruby", kLeavesForeign},
    {"s", kFormatting | kLeavesForeign},
    {"samp", 0},
    {"script", kSpecial | kRawText | kMetadata},
    {"search", kSpecial | kClosesParagraph | kBlock},
    {"section", kSpecial | kClosesParagraph | kBlock},
    {"select", kSpecial},
    {"slot", 0},
    {"small", kFormatting | kLeavesForeign},
    {"source", kVoid | kSpecial},
    {"span", kLeavesForeign},
    {"strike", kFormatting | kLeavesForeign},
    {"strong", kFormatting | kLeavesForeign},
    {"style", kSpecial | kRawText | kMetadata},
    {"sub", kLeavesForeign},
    {"summary", kSpecial | kClosesParagraph | kBlock},
    {"sup", kLeavesForeign},
    {"svg", 0},
    {"table", kSpecial | kClosesParagraph | kScopeEdge | kLeavesForeign | kBlock},
    {"tbody", kSpecial | kBlock | kTablePart},
    {"td", kSpecial | kScopeEdge | kBlock | kTablePart},
    {"template", kSpecial | kScopeEdge | kMetadata},
    {"textarea", kSpecial | kEscapableText},
    {"tfoot", kSpecial | kBlock | kTablePart},
    {"th", kSpecial | kScopeEdge | kBlock | kTablePart},
    {"thead", kSpecial | kBlock | kTablePart},
    {"time", 0},
    {"title", kSpecial | kEscapableText | kMetadata},
    {"tr", kSpecial | kBlock | kTablePart},
    {"track", kVoid | kSpecial},
    {"tt", kFormatting | kLeavesForeign},
    {"u", kFormatting | kLeavesForeign},
    {"ul", kSpecial | kClosesParagraph | kLeavesForeign | kBlock},
    {"var", kLeavesForeign},
    {"video", 0},
    {"wbr", kVoid | kSpecial},
    {"xmp", kSpecial | kClosesParagraph | kRawText | kBlock},
}};

constexpr std::size_t kSlots = 1024;

constexpr std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % kSlots;
}

// Open addressing; 0, which is no element's name, marks what is free.
constexpr std::array<std::uint8_t, kSlots> make_slots() {
  std::array<std::uint8_t, kSlots> slots{};
  for (std::size_t tag = 2; tag < kTags.size(); ++tag) {
    std::size_t slot = slot_of(kTags[tag].name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(tag);
  }
  return slots;
}

constexpr std::array<std::uint8_t, kSlots> kTagSlots = make_slots();

}  // namespace

HtmlTag tag_of_name(std::string_view lower_case_name) {
  for (std::size_t slot = slot_of(lower_case_name); kTagSlots[slot] != 0; slot = (slot + 1) % kSlots) {
    if (kTags[kTagSlots[slot]].name == lower_case_name) return static_cast<HtmlTag>(kTagSlots[slot]);
  }
  return HtmlTag::unknown;
}

std::string_view to_string(HtmlTag tag) { return kTags[static_cast<std::size_t>(tag)].name; }

bool has_traits(HtmlTag tag, unsigned traits) {
  return (kTags[static_cast<std::size_t>(tag)].traits & traits) == traits;
}

bool has_any_trait(HtmlTag tag, unsigned traits) {
  return (kTags[static_cast<std::size_t>(tag)].traits & traits) != 0;
}

}  // namespace hearsay
