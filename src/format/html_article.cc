#include "format/html_article.h"

#include <utility>

#include "format/claim_words.h"
#include "format/html_panel.h"
#include "format/html_text.h"
#include "format/segments.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

string_view first_of(const std::vector<string_view>& names) {
  for (const string_view name : names) {
    if (!name.empty()) return name;
  }
  return "Untitled";
}

string classes(const Segment& segment) {
  string names;
  for (const auto& [is_set, name] :
       {std::pair{segment.source, "s "}, {segment.cue, "k "}, {segment.content, "q "}}) {
    if (is_set) names += name;
  }
  if (!names.empty()) names.pop_back();
  return names;
}

void append_segment(const Document& doc, std::size_t number, const Segment& segment, string& out) {
  if (segment.attributions.empty()) {
    append_html(doc.at(segment.span), out);
    return;
  }
  const bool link = !segment.cues_begin.empty();
  for (std::size_t i = 1; i < segment.cues_begin.size(); ++i) {
    out.append("<span id=\"").append(part_id(number, 'a', segment.cues_begin[i])).append("\"></span>");
  }
  out.append(link ? "<a class=\"" : "<span class=\"").append(classes(segment)).append("\" data-a=\"");
  // The claim whose cue this is comes first: it is what a pointer here means.
  if (link) out += std::to_string(segment.cues_begin[0] + 1);
  for (const std::uint32_t a : segment.attributions) {
    if (link && a == segment.cues_begin[0]) continue;
    if (out.back() != '"') out += ' ';
    out += std::to_string(a + 1);
  }
  out += '"';
  if (link) {
    const string claim = part_id(number, 'c', segment.cues_begin[0]);
    out.append(" id=\"").append(part_id(number, 'a', segment.cues_begin[0]));
    out.append("\" href=\"#").append(claim).append("\" aria-describedby=\"").append(claim).append("\"");
  }
  out += '>';
  append_html(doc.at(segment.span), out);
  out += link ? "</a>" : "</span>";
}

void append_text(const Document& doc, std::size_t number, string& out) {
  out += "<div class=\"text\">\n";
  const std::vector<Segment> segments = cut_segments(doc);
  std::size_t at = 0;
  for (std::size_t i = 0; i < doc.blocks.size(); ++i) {
    const Block& block = doc.blocks[i];
    out.append("<p class=\"par ").append(to_string(block.kind)).append("\" dir=\"auto\" id=\"");
    out.append(part_id(number, 'p', i)).append("\"><span class=\"no\" aria-hidden=\"true\">¶");
    out.append(std::to_string(i + 1)).append("</span>");
    while (at < segments.size() && segments[at].span.begin < block.span.begin) ++at;
    for (; at < segments.size() && segments[at].span.begin < block.span.end; ++at) {
      append_segment(doc, number, segments[at], out);
    }
    out += "</p>\n";
  }
  out += "</div>\n";
}

// Only addresses of the web become links: others could run code.
bool is_web_address(string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

void append_header(const Document& doc, std::size_t number, string& out) {
  const Metadata& m = doc.metadata;
  out += "<header>\n";
  if (!m.publisher.empty()) out.append("<p class=\"outlet\">").append(html(m.publisher)).append("</p>\n");
  out.append("<h2 id=\"").append(part_id(number, 't', 0)).append("\">").append(html(headline(doc)));
  out += "</h2>\n<p class=\"meta\">";
  string_view between;
  for (const string* part : {&m.published, &m.byline}) {
    if (part->empty()) continue;
    out.append(between).append(html(*part));
    between = " · ";
  }
  if (is_web_address(m.url)) {
    out.append(between).append("<a rel=\"noopener noreferrer\" href=\"").append(html(m.url));
    out += "\">original</a>";
    between = " · ";
  }
  if (const string status = status_words(m.status); !status.empty())
    out.append(between).append("<strong>").append(status).append("</strong>");
  out += "</p>\n</header>\n";
}

}  // namespace

string counted(std::size_t number, string_view one, string_view many) {
  return std::to_string(number).append(" ").append(number == 1 ? one : many);
}

string_view headline(const Document& doc) {
  const Metadata& m = doc.metadata;
  return first_of({m.title, m.file, m.id});
}

void append_article(const Document& doc, std::size_t number, const std::vector<string>& notes, string& out) {
  out.append("<article class=\"doc\" id=\"d")
      .append(std::to_string(number + 1))
      .append("\" aria-labelledby=\"");
  out.append(part_id(number, 't', 0)).append("\">\n");
  append_header(doc, number, out);
  append_text(doc, number, out);
  append_panel(doc, number, notes, out);
  out += "</article>\n";
}

void append_contents(const std::vector<Document>& docs, string& out) {
  out += "<nav aria-label=\"Articles\"><ol class=\"toc\">\n";
  for (std::size_t i = 0; i < docs.size(); ++i) {
    out.append("<li><span class=\"outlet\">").append(html(docs[i].metadata.publisher)).append("</span>");
    out.append("<a href=\"#d").append(std::to_string(i + 1)).append("\">").append(html(headline(docs[i])));
    out.append("</a><span class=\"num\">");
    out.append(counted(docs[i].attributions.size(), "claim", "claims")).append("</span></li>\n");
  }
  out += "</ol></nav>\n";
}

void append_legend(string& out) {
  out +=
      "<ul class=\"legend\" aria-label=\"How the text is marked\">\n"
      "<li><span class=\"s\">source</span> who speaks</li>\n<li><span class=\"k\">cue</span> what ascribes "
      "it</li>\n"
      "<li><span class=\"q\">content</span> what is said</li>\n</ul>\n";
}

}  // namespace hearsay
