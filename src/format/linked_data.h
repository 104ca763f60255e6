// What a page says of its article as JSON-LD, in the vocabulary of schema.org.
#ifndef HEARSAY_SRC_FORMAT_LINKED_DATA_H_
#define HEARSAY_SRC_FORMAT_LINKED_DATA_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// How far a description is one of the article: the larger, the further.
enum class LinkedKind : std::uint8_t {
  page,     // WebPage and its subtypes
  work,     // another creative work that is dated: Recipe, VideoObject
  posting,  // BlogPosting, SocialMediaPosting, DiscussionForumPosting
  article,  // Article, NewsArticle, Report and their subtypes
};

// Texts are as they stand there but for white space around them; dates as written.
struct LinkedArticle {
  LinkedKind kind = LinkedKind::page;
  std::string type;  // "NewsArticle"
  std::string url;   // url, mainEntityOfPage or @id, the first that is there
  std::string headline;
  std::string published;
  std::string modified;
  std::string language;
  std::string section;
  std::string body;  // articleBody
  std::string publisher;
  std::vector<std::string> authors;
};

struct LinkedPage {
  std::vector<LinkedArticle> articles;  // in the order of the page
  std::string site;                     // name of a WebSite, else of an Organization
};

// The longest script that is read, and how many articles are kept.
inline constexpr std::size_t kMaxLinkedBytes = std::size_t{4} << 20;
inline constexpr std::size_t kMaxLinkedArticles = 32;

// Adds what the content of a <script type="application/ld+json"> says. References by @id are followed
// within it. Of lists of other articles (itemListElement, hasPart) nothing is taken. JSON that is broken in
// the ways that are usual on pages (line breaks in strings, comments, commas too many, several values, an end
// that is missing) is read as it was meant; what cannot be read adds nothing. Requires: valid UTF-8.
// O(script).
void read_linked_data(std::string_view script, LinkedPage& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_LINKED_DATA_H_
