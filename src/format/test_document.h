// Documents for this folder's tests, annotated by naming the words.
#ifndef HEARSAY_SRC_FORMAT_TEST_DOCUMENT_H_
#define HEARSAY_SRC_FORMAT_TEST_DOCUMENT_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

struct Words {
  std::vector<std::string> source;
  std::vector<std::string> cue;
  std::vector<std::string> content;
  Form form = Form::indirect;
};

inline Span find_words(const Document& doc, std::string_view words) {
  const std::size_t begin = doc.text.find(words);
  EXPECT_NE(begin, std::string::npos) << words;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

// Paragraphs at blank lines; one token a run of letters, one sentence in all; words
// with a capital, but for The, are proper nouns, "of" is a preposition, "she" a pronoun.
inline Document make_document(std::string text) {
  Document doc;
  doc.text = std::move(text);
  doc.strings = {"_", "say"};
  for (std::size_t begin = 0; begin < doc.text.size();) {
    const std::size_t end = std::min(doc.text.find("\n\n", begin), doc.text.size());
    doc.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  const auto is_word = [&](std::uint32_t i) {
    return std::isalpha(static_cast<unsigned char>(doc.text[i])) != 0;
  };
  const auto size = static_cast<std::uint32_t>(doc.text.size());
  for (std::uint32_t i = 0; i < size;) {
    std::uint32_t end = i + 1;
    while (is_word(i) && end < size && is_word(end)) ++end;
    if (const std::string_view word = doc.at({i, end}); is_word(i) || word == ",") {
      const bool capital = std::isupper(static_cast<unsigned char>(word[0])) != 0 && word != "The";
      Upos upos = capital ? Upos::PROPN : Upos::NOUN;
      if (word == ",") upos = Upos::PUNCT;
      if (word == "of") upos = Upos::ADP;
      if (word == "she") upos = Upos::PRON;
      doc.tokens.push_back({{i, end}});
      doc.tags.push_back({.lemma = 0, .xpos = 0, .upos = upos});
    }
    i = end;
  }
  doc.sentences.push_back({0, static_cast<std::uint32_t>(doc.tokens.size())});
  return doc;
}

inline void attribute(Document& doc, const Words& words) {
  Attribution a;
  a.cue_lemma = 1;
  a.form = words.form;
  a.confidence = 0.876f;
  for (const auto& [from, to] :
       {std::pair{&words.source, &a.source}, {&words.cue, &a.cue}, {&words.content, &a.content}}) {
    for (const std::string& word : *from) to->push_back(find_words(doc, word));
  }
  doc.attributions.push_back(std::move(a));
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_TEST_DOCUMENT_H_
