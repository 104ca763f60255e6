#include "format/html_page.h"

#include "format/html_text.h"
#include "format/report_assets.h"

namespace hearsay {

void append_page_begin(std::string_view title, bool is_story, std::string& out) {
  out += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '";
  out.append(csp_hash(kReportStyleSha256)).append("'");
  if (is_story) out.append(" '").append(csp_hash(kStoryStyleSha256)).append("'");
  out.append("; script-src '").append(csp_hash(kReportScriptSha256));
  out +=
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  append_html(title, out);
  out.append("</title>\n<style>").append(kReportStyle).append("</style>\n");
  if (is_story) out.append("<style>").append(kStoryStyle).append("</style>\n");
  out += "</head>\n<body>\n";
}

void append_page_end(std::string& out) {
  out +=
      "</main>\n<footer class=\"foot\">Found by Hearsay, by machine: check the words against the article "
      "before you "
      "rely on them.</footer>\n<script>";
  out.append(kReportScript).append("</script>\n</body>\n</html>\n");
}

}  // namespace hearsay
