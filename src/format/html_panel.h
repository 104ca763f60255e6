// The panel beside an article's text: its claims by source, and its dated events.
#ifndef HEARSAY_SRC_FORMAT_HTML_PANEL_H_
#define HEARSAY_SRC_FORMAT_HTML_PANEL_H_

#include <cstddef>
#include <string>

#include "hearsay/document.h"

namespace hearsay {

// `number` counts documents of the page from 0.
void append_panel(const Document& doc, std::size_t number, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_PANEL_H_
