#include "format/story_html.h"

#include "format/html_article.h"
#include "format/html_board.h"
#include "format/html_page.h"
#include "format/timeline_svg.h"

namespace hearsay {
namespace {

using std::string;

void append_top(const StoryPage& page, string& out) {
  std::size_t claims = 0;
  for (const Document& doc : page.articles) claims += doc.attributions.size();
  out += "<header class=\"top\">\n<p class=\"brand\">Hearsay</p>\n<h1>Who said what</h1>\n<p class=\"lead\">";
  if (page.articles_in_all > page.articles.size()) {
    out.append("The newest ").append(std::to_string(page.articles.size())).append(" of ");
    out.append(std::to_string(page.articles_in_all)).append(" articles, ");
  } else {
    out.append(counted(page.articles.size(), "article", "articles")).append(", ");
  }
  out.append(counted(claims, "claim", "claims")).append(".</p>\n");
  out +=
      "<nav class=\"parts\" aria-label=\"Parts of the page\"><ul>\n<li><a href=\"#claims\">Who stands "
      "where</a></li>\n<li><a href=\"#disagreements\">Where accounts differ</a></li>\n<li><a "
      "href=\"#timeline\">Timeline</a></li>\n<li><a href=\"#articles\">Articles</a></li>\n</ul></nav>\n"
      "</header>\n";
}

void append_timeline(const StoryPage& page, const StoryPlaces& places, string& out) {
  out += "<section class=\"board\" id=\"timeline\"><h2>Timeline</h2>\n";
  if (page.timeline.empty()) {
    out += "<p class=\"empty\">Nothing is dated.</p></section>\n";
    return;
  }
  out += "<figure class=\"tl\" tabindex=\"0\" aria-label=\"Timeline\">\n";
  out += timeline_svg(page.timeline, [&](const TimelineEntry& e) {
    return e.is_event ? places.paragraph(e.document, e.paragraph) : places.address({e.document, e.index});
  });
  out +=
      "</figure>\n<p class=\"key\"><svg width=\"10\" height=\"10\" aria-hidden=\"true\"><circle "
      "class=\"for\" "
      "cx=\"5\" cy=\"5\" r=\"4\"/></svg> claimed <svg width=\"10\" height=\"10\" "
      "aria-hidden=\"true\"><circle "
      "class=\"against\" cx=\"5\" cy=\"5\" r=\"4\"/></svg> denied or disputed <svg width=\"10\" "
      "height=\"10\" aria-hidden=\"true\"><path class=\"ev\" d=\"M5 0l5 5-5 5-5-5z\"/></svg> happened, by "
      "the "
      "articles. Days without either are left out.</p>\n</section>\n";
}

}  // namespace

string to_html(const StoryPage& page) {
  const StoryPlaces places(page);
  string out;
  append_page_begin("Who said what", true, out);
  out += "<a class=\"skip\" href=\"#main\">Skip to the claims</a>\n";
  append_top(page, out);
  out += "<main id=\"main\">\n";
  append_threads(page, places, out);
  append_disagreements(page, places, out);
  append_timeline(page, places, out);
  out += "<section class=\"board\" id=\"articles\"><h2>Articles</h2>\n";
  append_contents(page.articles, out);
  append_legend(out);
  out += "</section>\n";
  for (std::size_t i = 0; i < page.articles.size(); ++i) {
    append_article(page.articles[i], i, board_links(page, page.articles[i]), out);
  }
  append_page_end(out);
  return out;
}

}  // namespace hearsay
