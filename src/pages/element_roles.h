// What the classes and ids of elements say about what they hold.
#ifndef HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_
#define HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string_view>
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
  kEmbedRole = 256,       // posts of social networks
  kBodyRole = 512,        // the text of the article
  kAuthorRole = 1024,     // about the author
  kDeckRole = 2048,       // what stands between the title and the text
  kImageRole = 4096,      // a picture, perhaps with words
  kComponentRole = 8192,  // of words that some designers use for parts of the article, too: "card"
};
inline constexpr std::uint16_t kApartRoles =
    kFurnitureRole | kCommentRole | kRelatedRole | kAppealRole | kAuthorRole;

// The words of classes and ids that say so.
class ElementRoles {
 public:
  // O(tree). A word in a class that is about a whole page ("has-sidebar", "category-...") says nothing.
  explicit ElementRoles(const HtmlTree& tree);

  // A word on an element that holds most of the sentences of a page says nothing of it, and "widget"
  // nothing where all widgets together do. `prose`: for each node, bytes of
  // sentences directly in it. Requires: called once. O(tree).
  void drop_roles_of_most(const std::vector<std::int64_t>& prose);

  // Leaves the roles that tags give.
  void drop_words();

  // Those of an element and of all around it.
  std::uint16_t of(std::uint32_t node) const { return inherited_[node]; }

 private:
  struct Word {
    std::uint32_t node = 0;
    std::uint16_t word = 0;
  };
  void read_names(std::uint32_t node, std::string_view names);
  void inherit();

  const HtmlTree& tree_;
  std::vector<Word> words_;  // of elements in document order
  std::vector<std::uint16_t> by_tag_;
  std::vector<std::uint16_t> inherited_;
  std::vector<bool> dropped_;  // one for each of words_
  boost::unordered_flat_map<std::string_view, std::vector<std::uint16_t>>
      known_;  // pages use few classes, many times
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_ELEMENT_ROLES_H_
