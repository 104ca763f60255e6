// An article as a ledger will write it: everything that can be computed without the file,
// so that many threads prepare and one writes.
#ifndef HEARSAY_SRC_LEDGER_PREPARED_ARTICLE_H_
#define HEARSAY_SRC_LEDGER_PREPARED_ARTICLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "ledger/content_hash.h"
#include "ledger/linkable_article.h"
#include "ledger/prepared_entity.h"

namespace hearsay {

// A statement's columns.
struct PreparedStatement {
  std::string source, cue, content;  // words of all pieces, " … " between two
  std::string speaker;               // name of the source's entity; "" where there is none
  std::uint32_t entity = kNone;      // the source's: index into Document::entities
  Form form = Form::indirect;
  Act act = Act::assert_;
  bool negated = false;
  float confidence = 0;
  std::uint32_t paragraph = 0;  // from 1: the block where the content begins; 0: none holds it
};

struct PreparedArticle {
  std::string content_id;                     // article_content_id()
  std::string title;                          // listed_title()
  std::string analysis;                       // compressed
  std::string slots;                          // encode_slots() of its statements
  std::string signature;                      // encode_signature() of its words
  std::vector<PreparedStatement> statements;  // one for each attribution
  LinkableArticle linkable;
  std::vector<LinkedPair> inner;         // how its statements relate to each other
  std::vector<PreparedEntity> entities;  // one for each entity
};

// By what title an article is listed: the one that it says it has; else the first block that reads like one;
// else the name of its file, without the folders; else "". Points into `doc`.
std::string_view listed_title(const Document& doc);

// `analysis` is kept as it is; `model` is the ledger's. A pure function. Fails with invalid_input for an
// article of more statements than a ledger can number (kMostAttributions). Requires: find_violation(doc) is
// "".
Result<PreparedArticle> prepare_article(const RelationModel& model, const Document& doc,
                                        std::string_view analysis);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_PREPARED_ARTICLE_H_
