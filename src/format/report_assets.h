// Styles and script of the HTML pages: report.css and report.js, and story.css of those
// about a ledger, as CMake embeds them.
#ifndef HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_
#define HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_

#include <string_view>

namespace hearsay {

extern const std::string_view kReportStyle;
extern const std::string_view kReportScript;
extern const std::string_view kStoryStyle;

// SHA-256 of the above, in hexadecimal: what the page's Content-Security-Policy
// lets in, and nothing else.
extern const std::string_view kReportStyleSha256;
extern const std::string_view kReportScriptSha256;
extern const std::string_view kStoryStyleSha256;

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_REPORT_ASSETS_H_
