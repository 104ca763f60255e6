#include "format/html_panel.h"

#include <string>
#include <string_view>
#include <vector>

#include "format/claim_words.h"
#include "format/date_words.h"
#include "format/html_text.h"
#include "format/paragraphs.h"
#include "format/source_groups.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

void append_joined(const Document& doc, const std::vector<Span>& spans, string_view between, string& out) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) out += between;
    append_html(doc.at(spans[i]), out);
  }
}

void append_claim(const Document& doc, std::size_t number, std::uint32_t index, string_view note,
                  string& out) {
  const Attribution& a = doc.attributions[index];
  const string_view form = to_string(a.form);
  out.append("<li><a class=\"claim\" id=\"").append(part_id(number, 'c', index)).append("\" href=\"#");
  out.append(part_id(number, 'a', index)).append("\" data-a=\"").append(std::to_string(index + 1));
  out += "\"><span class=\"cue\">";
  append_joined(doc, a.cue, " … ", out);
  out.append("</span> <span class=\"form ").append(form).append("\">").append(form).append("</span> ");
  if (const string_view act = act_words(a); !act.empty()) {
    out.append("<span class=\"act\">").append(act).append("</span> ");
  }
  if (const string said = said_words(doc, index); !said.empty()) {
    out.append("<span class=\"where\">").append(html(said)).append("</span> ");
  }
  if (a.parent != kNone) {
    out.append("<span class=\"where\">in what <bdi>")
        .append(html(inside_words(doc, a)))
        .append("</bdi></span> ");
  }
  out.append("<span class=\"where\">").append(place_words(doc, a));
  out += "</span> <bdi class=\"said\">";
  append_joined(doc, a.content, " […] ", out);
  out += "</bdi></a>";
  if (!note.empty()) out.append("<p class=\"note\">").append(note).append("</p>");
  out += "</li>\n";
}

void append_timeline(const Document& doc, std::size_t number, string& out) {
  if (doc.events.empty()) return;
  out += "<h3>Dated in the article</h3>\n<ol class=\"claims\">\n";
  for (const std::uint32_t index : timeline(doc)) {
    const Event& event = doc.events[index];
    const std::uint32_t paragraph = paragraph_number(doc, event.span.begin);
    out += "<li><a class=\"claim\"";
    if (paragraph > 0) out.append(" href=\"#").append(part_id(number, 'p', paragraph - 1)).append("\"");
    out.append("><span class=\"cue\">").append(html(date_words(doc, doc.times[event.time])));
    out.append("</span> <span class=\"where\">¶").append(std::to_string(paragraph));
    out.append("</span> <bdi class=\"said\">").append(html(event_words(doc, event)));
    out += "</bdi></a></li>\n";
  }
  out += "</ol>\n";
}

}  // namespace

void append_panel(const Document& doc, std::size_t number, const std::vector<string>& notes, string& out) {
  const string title = part_id(number, 'h', 0);
  out.append("<aside class=\"panel\" tabindex=\"0\" aria-labelledby=\"").append(title).append("\">\n");
  out.append("<h3 id=\"").append(title).append("\">Claims by source</h3>\n");
  const std::vector<SourceGroup> groups = group_by_source(doc);
  if (const std::string why = why_unread(doc); !why.empty()) {
    out.append("<p class=\"empty\">Not read: ").append(html(why)).append(".</p>\n");
  } else if (groups.empty()) {
    out += "<p class=\"empty\">No claims found in this article.</p>\n";
  }
  for (const SourceGroup& group : groups) {
    if (group.name.empty()) {
      out += "<h4 class=\"none\">No source named</h4>\n";
    } else {
      out.append("<h4><bdi>").append(html(group.name)).append("</bdi></h4>\n");
    }
    out += "<ul class=\"claims\">\n";
    for (const std::uint32_t index : group.attributions) {
      append_claim(doc, number, index, index < notes.size() ? notes[index] : "", out);
    }
    out += "</ul>\n";
  }
  append_timeline(doc, number, out);
  out += "</aside>\n";
}

}  // namespace hearsay
