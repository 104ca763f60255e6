#include "pages/element_roles.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

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
     "printonly print-only only-print visually-hidden is-hidden login signin register tags taglist keywords "
     "hashtags polls poll "
     "quiz rating ratings "
     "captcha search searchbox sr-only screen-reader visuallyhidden skip skiplink dropdown "
     "flyout "
     "weather ticker marquee breakingnews breaking-news browser-warning unsupported outdated ie-only banner "
     "alert "
     "print-header print-footer follow sitemap dont-miss"},
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
     "story-list post-list list-article newsfeed "
     "recent recents archive-list"},
    {kAppealRole,
     "newsletter newsletters subscribe subscription subscriptions signup sign-up optin opt-in cta membership "
     "donate donation donations registration-wall regwall mailchimp nrplus email-signup call-to"},
    {kCaptionRole, "caption captions figcaption cutline caption-text photo-text image-text media-text"},
    {kImageRole, "photo image img picture thumb thumbnail figure gallery slide slideshow media video"},
    {kCreditRole, "credit credits photocredit photographer image-source copyright-notice"},
    {kBylineRole,
     "byline bylines author-name writer posted-by contributors contributor meta-author entry-author"},
    {kDateRole,
     "dateline timestamp pubdate publish-date published-date post-date entry-date article-date "
     "date-published "
     "publish-info dates datetime time-stamp updated post-meta entry-meta article-meta posted-on pubinfo "
     "dateline"},
    {kEmbedRole,
     "media-embed tweet-embed social-embed tweet twitter-tweet instagram-media fb-post social-media-embed "
     "tiktok-embed reddit-embed"},
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

struct WordTable {
  boost::unordered_flat_map<std::string_view, std::uint16_t> index;
  std::vector<std::uint16_t> roles;  // of each word
};

WordTable read_words() {
  WordTable table;
  for (const auto& [role, words] : kWords) {
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t end = std::min(words.find(' ', i), words.size());
      const auto [entry, is_new] =
          table.index.emplace(words.substr(i, end - i), static_cast<std::uint16_t>(table.roles.size()));
      if (is_new) table.roles.push_back(0);
      table.roles[entry->second] |= role;
      i = end + 1;
    }
  }
  return table;
}

const WordTable& table() {
  static const WordTable words = read_words();
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

// The words of one class: "RelatedStories-list" has "related", "stories", "list", and each with its
// neighbour.
void add_words_of(std::string_view token, std::vector<std::uint16_t>& found) {
  if (is_about_page(token) || token.size() > 200) return;
  std::string words;                       // joined by "-", in lower case
  std::size_t before = std::string::npos;  // where the word before begins
  std::size_t begin = 0;
  const auto look_up = [&](std::size_t from) {
    const auto entry = table().index.find(std::string_view(words).substr(from));
    if (entry == table().index.end()) return;
    if (std::find(found.begin(), found.end(), entry->second) == found.end()) found.push_back(entry->second);
  };
  const auto finish = [&] {
    if (words.size() == begin) return;
    look_up(begin);
    if (before != std::string::npos) look_up(before);
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
}

std::uint16_t roles_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::nav:
    case HtmlTag::footer:
    case HtmlTag::menu:
    case HtmlTag::form:
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

std::uint16_t roles_of_role(std::string_view role) {
  return role == "navigation" || role == "contentinfo" || role == "banner" ? kFurnitureRole : 0;
}

}  // namespace

ElementRoles::ElementRoles(const HtmlTree& tree)
    : tree_(tree), by_tag_(tree.size()), inherited_(tree.size()) {
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const HtmlTag tag = tree[i].tag;
    if (tag == HtmlTag::text || tag == HtmlTag::body) continue;
    by_tag_[i] = roles_of_tag(tag);
    for (const HtmlAttribute& attribute : tree.attributes(i)) {
      if (attribute.name == "class" || attribute.name == "id") read_names(i, attribute.value);
      if (attribute.name == "itemprop" && attribute.value == "articleBody") by_tag_[i] |= kBodyRole;
      if (attribute.name == "role") by_tag_[i] |= roles_of_role(attribute.value);
    }
  }
  dropped_.resize(words_.size());
  inherit();
}

void ElementRoles::read_names(std::uint32_t node, std::string_view names) {
  const auto [known, is_new] = known_.try_emplace(names);
  if (is_new) {
    for (std::size_t i = 0; i < names.size();) {
      const std::size_t end = std::min(names.find_first_of(" \n\t\r\f", i), names.size());
      add_words_of(names.substr(i, end - i), known->second);
      i = end + 1;
    }
  }
  for (const std::uint16_t word : known->second) words_.push_back({node, word});
}

void ElementRoles::inherit() {
  std::size_t next = 0;
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    std::uint16_t own = by_tag_[i];
    for (; next < words_.size() && words_[next].node == i; ++next) {
      if (!dropped_[next]) own |= table().roles[words_[next].word];
    }
    // A post of a social network is no button to share.
    if ((own & kEmbedRole) != 0) own &= static_cast<std::uint16_t>(~kApartRoles);
    inherited_[i] = own | inherited_[tree_[i].parent];
  }
}

void ElementRoles::drop_words() {
  dropped_.assign(words_.size(), true);
  inherit();
}

void ElementRoles::drop_roles_of_most(const std::vector<std::int64_t>& prose) {
  constexpr std::int64_t kLeast = 250;  // an article is longer than that
  std::vector<std::int64_t> below = prose;
  for (std::uint32_t i = tree_.size(); i-- > 1;) below[tree_[i].parent] += below[i];
  const std::int64_t all = below[0];
  const auto holds_most = [&](std::uint16_t roles, std::int64_t held) {
    return (roles & kCommentRole) != 0 ? all - held < kLeast : held * 2 > all;
  };
  // Of each word, what its outermost elements hold.
  std::vector<std::int64_t> held(table().roles.size());
  std::vector<std::uint32_t> end(table().roles.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto [node, word] = words_[i];
    dropped_[i] = (table().roles[word] & kBodyRole) == 0 && holds_most(table().roles[word], below[node]);
    if (dropped_[i] || node < end[word]) continue;
    end[word] = tree_[node].end;
    held[word] += below[node];
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint16_t roles = table().roles[words_[i].word];
    if ((roles & kComponentRole) != 0 && holds_most(roles, held[words_[i].word])) dropped_[i] = true;
  }
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    if (holds_most(by_tag_[i], below[i])) by_tag_[i] &= kBodyRole;
  }
  inherit();
}

}  // namespace hearsay
