// An article on a page: its text with everything highlighted, and the panel of its claims.
#ifndef HEARSAY_SRC_FORMAT_HTML_ARTICLE_H_
#define HEARSAY_SRC_FORMAT_HTML_ARTICLE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// `number` counts articles of the page from 0. `notes`, where there are any, are HTML to stand
// below the entry of each claim in the panel.
void append_article(const Document& doc, std::size_t number, const std::vector<std::string>& notes,
                    std::string& out);

// Links to the articles of a page, in their order.
void append_contents(const std::vector<Document>& docs, std::string& out);

// What the marks in an article's text mean.
void append_legend(std::string& out);

// Its title, else what it is kept under.
std::string_view headline(const Document& doc);

// "1 claim", "2 claims".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_ARTICLE_H_
