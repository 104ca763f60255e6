#include "format/conllu.h"

#include <string>

#include "hearsay/format.h"

namespace hearsay {
namespace {

// Appends `s` with spaces for tabs and line ends: a tab or a line break
// inside a column would be read as the end of it.
void append_column(std::string_view s, std::string& out) {
  for (const char c : s) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

void append_text_comment(const Document& doc, Sentence s, std::string& out) {
  out += "# text = ";
  const Span span{doc.tokens[s.first_token].span.begin, doc.tokens[s.last_token - 1].span.end};
  bool space = false;
  for (const char c : doc.at(span)) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!(is_space && space)) out += is_space ? ' ' : c;
    space = is_space;
  }
  out += '\n';
}

void append_tag(const Document& doc, std::uint32_t token, std::string& out) {
  if (doc.tags.empty()) {
    out += "\t_\t_\t_\t_";
    return;
  }
  const Tag& tag = doc.tags[token];
  const std::string& lemma = doc.strings[tag.lemma];
  out += '\t';
  append_column(lemma.empty() ? "_" : lemma, out);
  out += '\t';
  out += to_string(tag.upos);
  out += '\t';
  append_column(doc.strings[tag.xpos], out);
  out += "\t_";
}

void append_arc(const Document& doc, Sentence s, std::uint32_t token, std::string& out) {
  if (doc.arcs.empty()) {
    out += "\t_\t_";
    return;
  }
  const Arc& arc = doc.arcs[token];
  out += '\t';
  out += arc.head == kNone ? "0" : std::to_string(arc.head - s.first_token + 1);
  out += '\t';
  out += to_string(arc.deprel);
  if (arc.subtype != DeprelSubtype::none) {
    out += ':';
    out += to_string(arc.subtype);
  }
}

void append_word(const Document& doc, Sentence s, std::uint32_t token, std::string& out) {
  const Span span = doc.tokens[token].span;
  out += std::to_string(token - s.first_token + 1);
  out += '\t';
  append_column(doc.at(span), out);
  append_tag(doc, token, out);
  append_arc(doc, s, token, out);
  const bool glued = token + 1 < doc.tokens.size() && doc.tokens[token + 1].span.begin == span.end;
  out += glued ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
}

// Block in which each sentence begins, one after the other.
struct BlockCursor {
  const Document& doc;
  std::size_t block = 0;
  std::size_t last_printed = kNone;

  // True once for each block: at the first sentence in it.
  bool enters(Sentence s) {
    const std::uint32_t begin = doc.tokens[s.first_token].span.begin;
    while (block < doc.blocks.size() && doc.blocks[block].span.end <= begin) ++block;
    if (block == doc.blocks.size() || block == last_printed || doc.blocks[block].span.begin > begin)
      return false;
    last_printed = block;
    return true;
  }
};

}  // namespace

std::string to_conllu(const Document& doc) {
  std::string out;
  std::string id;
  append_column(doc.metadata.id, id);
  BlockCursor blocks{doc};
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence s = doc.sentences[i];
    if (i == 0) out += id.empty() ? "# newdoc\n" : "# newdoc id = " + id + "\n";
    if (blocks.enters(s)) out += "# newpar\n";
    out += "# sent_id = " + (id.empty() ? "" : id + "-") + std::to_string(i + 1) + "\n";
    append_text_comment(doc, s, out);
    for (std::uint32_t t = s.first_token; t < s.last_token; ++t) append_word(doc, s, t, out);
    out += '\n';
  }
  return out;
}

std::string to_conllu(const ConlluDocument& document) {
  const Document& doc = document.doc;
  std::string out;
  std::size_t line = 0;
  for (std::uint32_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence s = doc.sentences[i];
    for (std::uint32_t t = s.first_token; t <= s.last_token; ++t) {
      for (; line < document.lines.size(); ++line) {
        const ConlluLine& kept = document.lines[line];
        if (kept.sentence != i || kept.token != t) break;
        out += kept.text;
        out += '\n';
      }
      if (t < s.last_token) append_word(doc, s, t, out);
    }
    out += '\n';
  }
  return out;
}

}  // namespace hearsay
