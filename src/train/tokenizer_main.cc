#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "ingest/plain_text.h"
#include "tokenizer/tokenizer.h"
#include "train/train_tokenizer.h"

namespace {

int fail(const hearsay::Error& error) {
  std::cerr << error.message << '\n';
  return 1;
}

// One token a line after a tab, a blank line after each sentence.
int tokenize_stdin(const char* model_path) {
  const auto model = hearsay::load_tokenizer(model_path);
  if (!model) return fail(model.error());
  hearsay::Document doc;
  doc.text.assign(std::istreambuf_iterator<char>(std::cin), {});
  hearsay::TokenizerScratch scratch;
  split_blocks(doc);
  tokenize(*model, doc, scratch);
  if (const std::string broken = find_violation(doc); !broken.empty()) {
    return fail({hearsay::ErrorCode::invalid_input, broken});
  }
  std::string out;
  for (const hearsay::Sentence s : doc.sentences) {
    for (auto i = s.first_token; i < s.last_token; ++i) {
      out += "1\t";
      out += doc.at(doc.tokens[i].span);
      out += '\n';
    }
    out += '\n';
  }
  std::cout << out;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  if (command == "tokenize" && argc == 3) return tokenize_stdin(argv[2]);
  if (command == "train" && argc == 5) {
    const auto done = hearsay::train_tokenizer({.lists = argv[2], .data = argv[3], .output = argv[4]},
                                               [](std::string_view line) { std::cerr << line << '\n'; });
    return done ? 0 : fail(done.error());
  }
  std::cerr << "usage: train_tokenizer train LISTS DATA OUTPUT | tokenize MODEL < TEXT\n";
  return 2;
}
