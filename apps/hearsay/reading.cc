#include "reading.h"

#include <cstdio>

#include "document/reading.h"
#include "format/printable.h"

namespace hearsay {

std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes) {
  if (!input.error) {
    const Result<Success> done = pipeline.annotate(input.doc, scratch, wishes);
    if (!done) input.error = Error{done.error().code, input.name + ": " + done.error().message};
  }
  return input.error ? input.error->message : "";
}

void UnreadCount::add(const Document& doc) {
  if (is_unread(doc)) ++of_language_[doc.metadata.language];
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

int report_failure(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\n", printable(message).c_str());
  return kExitFailed;
}

}  // namespace hearsay
