#include "ingest/block_kinds.h"

#include <algorithm>
#include <span>

#include "ingest/block_rules.h"

namespace hearsay {
namespace {

using Words = std::span<const BlockWord>;

bool is_one_of(std::string_view word, std::span<const std::string_view> set) {
  return std::ranges::find(set, word) != set.end();
}

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december",
                                        "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
                                        "aug",     "sep",      "sept",      "oct",     "nov",      "dec"};
constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                      "sunday", "mon",     "tue",       "tues",     "wed",    "thu",
                                      "thur",   "thurs",   "fri",       "sat",      "sun"};
// What stands around a date in the line that tells when an article was published.
constexpr std::string_view kOfDates[] = {
    "published", "originally", "in",      "updated", "posted", "modified", "last", "first", "created",
    "on",        "at",         "date",    "time",    "am",     "pm",       "a.m",  "p.m",   "gmt",
    "utc",       "bst",        "est",     "edt",     "cst",    "cdt",      "mst",  "mdt",   "pst",
    "pdt",       "et",         "pt",      "cet",     "ist",    "aest",     "aedt", "sgt",   "hrs",
    "hours",     "hour",       "minutes", "minute",  "mins",   "days",     "day",  "ago",   "of",
    "th",        "st",         "nd",      "rd",      "the",    "read",     "min"};
// Where a page is passed on.
constexpr std::string_view kSharing[] = {
    "share",     "facebook", "twitter",  "x",         "whatsapp", "email",     "e-mail", "linkedin",
    "pinterest", "reddit",   "telegram", "messenger", "tumblr",   "flipboard", "tweet",  "pin",
    "bluesky",   "threads",  "mastodon", "copy",      "link",     "print",     "url",    "sms",
    "on",        "via",      "this",     "article",   "story",    "instagram"};
// Who supplies pictures.
constexpr std::string_view kAgencies[] = {
    "getty",     "reuters",   "afp",      "ap",        "epa",         "shutterstock", "istock", "alamy",
    "xinhua",    "zuma",      "unsplash", "pexels",    "pixabay",     "epa-efe",      "efe",    "anadolu",
    "bloomberg", "instagram", "flickr",   "wikimedia", "gettyimages", "sipa",         "magnum", "tass"};
constexpr std::string_view kPhotoWords[] = {"photo",   "photos", "photograph", "photographs",
                                            "picture", "image",  "images"};
constexpr std::string_view kWriting[] = {"reporting", "additional", "editing", "writing",     "with",
                                         "compiled",  "source",     "h",       "contributing"};

constexpr std::size_t kMostCaptionWords = 70;

// Blocks of fewer bytes are looked at word for word. A credit at a caption's end is no longer
// than so many.
constexpr std::size_t kShort = 160;
constexpr std::size_t kCreditBytes = 160;

bool is_mark(const BlockWord& word, std::string_view marks) {
  return !word.is_word && word.lower.size() == 1 && marks.find(word.lower.front()) != marks.npos;
}

bool is_number(const BlockWord& w) { return w.is_word && w.lower.front() >= '0' && w.lower.front() <= '9'; }

std::size_t count_words(Words words) {
  return static_cast<std::size_t>(std::ranges::count_if(words, [](const BlockWord& w) { return w.is_word; }));
}

// Without bullets before, full stops behind, and brackets around.
Words strip(Words words) {
  while (!words.empty() && is_mark(words.front(), "*->|#.:")) words = words.subspan(1);
  while (!words.empty() && is_mark(words.back(), ".|*")) words = words.first(words.size() - 1);
  if (words.size() < 3) return words;
  const bool brackets = (is_mark(words.front(), "(") && is_mark(words.back(), ")")) ||
                        (is_mark(words.front(), "[") && is_mark(words.back(), "]"));
  const bool quotes = is_mark(words.front(), "\"") && is_mark(words.back(), "\"") && words.size() < 14;
  return brackets || quotes ? strip(words.subspan(1, words.size() - 2)) : words;
}

// A date, and nothing but what belongs to a date.
bool is_date_line(Words words) {
  bool has_day = false;
  bool has_number = false;
  for (const BlockWord& w : words) {
    if (!w.is_word) {
      if (!is_mark(w, ",.:|-/*()+")) return false;
    } else if (is_one_of(w.lower, kMonths)) {
      has_day = true;
    } else if (is_number(w)) {
      has_number = true;
      // 2024-03-04 and 4/3/2024
      has_day = has_day || (w.lower.size() == 10 && w.lower[4] == '-' && w.lower[7] == '-');
    } else if (w.lower == "ago") {
      has_day = true;
    } else if (!is_one_of(w.lower, kDays) && !is_one_of(w.lower, kOfDates)) {
      return false;
    }
  }
  return has_day && has_number;
}

// "By Jane Doe" and "By Reuters", not "By Monday" and "By Category"
bool names_somebody(Words byline) {
  if (byline.size() < 2) return false;
  const BlockWord& second = byline[1];
  if (is_number(second) || is_one_of(second.lower, kMonths) || is_one_of(second.lower, kDays)) return false;
  return byline.size() > 2 || is_one_of(second.lower, kAgencies);
}

