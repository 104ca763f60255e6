#include "pages/element_roles.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

using RoleTable = boost::unordered_flat_map<std::string_view, std::uint16_t>;

// Words that designers of many sites use. Two words that follow each other are one entry.
constexpr std::pair<std::uint16_t, std::string_view> kWords[] = {
    {kFurnitureRole,
     "nav navbar navigation subnav menu submenu breadcrumb breadcrumbs crumbs masthead topbar navbar "
     "pagination pager "
     "footer foot copyright colophon disclaimer share sharing sharebar shares social socials addthis "
     "addtoany sharedaddy "
     "jp-relatedposts ad ads adv advert adverts advertisement advertising advertorial adslot adsense dfp gpt "
     "sponsor sponsored "
     "cookie cookies consent gdpr gprd ccpa onetrust modal popup overlay lightbox tooltip toolbar sidebar "
     "rail skyscraper "
     "widget widgets print printonly login signin register toc tags taglist keywords hashtags polls poll "
     "quiz rating ratings "
     "captcha search searchbox sr-only screen-reader-text visuallyhidden hidden skip skiplink dropdown "
     "flyout "
     "weather ticker marquee breakingnews breaking-news browser-warning unsupported outdated ie-only banner "
     "alert "
     "tools utility utilities print-header print-footer follow sitemap dont-miss loading placeholder"},
    {kCommentRole,
     "comment comments disqus commentlist respond thecomment livefyre discussion replies coral fb-comments "
     "comment-form commentform viafoura spotim"},
    {kRelatedRole,
     "related relateds recommended recommendations recommendation recirc recirculation trending popular "
     "mostpopular "
     "most-popular most-read mostread most-viewed latest outbrain taboola teaser teasers promo promos "
     "promotion "
     "more-from more-stories more-news read-more readmore read-next read-also also-read also-like see-also "
     "next-article up-next "
     "further suggested suggestions similar crosslinks internal-links linkbox morefrom you-may you-might "
     "around-the previous-post next-post post-nav headlines topstories top-stories editors-picks "
     "featured-posts "
     "carousel slider card cards collection collections excerpt story-list post-list list-article newsfeed "
     "recent recents archive-list"},
    {kAppealRole,
     "newsletter newsletters subscribe subscription subscriptions signup sign-up optin opt-in cta membership "
     "donate donation donations registration-wall regwall mailchimp nrplus email-signup call-to"},
    {kCaptionRole, "caption captions figcaption cutline wp-caption-text photo-text image-text media-text"},
    {kImageRole, "photo image img picture thumb thumbnail figure gallery slide slideshow media video"},
    {kCreditRole, "credit credits photocredit photographer image-source copyright-notice"},
    {kBylineRole,
     "byline bylines author-name writer posted-by contributors contributor meta-author entry-author"},
    {kDateRole,
     "dateline timestamp pubdate publish-date published-date post-date entry-date article-date "
     "date-published "
     "publish-info dates datetime time-stamp updated post-meta entry-meta article-meta posted-on pubinfo "
     "dateline"},
    {kEmbedRole, "tweet twitter-tweet instagram-media fb-post social-media-embed tiktok-embed reddit-embed"},
    {kBodyRole,
     "articlebody article-body story-body entry-content post-content article-content articletext "
     "article-text "
     "story-text story-content body-copy body-content body-text article-copy content-body post-body "
     "article-main storybody article-paragraph articlecontent rich-text richtext"},
    {kAuthorRole,
     "bio biography author-bio about-author author-box authorbox author-content author-description "
     "author-info post-author "
     "about-the contact-reporter shortbio"},
    {kDeckRole,
     "dek deck standfirst subtitle subheadline subhead summary lede article-lead sub-title hed-dek "
     "strapline"},
};

