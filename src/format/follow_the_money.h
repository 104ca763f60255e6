// A ledger as entities of FollowTheMoney (docs/exports.md), the model of investigative
// databases: {"id", "schema", "properties": {name: [values]}}. Each function returns such
// objects, one a line.
//
// Ids are letters, digits, "-" and "." as the standard wants them: an article's is "A" and
// 16 hexadecimal digits of the hash of its own.
#ifndef HEARSAY_SRC_FORMAT_FOLLOW_THE_MONEY_H_
#define HEARSAY_SRC_FORMAT_FOLLOW_THE_MONEY_H_

#include <map>
#include <string>
#include <string_view>

#include "format/ledger_records.h"

namespace hearsay {

// An Article with its text.
std::string ftm_article(const Document& doc);

// A Person, Organization, Address (of a place), Event or LegalEntity (of a group); then a
// Mention for each article, and how it belongs to or speaks for others: a Membership, a
// Representation or an UnknownLink, by what those are. `kinds` has each entity's.
std::string ftm_entity(const EntityRecord& entity, const std::map<std::string_view, EntityKind>& kinds);

// A Note on the article and the source: name says who said it, description what.
std::string ftm_statement(const StatementRecord& statement);

// An UnknownLink between two notes; its role is the relation's type.
std::string ftm_relation(const RelationRecord& relation);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_FOLLOW_THE_MONEY_H_
