#include "train/treebank.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "format/conllu.h"

namespace hearsay {

Result<std::vector<Document>> read_treebank(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return Error{ErrorCode::not_found, path.string() + ": no such file"};
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) return Error{ErrorCode::io, path.string() + ": cannot read"};
  std::vector<Document> docs;
  ConlluReader reader(bytes, {.annotations = true});
  while (auto document = reader.next()) {
    if (!*document) return Error{ErrorCode::invalid_input, path.string() + ": " + document->error().message};
    docs.push_back(std::move((*document)->doc));
  }
  return docs;
}

Result<std::vector<Document>> read_training_treebanks(const std::filesystem::path& data) {
  std::vector<Document> docs;
  for (const char* name : {"ewt-train.conllu", "gum-train.conllu"}) {
    Result<std::vector<Document>> part = read_treebank(data / "treebank" / name);
    if (!part) return part.error();
    for (Document& doc : *part) docs.push_back(std::move(doc));
  }
  return docs;
}

}  // namespace hearsay
