// Dependency parser: greedy arc-eager (Nivre 2003), trained with a dynamic oracle
// (Goldberg & Nivre 2013). One averaged perceptron chooses among four actions, another
// one names the relation of each arc that is made.
//
// Reads:    text, sentences, tokens, tags, strings
// Writes:   arcs (one per token): one tree with one root a sentence
// Cost:     O(text + tokens x features); once `scratch` is warm, allocates only in doc
// Threads:  one ParserModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_PARSER_PARSER_H_
#define HEARSAY_SRC_PARSER_PARSER_H_

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "model/sparse_table.h"
#include "parser/parse_features.h"

namespace hearsay {

inline constexpr std::uint32_t kParserVersion = 1;
inline constexpr std::size_t kMaxRelations = 128;

struct Relation {
  Deprel deprel = Deprel::dep;
  DeprelSubtype subtype = DeprelSubtype::none;
  bool operator==(const Relation&) const = default;
};

// Weights of the four actions for each row of hashed features: one byte each, action
// 0 lowest, plus 128. Packed so that four sums are one addition.
struct ActionTable {
  std::span<const std::uint32_t> rows;  // 2^bits
  int bits = 0;
};

struct ParserModel {
  ModelFile file;                   // holds the arrays below
  std::vector<Relation> relations;  // 1 to kMaxRelations, `root` not among them
  ActionTable actions;
  SparseTable relation_weights;  // [feature][relation]
};

struct ParserScratch {
  ParserState state;
  std::string buffer;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or contents are wrong.
Result<ParserModel> load_parser(const std::filesystem::path& path);

// The same from a file that is already open, of kind "parser" and kParserVersion.
Result<ParserModel> load_parser(ModelFile file);

// Cannot fail: every sentence gets a tree. Requires: doc.tags has one tag per token,
// doc.arcs is empty.
void parse(const ParserModel& model, Document& doc, ParserScratch& scratch);

// Stores weights of actions, [row][action] row-major, rounded to multiples of `scale`.
void store_action_table(ModelWriter& writer, std::span<const float> weights, float scale);

// "nsubj:pass", as relations stand in a model file, and back. Nothing if the relation
// or the subtype is unknown.
std::string to_text(const Relation& relation);
std::optional<Relation> parse_relation(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PARSER_PARSER_H_
