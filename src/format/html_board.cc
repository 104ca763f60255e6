#include "format/html_board.h"

#include <algorithm>
#include <utility>

#include "format/claim_words.h"
#include "format/date_words.h"
#include "format/html_article.h"
#include "format/html_text.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

// Words of articles, kept apart from the page's direction of writing.
string bdi(string_view words) { return "<bdi>" + html(words) + "</bdi>"; }

string day_words(string_view published) { return html(date_words(published.substr(0, 10))); }

// A link where there is an address.
string linked(const string& address, const string& style, const string& words) {
  if (address.empty()) return "<span class=\"" + style + "\">" + words + "</span>";
  return "<a class=\"" + style + "\" href=\"#" + address + "\">" + words + "</a>";
}

void append_place(const StatementRecord& s, const StoryPlaces& places, string& out) {
  out += "<p class=\"where\">";
  for (const string& part : {day_words(s.published), html(s.publisher)}) {
    if (!part.empty()) out.append(part).append(" · ");
  }
  out += linked(places.address({s.document, s.attribution}), "to", "¶" + std::to_string(s.paragraph));
  out += "</p>\n";
}

// Who else has the same words; nothing where nobody does.
void append_carriers(const std::vector<StatementRecord::Carrier>& carriers, string_view before, string& out) {
  if (carriers.empty()) return;
  out.append("<p class=\"where\">").append(before).append(bdi(carrier_words(carriers))).append("</p>\n");
}

void append_statement(const StatementRecord& s, const StoryPlaces& places, string& out) {
  out += "<div class=\"st\"><p class=\"who\"><b>";
  out.append(s.source.empty() ? "No source named" : bdi(s.source)).append("</b> <span class=\"cue\">");
  out.append(html(s.cue)).append("</span>");
  if (const string_view act = act_words({.act = s.act, .negated = s.negated}); !act.empty()) {
    out.append(" <span class=\"act\">").append(act).append("</span>");
  }
  if (!s.entity_name.empty() && s.entity_name != s.source) {
    out.append(" <span class=\"where\">").append(bdi(s.entity_name)).append("</span>");
  }
  out.append("</p>\n<blockquote>").append(bdi(s.content)).append("</blockquote>\n");
  append_place(s, places, out);
  append_carriers(s.carried_by, "also ", out);
  out += "</div>\n";
}

void append_statement(const StatementPlace& place, const StoryPlaces& places, string& out) {
  if (const StatementRecord* s = places.statement(place)) append_statement(*s, places, out);
}

// "15 June 2025", or with the last day.
string days_of(const ThreadRecord& thread, const StoryPlaces& places) {
  string first, last;
  for (const StatementPlace& place : thread.statements) {
    const StatementRecord* s = places.statement(place);
    if (s == nullptr || s->published.empty()) continue;
    const string day(s->published.substr(0, 10));
    if (first.empty() || day < first) first = day;
    last = std::max(last, day);
  }
  if (first.empty()) return "";
  return day_words(first) + (first == last ? "" : " to " + day_words(last)) + " · ";
}

// "Ada Holm: asserted since ..., then denied since ...", a source a row.
void append_positions(const ThreadRecord& thread, const StoryPlaces& places, string& out) {
  out += "<dl class=\"stands\">\n";
  for (std::size_t i = 0; i < thread.positions.size();) {
    const string_view source = thread.positions[i].source;
    out.append("<div><dt>").append(source.empty() ? "No source named" : bdi(source)).append("</dt><dd>");
    for (bool first = true; i < thread.positions.size() && thread.positions[i].source == source;
         ++i, first = false) {
      const ThreadRecord::Position& p = thread.positions[i];
      if (!first) out += " <span class=\"then\">then</span> ";
      out += linked(places.address(p.statement), "pos " + html(p.position), html(p.position));
      if (!p.since.empty())
        out.append(" <span class=\"where\">").append(day_words(p.since)).append("</span>");
    }
    out += "</dd></div>\n";
  }
  out += "</dl>\n";
}

