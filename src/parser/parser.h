#ifndef HEARSAY_SRC_PARSER_PARSER_H_
#define HEARSAY_SRC_PARSER_PARSER_H_

#include <filesystem>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct ParserModel {};
struct ParserScratch {};

Result<ParserModel> load_parser(const std::filesystem::path& path);

void parse(const ParserModel& model, Document& doc, ParserScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PARSER_PARSER_H_
