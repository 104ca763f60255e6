#include "ledger/prepared_entity.h"

#include <algorithm>

#include "hearsay/document.h"
#include "ledger/name_key.h"

namespace hearsay {

std::vector<PreparedEntity> prepare_entities(const Document& doc) {
  std::vector<PreparedEntity> prepared(doc.entities.size());
  for (std::size_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& e = doc.entities[i];
    if (!e.named) continue;
    prepared[i].key = name_key(e.name);
    for (const std::string& alias : e.aliases) prepared[i].alias_keys.push_back(name_key(alias));
  }
  for (std::uint32_t a = 0; a < doc.attributions.size(); ++a) {
    const std::uint32_t source = doc.source_entities.empty() ? kNone : doc.source_entities[a];
    if (source != kNone) prepared[source].said.push_back(a);
    for (const Span content : doc.attributions[a].content) {
      // Mentions are in the order of their first bytes; those that begin before the content
      // are not in it.
      auto m = std::lower_bound(doc.mentions.begin(), doc.mentions.end(), content.begin,
                                [](const Mention& x, std::uint32_t at) { return x.span.begin < at; });
      for (; m != doc.mentions.end() && m->span.begin < content.end; ++m) {
        if (m->entity == source || m->form == MentionForm::pronoun) continue;
        std::vector<std::uint32_t>& about = prepared[m->entity].about;
        if (about.empty() || about.back() != a) about.push_back(a);
      }
    }
  }
  return prepared;
}

}  // namespace hearsay