// "Facebook Twitter WhatsApp Copy link"
bool is_share_line(Words words) {
  const auto is_weak = [](std::string_view w) { return w == "on" || w == "via" || w == "this" || w == "x"; };
  std::size_t strong = 0;
  for (const BlockWord& w : words) {
    if (w.is_word && !is_one_of(w.lower, kSharing)) return false;
    strong += w.is_word && !is_weak(w.lower) ? 1 : 0;
  }
  return strong >= 2;
}

// "Jane Doe/AFP via Getty Images", "Getty": names alone, one of them an agency's.
bool is_agency_credit(Words words) {
  const std::size_t count = count_words(words);
  if (count > 12 || !matches("N $", words)) return false;
  const bool has_agency =
      std::ranges::any_of(words, [](const BlockWord& w) { return is_one_of(w.lower, kAgencies); });
  const bool has_tie = std::ranges::any_of(
      words, [](const BlockWord& w) { return w.lower == "via" || w.lower == "/" || w.lower == "|"; });
  return has_agency && (has_tie || count == 1 || matches("getty images $", words));
}

// A credit that stands behind what a picture shows.
bool is_photo_credit(Words words) {
  words = strip(words);
  if (words.empty() || is_one_of(words.front().lower, kWriting)) return false;
  const bool names_photo =
      is_one_of(words.front().lower, kPhotoWords) || matches("ap|afp|reuters|file photo|image|photos", words);
  if (names_photo) {
    const BlockRule* rule = find_rule(words, count_words(words));
    return (rule != nullptr && rule->kind == BlockKind::credit) ||
           matches("ap|afp|reuters photo|image|photos /|by N $", words);
  }
  return count_words(words) > 1 && is_agency_credit(words);
}

// "Ada Holm at the bridge on Monday. (Jane Doe/AP)"
bool ends_with_photo_credit(Words words) {
  while (!words.empty() && is_mark(words.back(), ".")) words = words.first(words.size() - 1);
  for (std::size_t i = words.size(); i-- > 1 && words.size() - i < 26;) {
    const bool after_stop = is_mark(words[i - 1], ".)");
    if (is_mark(words[i], "([") || (after_stop && words[i].is_word)) {
      if (is_photo_credit(words.subspan(i))) return true;
      if (is_mark(words[i], "([")) return false;
    }
  }
  return false;
}

bool is_caption(Words words, std::size_t count) {
  if (count > kMostCaptionWords) return false;
  if (matches("file|archive - N", words) || matches("file photo|image|picture :|- *", words) ||
      matches("pictured|caption|above|photo :", words) ||
      matches("image|photo|picture caption :? N", words)) {
    return true;
  }
  return ends_with_photo_credit(words);
}

// "... pic.example.com/x - Ada Holm (@holm) March 4, 2024"
bool is_embed(Words words) {
  if (words.size() < 6) return false;
  Words tail = words.last(std::min<std::size_t>(words.size(), 8));
  for (; tail.size() >= 5; tail = tail.subspan(1)) {
    if (matches("( @ )", tail) && is_date_line(tail.subspan(3))) return true;
  }
  return false;
}

// A longer block is a paragraph unless it begins or ends as few paragraphs do: that is told
// without a look at each word.
bool is_worth_reading(std::string_view text, BlockWords& block) {
  block.read(text, 8);
  const Words beginning = strip(block.words());
  if (beginning.empty() || has_rules(beginning.front().lower)) return true;
  for (const std::string_view part :
       {"ontributed", "ights reserved", "ights Reserved", "RIGHTS RESERVED", "opyright"}) {
    if (text.find(part) != text.npos) return true;
  }
  const std::string_view end = text.substr(text.size() - std::min(text.size(), kCreditBytes));
  for (const std::string_view part : {"/", "hoto", "HOTO", "mage", " via ", "(@"}) {
    if (end.find(part) != end.npos) return true;
  }
  return false;
}

}  // namespace

BlockKind kind_of_block(std::string_view text, BlockWords& block) {
  if (text.size() > kShort && !is_worth_reading(text, block)) return BlockKind::paragraph;
  block.read(text);
  if (block.count() == 0 || block.is_cut()) return BlockKind::paragraph;
  const Words words = strip(block.words());
  const std::size_t count = count_words(words);
  if (count <= 20 && is_date_line(words)) return BlockKind::dateline;
  if (count <= 20 && is_share_line(words)) return BlockKind::furniture;
  const BlockRule* rule = find_rule(words, count);
  if (rule != nullptr && (rule->kind != BlockKind::byline || names_somebody(words))) return rule->kind;
  if (is_agency_credit(words)) return BlockKind::credit;
  if (is_caption(block.words(), count)) return BlockKind::caption;
  if (is_embed(block.words())) return BlockKind::embed;
  return BlockKind::paragraph;
}

}  // namespace hearsay