RoleTable read_words() {
  RoleTable table;
  for (const auto& [role, words] : kWords) {
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t end = std::min(words.find(' ', i), words.size());
      table[words.substr(i, end - i)] |= role;
      i = end + 1;
    }
  }
  return table;
}

const RoleTable& table() {
  static const RoleTable words = read_words();
  return words;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9'); }

// What such classes name is not what the element holds, but what the page has, or how it looks.
bool is_about_page(std::string_view token) {
  constexpr std::string_view kBegins[] = {"category-", "tag-",    "has-",    "no-",   "with-",    "without-",
                                          "post-type", "format-", "status-", "page-", "section-", "template-",
                                          "theme-",    "lg:",     "md:",     "sm:"};
  return std::any_of(std::begin(kBegins), std::end(kBegins),
                     [&](std::string_view begin) { return token.starts_with(begin); });
}

std::uint16_t roles_of_word(std::string_view word) {
  const auto found = table().find(word);
  return found == table().end() ? std::uint16_t{0} : found->second;
}

// The roles of one class: "RelatedStories-list" has the words "related", "stories", "list", and those with
// their neighbours.
std::uint16_t roles_of_token(std::string_view token) {
  if (is_about_page(token) || token.size() > 200) return 0;
  std::string words;                       // joined by "-", in lower case
  std::size_t before = std::string::npos;  // where the word before begins
  std::size_t begin = 0;
  std::uint16_t roles = 0;
  const auto finish = [&] {
    if (words.size() == begin) return;
    roles |= roles_of_word(std::string_view(words).substr(begin));
    if (before != std::string::npos) roles |= roles_of_word(std::string_view(words).substr(before));
    before = begin;
    words += '-';
    begin = words.size();
  };
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (!is_alnum(c)) {
      finish();
      continue;
    }
    const bool begins_word = is_upper(c) && i > 0 &&
                             (is_lower(token[i - 1]) ||
                              (i + 1 < token.size() && is_upper(token[i - 1]) && is_lower(token[i + 1])));
    if (begins_word) finish();
    words += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  finish();
  return roles;
}

std::uint16_t roles_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::nav:
    case HtmlTag::footer:
    case HtmlTag::menu:
      return kFurnitureRole;
    case HtmlTag::aside:
      return kRelatedRole;
    case HtmlTag::figcaption:
    case HtmlTag::figure:
      return kCaptionRole;
    default:
      return 0;
  }
}

class RoleFinder {
 public:
  std::uint16_t of_names(std::string_view names) {
    const auto known = known_.find(names);
    if (known != known_.end()) return known->second;
    std::uint16_t roles = 0;
    for (std::size_t i = 0; i < names.size();) {
      const std::size_t end = std::min(names.find_first_of(" \n\t\r\f", i), names.size());
      roles |= roles_of_token(names.substr(i, end - i));
      i = end + 1;
    }
    known_.emplace(names, roles);
    return roles;
  }

 private:
  RoleTable known_;  // pages use few classes, many times
};

}  // namespace

std::vector<std::uint16_t> find_roles(const HtmlTree& tree) {
  std::vector<std::uint16_t> roles(tree.size());
  RoleFinder finder;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const HtmlTag tag = tree[i].tag;
    if (tag == HtmlTag::text || tag == HtmlTag::body) continue;
    roles[i] = roles_of_tag(tag);
    for (const HtmlAttribute& attribute : tree.attributes(i)) {
      if (attribute.name == "class" || attribute.name == "id") roles[i] |= finder.of_names(attribute.value);
      if (attribute.name == "itemprop" && attribute.value == "articleBody") roles[i] |= kBodyRole;
      if (attribute.name == "role" && (attribute.value == "navigation" || attribute.value == "contentinfo" ||
                                       attribute.value == "banner"))
        roles[i] |= kFurnitureRole;
    }
    if ((roles[i] & kEmbedRole) != 0) roles[i] &= kEmbedRole | kBodyRole;
  }
  return roles;
}

}  // namespace hearsay
