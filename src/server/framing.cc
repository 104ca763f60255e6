#include "server/framing.h"

#include <algorithm>

#include "server/problem.h"

namespace hearsay {
namespace {

bool is_called(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {},
                            [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

}  // namespace

std::optional<ServerResponse> refuse_framing(const ServerRequest& head) {
  const auto count = [&](std::string_view name) {
    return std::ranges::count(head.headers, name,
                              [](const auto& field) { return std::string_view(field.first); });
  };
  if (count("host") != 1) return problem(400, "expected one Host");
  const std::string_view coding = head.header("transfer-encoding");
  const bool is_coded = count("transfer-encoding") > 0;
  if (is_coded && (count("transfer-encoding") > 1 || !is_called(coding, "chunked")))
    return problem(400, "Transfer-Encoding: expected chunked, found '" + std::string(coding) + "'");
  const bool brings = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
  if (brings && !is_coded && count("content-length") == 0)
    return problem(411, "expected a Content-Length, found none");
  const std::string_view expectation = head.header("expect");
  if (!expectation.empty() && !is_called(expectation, "100-continue"))
    return problem(417, "Expect: expected 100-continue, found '" + std::string(expectation) + "'");
  return std::nullopt;
}

}  // namespace hearsay
