// The sections of a page about a ledger: who stands where, and where accounts differ.
#ifndef HEARSAY_SRC_FORMAT_HTML_BOARD_H_
#define HEARSAY_SRC_FORMAT_HTML_BOARD_H_

#include <string>

#include "format/story_page.h"

namespace hearsay {

// A card a thread: "t1", "t2", ... are their ids.
void append_threads(const StoryPage& page, const StoryPlaces& places, std::string& out);

// Both wordings side by side for each relation, "r1", "r2", ...; those about one statement
// stand together.
void append_disagreements(const StoryPage& page, const StoryPlaces& places, std::string& out);

// Links from an article's claims to the cards that they are in: HTML for each attribution, ""
// for most.
std::vector<std::string> board_links(const StoryPage& page, const Document& article);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_BOARD_H_
