// One self-contained page about a ledger: who stands where, where accounts differ, the
// timeline, and each article with everything highlighted. It works without a script and
// fetches nothing.
#ifndef HEARSAY_SRC_FORMAT_STORY_HTML_H_
#define HEARSAY_SRC_FORMAT_STORY_HTML_H_

#include <string>

#include "format/story_page.h"

namespace hearsay {

std::string to_html(const StoryPage& page);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_STORY_HTML_H_
