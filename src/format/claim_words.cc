#include "format/claim_words.h"

#include <array>
#include <cstddef>

#include "document/reading.h"
#include "format/paragraphs.h"

namespace hearsay {
namespace {

struct Words {
  std::string_view does;
  std::string_view does_not;
};

constexpr std::array<Words, kActCount> kWords = {{{"", "does not say it"},
                                                  {"confirms", "does not confirm"},
                                                  {"denies", "does not deny"},
                                                  {"retracts", "does not retract"},
                                                  {"accuses", "does not accuse"},
                                                  {"claims responsibility", "does not claim responsibility"},
                                                  {"promises", "does not promise"},
                                                  {"threatens", "does not threaten"},
                                                  {"demands", "does not demand"},
                                                  {"criticizes", "does not criticize"},
                                                  {"praises", "does not praise"},
                                                  {"predicts", "does not predict"},
                                                  {"asks", "does not ask"},
                                                  {"declines", "declines"},
                                                  {"opinion", "not the opinion"}}};

}  // namespace

std::string_view act_words(const Attribution& a) {
  const Words& words = kWords[static_cast<std::size_t>(a.act)];
  return a.negated ? words.does_not : words.does;
}

std::string inside_words(const Document& doc, const Attribution& a) {
  if (a.parent == kNone) return "";
  const Attribution& outer = doc.attributions[a.parent];
  std::string words;
  for (const auto* role : {&outer.source, &outer.cue}) {
    for (const Span span : *role) {
      if (!words.empty()) words += ' ';
      words += doc.at(span);
    }
  }
  return words;
}

std::string place_words(const Document& doc, const Attribution& a) {
  return "¶" + std::to_string(paragraph_number(doc, a.content[0].begin));
}

std::string why_unread(const Document& doc) {
  return is_unread(doc) ? unread_words(doc.metadata.language) : "";
}

std::string status_words(ArticleStatus status) {
  return status == ArticleStatus::usable ? "" : std::string(to_string(status)) + " by its publisher";
}

std::string unread_words(std::string_view language) {
  return "no models for language " + std::string(language);
}

}  // namespace hearsay
