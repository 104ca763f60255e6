// What a Ledger is inside: the connection and, for adding, the prepared queries.
#ifndef HEARSAY_SRC_LEDGER_LEDGER_STATE_H_
#define HEARSAY_SRC_LEDGER_LEDGER_STATE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/entity_writer.h"
#include "ledger/ledger.h"
#include "ledger/linking.h"

namespace hearsay {

struct Ledger::State {
  explicit State(Database opened) : database(std::move(opened)) {}

  Database database;
  bool in_transaction = false;

  // Prepared when first needed; those for adding fail on a file that is only read.
  struct Writers {
    explicit Writers(Database& d)
        : known(d, "SELECT number FROM articles WHERE content = ?"),
          newest(d, "SELECT number, version FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1"),
          article(d,
                  "INSERT INTO articles(id, content, version, url, title, publisher, published, analysis) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
          replace(d, "UPDATE articles SET replaced_by = ? WHERE number = ?"),
          statement(d,
                    "INSERT INTO statements(article, attribution, entity, source, cue, content, form, act, "
                    "negated, confidence, paragraph, slots) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          words(d, "INSERT INTO statement_words(rowid, source, content) VALUES (?, ?, ?)"),
          entities(d),
          linker(d) {}

    Query known, newest, article, replace, statement, words;
    EntityWriter entities;
    Linker linker;
  };
  std::unique_ptr<Writers> writers;

  // `article` is the number of its row.
  Result<Success> add_statements(const Document& doc, std::int64_t article);
  Result<Added> add_article(const Document& doc, const std::string& analysis);
};

// An enumerator as it was stored; the nearest one where the file is damaged.
template <typename Enum>
Enum read_enum(std::int64_t stored, int count) {
  return static_cast<Enum>(std::clamp<std::int64_t>(stored, 0, count - 1));
}

// 16 bytes, the same on every machine.
std::string content_hash(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LEDGER_STATE_H_
