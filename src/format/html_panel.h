// The panel beside an article's text: its claims by source, and its dated events.
#ifndef HEARSAY_SRC_FORMAT_HTML_PANEL_H_
#define HEARSAY_SRC_FORMAT_HTML_PANEL_H_

#include <cstddef>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// `number` counts documents of the page from 0. `notes` are HTML to stand below the entry of
// each claim; none, or one for each attribution.
void append_panel(const Document& doc, std::size_t number, const std::vector<std::string>& notes,
                  std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_PANEL_H_
