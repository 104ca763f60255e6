// Style and script of the HTML report: report.css and report.js, as CMake embeds
// them.
#ifndef HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_
#define HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_

#include <string_view>

namespace hearsay {

extern const std::string_view kReportStyle;
extern const std::string_view kReportScript;

// SHA-256 of the above, in hexadecimal: what the page's Content-Security-Policy
// lets in, and nothing else.
extern const std::string_view kReportStyleSha256;
extern const std::string_view kReportScriptSha256;

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_
