#include "ledger/speaker_names.h"

#include "claims/content_words.h"
#include "ledger/article_number.h"
#include "ledger/entity_reader.h"

namespace hearsay {

Result<Success> name_speakers(Database& database, const std::vector<LedgerStatement>& statements,
                              const std::vector<LinkedPair>& links, std::vector<PlacedStatement>& placed) {
  const auto reader = EntityReader::open(database);
  if (!reader) return reader.error();
  std::vector<bool> linked(statements.size());
  for (const LinkedPair& link : links) linked[link.later] = linked[link.earlier] = true;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!linked[i] || statements[i].entity == kNone) continue;
    const std::string key = (*reader)->key_of(article_of(statements[i].number), statements[i].entity);
    // Keys of those without a name begin with a line feed.
    if (key.empty() || key.starts_with('\n')) continue;
    placed[i].statement.speaker.name = fold_name((*reader)->name_of(key));
  }
  return (*reader)->state();
}

}  // namespace hearsay
