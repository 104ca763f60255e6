// Records of a ledger's export: one line of JSON each, "record" says what it is.
#ifndef HEARSAY_SRC_FORMAT_LEDGER_RECORDS_H_
#define HEARSAY_SRC_FORMAT_LEDGER_RECORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/format.h"

namespace hearsay {

// A person or thing over all articles.
struct EntityRecord {
  struct Use {
    std::string_view document;
    std::uint32_t entity = 0;  // index into that document's entities
  };
  std::string_view id, name;
  EntityKind kind = EntityKind::person;
  std::vector<std::string_view> aliases;
  std::vector<Use> uses;
  bool named = true;
  std::vector<std::string_view> roles, member_of;  // member_of: ids
  std::string_view side;                           // id; empty: none
  std::int64_t statements = 0;                     // that it makes
  std::int64_t articles = 0;                       // that speak of it
};

// A statement that was found, with the article it stands in.
struct StatementRecord {
  // An article that has the same words.
  struct Carrier {
    std::string_view document, publisher;
  };
  std::string_view document, title, publisher, published;
  std::uint32_t attribution = 0;  // index into the document's attributions
  std::uint32_t paragraph = 0;    // from 1
  std::string_view source, cue, content;
  std::string_view entity, entity_name;  // of the source over all articles; empty: not known
  bool named = true;                     // false: the source is such as "two officials"
  Form form = Form::indirect;
  Act act = Act::assert_;
  bool negated = false;
  float confidence = 0;
  std::vector<Carrier> carried_by;
};

// An article that is kept unread.
struct UnreadRecord {
  std::string_view document, title, publisher, published, language;
};

// Where a statement stands.
struct StatementPlace {
  std::string_view document;
  std::uint32_t attribution = 0;  // index into the document's attributions
};

// How a later statement relates to an earlier one.
struct RelationRecord {
  std::string_view type, detail, why;  // detail: empty for none
  StatementPlace from, to;
  float confidence = 0;
  bool told = false;  // by hand
};

// Statements about one claim, and who stands where since when.
struct ThreadRecord {
  struct Position {
    std::string_view source, entity;  // the source's name; its id over all articles, empty: not known
    std::string_view position, since;
    StatementPlace statement;
    bool named = true;  // as StatementRecord has it
  };
  std::string_view id, title;
  std::vector<StatementPlace> statements;
  std::uint32_t independent_sources = 0;
  std::size_t size = 0;  // statements in all, also where only the newest are here
  std::vector<Position> positions;
  std::vector<StatementRecord::Carrier>
      carriers;            // of statements that it has in the same words from several articles
  float disagreement = 0;  // the confidence of the surest relation by which two of them differ; 0: none
};

// What somebody told a ledger about who is who, or of two statements.
struct CorrectionRecord {
  std::int64_t number = 0;
  std::string_view kind;              // merge, split, side, unrelated or related
  std::string_view first, second;     // names; ids of statements
  std::vector<std::string> articles;  // ids: of a split; where the two statements stand
  std::string_view type;              // of `related`: which relation
};

// What to_json(doc) gave, as a record. `copy_of` is the id of the document that it is a near copy
// of, or empty. Requires: `json` is such a line.
std::string document_record(std::string_view json, std::string_view copy_of = {});

// "carried by The Quay Mail, Northline and 2 others": the publishers, each once, or
// the documents where those are not known; "" for none. As they are: not yet printable.
std::string carrier_words(const std::vector<StatementRecord::Carrier>& carriers);

std::string to_record(const EntityRecord& entity);
std::string to_record(const StatementRecord& statement);
std::string to_record(const RelationRecord& relation);

// How sure a relation is: "72 % sure", or "confirmed by hand".
std::string sure_words(float confidence, bool told);
std::string to_record(const ThreadRecord& thread);
std::string to_record(const CorrectionRecord& correction);

// A few lines for a person: the article and the place that `hearsay show` takes, who said it how, the
// words.
std::string to_text(const StatementRecord& statement, const TextOptions& options);

// The columns of a table of statements, and a statement's row.
std::vector<std::string> csv_columns();
std::vector<std::string> csv_fields(const StatementRecord& statement);

// {"record": "unread", "document", "title", "publisher", "published", "unread"}: why, as JSON of documents
// has it.
std::string to_record(const UnreadRecord& article);
std::string to_text(const UnreadRecord& article, const TextOptions& options);
std::vector<std::string> csv_fields(const UnreadRecord& article);  // in the columns of statements

std::vector<std::string> correction_columns();
std::vector<std::string> csv_fields(const CorrectionRecord& correction);

// A probability as tables have it: "0.80".
std::string probability_field(float value);

// Fields as RFC 4180 has them, with CR LF at the end. A field that a spreadsheet would
// take for a formula gets an apostrophe before it.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_LEDGER_RECORDS_H_
