#include "pages/page_dates.h"

#include <algorithm>

#include "pages/visible_dates.h"

namespace hearsay {
namespace {

using MaybeDate = std::optional<WrittenDate>;

MaybeDate meta_date(const PageEvidence& evidence, DateOrder order,
                    std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const MetaTag& meta : evidence.metas) {
      if (meta.name != name) continue;
      if (const MaybeDate date = read_date_value(meta.content, order)) return date;
    }
  }
  return std::nullopt;
}

MaybeDate published_by_meta(const PageEvidence& evidence, DateOrder order) {
  return meta_date(evidence, order,
                   {"article:published_time",
                    "og:article:published_time",
                    "article:published",
                    "og:published_time",
                    "og:pubdate",
                    "published_time",
                    "datepublished",
                    "parsely-pub-date",
                    "sailthru.date",
                    "cxenseparse:recs:publishtime",
                    "cxenseparse:publishtime",
                    "shareaholic:article_published_time",
                    "prism.publicationdate",
                    "dc.date.issued",
                    "dcterms.issued",
                    "dc.date.created",
                    "dcterms.created",
                    "dcterms:created",
                    "publish-date",
                    "publishdate",
                    "publish_date",
                    "publication_date",
                    "publication-date",
                    "publicationdate",
                    "pubdate",
                    "pub_date",
                    "date_published",
                    "published_date",
                    "publisheddate",
                    "published-date",
                    "article_date_original",
                    "article.published",
                    "originalpublicationdate",
                    "displaydate",
                    "dc.date",
                    "dcterms.date",
                    "dc:date",
                    "dtk:publishdate",
                    "citation_publication_date",
                    "citation_online_date",
                    "bepress_citation_date",
                    "date",
                    "rbpubdate",
                    "analyticsattributes.articledate",
                    "article:post_date",
                    "created",
                    "datecreated",
                    "article.created",
                    "createdate",
                    "cludo:date",
                    "by date"});
}

MaybeDate modified_by_meta(const PageEvidence& evidence, DateOrder order) {
  return meta_date(
      evidence, order,
      {"article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time",
       "datemodified", "dc.date.modified", "dcterms.modified", "modified_time", "lastmod", "last-modified",
       "last_modified", "modified", "updated", "cxenseparse:modifiedtime", "revised"});
}

MaybeDate value_of(std::string_view text, DateOrder order) {
  return text.empty() ? std::nullopt : read_date_value(text, order);
}

const VisibleDate* best(const std::vector<VisibleDate>& dates, auto&& wanted, int least) {
  const VisibleDate* found = nullptr;
  for (const VisibleDate& date : dates) {
    if (date.score >= least && wanted(date) && (found == nullptr || date.score > found->score)) found = &date;
  }
  return found;
}

bool is_same_day(const WrittenDate& a, const WrittenDate& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// Programs write moments in UTC; the day of the article is the one that its readers see.
void use_local_day(const std::vector<VisibleDate>& visible, std::string_view url, WrittenDate& published) {
  if (const MaybeDate by_url = find_url_date(url); by_url && is_local_day_of(*by_url, published)) {
    published = *by_url;
    return;
  }
  const VisibleDate* found = best(
      visible, [](const VisibleDate& d) { return d.role != DateRole::modified; }, 3);
  if (found != nullptr && is_local_day_of(found->date, published)) published = found->date;
}

}  // namespace

PageDates find_page_dates(const HtmlTree& tree, const PageEvidence& evidence, const DateQuestion& question) {
  const DateOrder order = date_order_of(question.language);
  PageDates dates;
  const LinkedArticle* a = question.article;
  const bool is_article = a != nullptr && a->kind >= LinkedKind::posting;
  if (is_article) dates.published = value_of(a->published, order);
  if (!dates.published) dates.published = published_by_meta(evidence, order);
  if (!dates.published && a != nullptr) dates.published = value_of(a->published, order);
  dates.modified = a == nullptr ? std::nullopt : value_of(a->modified, order);
  if (!dates.modified) dates.modified = modified_by_meta(evidence, order);
  const std::vector<VisibleDate> visible = find_visible_dates(tree, evidence, question);
  const auto not_modified = [](const VisibleDate& d) { return d.role != DateRole::modified; };
  if (dates.published) use_local_day(visible, question.url, *dates.published);
  if (!dates.published) dates.published = find_url_date(question.url);
  if (!dates.published) {
    if (const VisibleDate* found = best(visible, not_modified, 1)) dates.published = found->date;
  }
  if (!dates.published) dates.published = dates.modified;
  if (!dates.published) {
    const VisibleDate* found = best(visible, not_modified, -1);
    const auto same = [&](const VisibleDate& d) {
      return d.role == DateRole::modified || d.score < found->score || is_same_day(d.date, found->date);
    };
    if (found != nullptr && std::ranges::all_of(visible, same)) dates.published = found->date;
  }
  if (!dates.published) {
    if (const VisibleDate* found = best(
            visible, [](const VisibleDate&) { return true; }, 1))
      dates.published = found->date;
  }
  return dates;
}

}  // namespace hearsay
