// What the classes and ids of elements say about what they hold.
#ifndef HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_
#define HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_

#include <cstdint>
#include <vector>

#include "pages/html_tree.h"

namespace hearsay {

// An element may have several.
enum ElementRole : std::uint16_t {
  kFurnitureRole = 1,  // navigation, footers, sharing, advertisements, notices
  kCommentRole = 2,    // what readers wrote
  kRelatedRole = 4,    // other articles
  kAppealRole = 8,     // newsletters, subscriptions
  kCaptionRole = 16,
  kCreditRole = 32,
  kBylineRole = 64,
  kDateRole = 128,
  kEmbedRole = 256,    // posts of social networks
  kBodyRole = 512,     // the text of the article
  kAuthorRole = 1024,  // about the author
  kDeckRole = 2048,    // what stands between the title and the text
  kImageRole = 4096,   // a picture, perhaps with words
};
inline constexpr std::uint16_t kApartRoles =
    kFurnitureRole | kCommentRole | kRelatedRole | kAppealRole | kAuthorRole;

// The roles that each element has by its tag and the words of its class and id ("related-stories",
// "articleBody"), without those of the elements around it. A word in a class that browsers
// see on a whole page ("has-sidebar", "category-...") is none. O(tree).
std::vector<std::uint16_t> find_roles(const HtmlTree& tree);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_
