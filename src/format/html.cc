#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "format/html_article.h"
#include "format/html_page.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

void append_top(const std::vector<Document>& docs, string& out) {
  std::array<std::size_t, kFormCount> forms{};
  std::size_t claims = 0;
  for (const Document& doc : docs) {
    claims += doc.attributions.size();
    for (const Attribution& a : doc.attributions) ++forms[static_cast<std::size_t>(a.form)];
  }
  out += "<header class=\"top\">\n<p class=\"brand\">Hearsay</p>\n<h1>Who said what</h1>\n<p class=\"lead\">";
  out.append(counted(docs.size(), "article", "articles"))
      .append(", ")
      .append(counted(claims, "claim", "claims"));
  for (std::size_t form = 0; claims > 0 && form < forms.size(); ++form) {
    out.append(form == 0 ? ": " : ", ").append(std::to_string(forms[form])).append(" ");
    out.append(to_string(static_cast<Form>(form)));
  }
  out += "</p>\n";
  append_legend(out);
  if (docs.size() > 1) append_contents(docs, out);
  out += "</header>\n";
}

}  // namespace

string to_html(const std::vector<Document>& docs) {
  string title = "Who said what";
  if (docs.size() == 1) title.append(": ").append(headline(docs[0]));
  string out;
  append_page_begin(title, false, out);
  out += "<a class=\"skip\" href=\"#main\">Skip to the articles</a>\n";
  append_top(docs, out);
  out += "<main id=\"main\">\n";
  for (std::size_t i = 0; i < docs.size(); ++i) append_article(docs[i], i, {}, out);
  append_page_end(out);
  return out;
}

}  // namespace hearsay
