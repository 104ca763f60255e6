// Names of authors out of the lines that name them.
#ifndef HEARSAY_SRC_PAGES_BYLINES_H_
#define HEARSAY_SRC_PAGES_BYLINES_H_

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "By Ada Holm, City Editor, and Per Dahl | 12 March" gives "Ada Holm", "Per Dahl". What leads to the names
// ("By", "Von", "Words:"), titles, offices and dates go; so do addresses, handles (@ada) and names of nobody
// ("admin"). A line that names an agency or a desk gives that: "Reuters". Empty where nobody is named.
// Requires: valid UTF-8.
std::vector<std::string> names_in_byline(std::string_view line);

// "Ada Holm", "Ada Holm and Per Dahl", "Ada Holm, Per Dahl and Eva Strand"; each name once.
std::string join_names(const std::vector<std::string>& names);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_BYLINES_H_
