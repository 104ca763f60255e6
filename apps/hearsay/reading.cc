#include "reading.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "document/reading.h"
#include "format/printable.h"

namespace hearsay {

namespace {

// "de" of "de-CH" and "DE".
std::string language_without_region(std::string_view tag) {
  std::string language(tag.substr(0, tag.find('-')));
  std::ranges::transform(language, language.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return language;
}

}  // namespace

std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes) {
  if (!input.error) {
    const Result<Success> done = pipeline.annotate(input.doc, scratch, wishes);
    if (!done) input.error = Error{done.error().code, input.name + ": " + done.error().message};
  }
  return input.error ? input.error->message : "";
}

void UnreadCount::add(const Document& doc) {
  if (is_unread(doc)) ++of_language_[language_without_region(doc.metadata.language)];
}

void UnreadCount::add(const UnreadCount& other) {
  for (const auto& [language, count] : other.of_language_) of_language_[language] += count;
}

void UnreadCount::report() const {
  std::size_t all = 0;
  std::string languages;
  for (const auto& [language, count] : of_language_) {
    all += count;
    languages += (languages.empty() ? "" : ", ") + language + " " + std::to_string(count);
  }
  if (all == 0) return;
  std::fprintf(stderr, "hearsay: %zu %s not read, no models for %s language: %s\n", all,
               all == 1 ? "article" : "articles", all == 1 ? "its" : "their", printable(languages).c_str());
}

int report_done(const std::string& line, int status) {
  std::printf("%s\n", line.c_str());
  if (std::fflush(stdout) == 0 || errno == EPIPE) return status;
  return report_failure(std::string("standard output: cannot be written: ") + std::strerror(errno));
}

int report_failure(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\n", printable(message).c_str());
  return kExitFailed;
}

}  // namespace hearsay
