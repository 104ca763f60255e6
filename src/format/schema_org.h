// A ledger as linked data in the words of schema.org (docs/exports.md): the nodes of a
// JSON-LD graph. Each function returns one object on one line, for the list "@graph" of
// kSchemaOrgBegin.
#ifndef HEARSAY_SRC_FORMAT_SCHEMA_ORG_H_
#define HEARSAY_SRC_FORMAT_SCHEMA_ORG_H_

#include <map>
#include <string>
#include <string_view>

#include "format/ledger_records.h"

namespace hearsay {

// What stands before the first node and after the last.
inline constexpr std::string_view kSchemaOrgBegin = "{\"@context\": \"https://schema.org\", \"@graph\": [\n";
inline constexpr std::string_view kSchemaOrgEnd = "\n]}\n";

// What each id of an entity is.
using EntityKinds = std::map<std::string_view, EntityKind>;

// A NewsArticle.
std::string schema_org_article(const Metadata& article);

// A Person, Organization, Place, Event or Thing; it is a member of organisations alone.
std::string schema_org_entity(const EntityRecord& entity, const EntityKinds& kinds);

// A Quotation where words stand in quotation marks, else a Claim.
std::string schema_org_statement(const StatementRecord& statement);

// A Claim that its statements make up.
std::string schema_org_thread(const ThreadRecord& thread);

// That the earlier statement was corrected by the later one; "" for a relation for which
// schema.org has no word.
std::string schema_org_relation(const RelationRecord& relation);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_SCHEMA_ORG_H_