void append_thread(const ThreadRecord& thread, std::size_t number, const StoryPlaces& places, string& out) {
  const string id = "t" + std::to_string(number + 1);
  out.append("<section class=\"thread\" id=\"").append(id).append("\" aria-labelledby=\"").append(id);
  out.append("-h\">\n<h3 id=\"").append(id).append("-h\">").append(bdi(thread.title)).append("</h3>\n");
  out.append("<p class=\"where\">").append(days_of(thread, places));
  out.append(counted(thread.size, "statement", "statements"));
  if (thread.independent_sources > 0) {
    out.append(" · ").append(
        counted(thread.independent_sources, "independent source", "independent sources"));
  }
  out += "</p>\n";
  append_carriers(thread.carriers, "in the same words ", out);
  append_positions(thread, places, out);
  out += "<details><summary>In their words</summary>\n";
  for (const StatementPlace& place : thread.statements) append_statement(place, places, out);
  out += "</details>\n</section>\n";
}

struct RelationWords {
  string_view heading, from, to;  // above the pair; as a link from the later, the earlier one
};

RelationWords words_of(string_view type) {
  if (type == "retracts") return {"taken back or changed", "changes what was said", "later changed"};
  if (type == "conflicts") return {"in conflict", "in conflict", "in conflict"};
  return {"disputed", "disputes this", "disputed"};
}

// In what two accounts differ.
string_view detail_words(string_view detail) {
  static constexpr std::pair<string_view, string_view> kWords[] = {
      {"number", " on how many"}, {"cause", " on why"},   {"actor", " on who did it"},
      {"role", " on who is who"}, {"place", " on where"}, {"time", " on when"}};
  for (const auto& [name, words] : kWords) {
    if (detail == name) return words;
  }
  return "";
}

void append_answer(const RelationRecord& r, std::size_t number, const StoryPlaces& places, string& out) {
  out.append("<div class=\"answer ")
      .append(html(r.type))
      .append("\" id=\"r")
      .append(std::to_string(number + 1));
  out.append("\"><p class=\"why\"><b>").append(words_of(r.type).heading).append("</b>");
  out.append(detail_words(r.detail));
  out.append(": ").append(bdi(r.why)).append(" <span class=\"where\">");
  out.append(sure_words(r.confidence, r.told)).append("</span></p>\n");
  append_statement(r.from, places, out);
  out += "</div>\n";
}

bool same(const StatementPlace& a, const StatementPlace& b) {
  return a.document == b.document && a.attribution == b.attribution;
}

}  // namespace

void append_threads(const StoryPage& page, const StoryPlaces& places, string& out) {
  out += "<section class=\"board\" id=\"claims\"><h2>Who stands where</h2>\n";
  if (page.threads.empty()) out += "<p class=\"empty\">No claim is made or contested twice.</p>\n";
  out += "<div class=\"cards\">\n";
  for (std::size_t i = 0; i < page.threads.size(); ++i) append_thread(page.threads[i], i, places, out);
  out += "</div></section>\n";
}

void append_disagreements(const StoryPage& page, const StoryPlaces& places, string& out) {
  out += "<section class=\"board\" id=\"disagreements\"><h2>Where accounts differ</h2>\n";
  if (page.relations.empty()) out += "<p class=\"empty\">No disagreement found.</p>\n";
  std::vector<bool> shown(page.relations.size(), false);
  for (std::size_t i = 0; i < page.relations.size(); ++i) {
    if (shown[i]) continue;
    out += "<section class=\"pair\">\n<div class=\"first\">";
    append_statement(page.relations[i].to, places, out);
    out += "</div>\n<div class=\"answers\">\n";
    for (std::size_t k = i; k < page.relations.size(); ++k) {
      if (!same(page.relations[k].to, page.relations[i].to)) continue;
      shown[k] = true;
      append_answer(page.relations[k], k, places, out);
    }
    out += "</div>\n</section>\n";
  }
  out += "</section>\n";
}

std::vector<string> board_links(const StoryPage& page, const Document& article) {
  std::vector<string> links(article.attributions.size());
  const auto add = [&](const StatementPlace& place, char card, std::size_t number, string_view words) {
    if (place.document != article.metadata.id || place.attribution >= links.size()) return;
    string& link = links[place.attribution];
    link.append(link.empty() ? "<a href=\"#" : " · <a href=\"#").append(1, card);
    link.append(std::to_string(number + 1)).append("\">").append(words).append("</a>");
  };
  for (std::size_t i = 0; i < page.threads.size(); ++i) {
    for (const StatementPlace& place : page.threads[i].statements) add(place, 't', i, "who stands where");
  }
  for (std::size_t i = 0; i < page.relations.size(); ++i) {
    const RelationWords words = words_of(page.relations[i].type);
    add(page.relations[i].from, 'r', i, words.from);
    add(page.relations[i].to, 'r', i, words.to);
  }
  return links;
}

}  // namespace hearsay
