#include "format/statement_in_place.h"

#include <vector>

#include "document/utf8.h"
#include "format/date_words.h"
#include "format/json_object.h"
#include "format/printable.h"

namespace hearsay {
namespace {

// "[1203, 1260]" each.
std::vector<std::string> places(const CodePointIndex& index, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) {
    out.push_back("[" + std::to_string(index.at(span.begin)) + ", " + std::to_string(index.at(span.end)) +
                  "]");
  }
  return out;
}

// The block where the content begins, else all of the text.
std::string_view paragraph_of(const StatementRecord& s, const Document& doc) {
  if (s.paragraph == 0 || s.paragraph > doc.blocks.size()) return doc.text;
  return doc.at(doc.blocks[s.paragraph - 1].span);
}

std::string list_of(const std::vector<std::string>& elements) {
  std::string out;
  for (const std::string& element : elements) out += (out.empty() ? "[" : ", ") + element;
  return out.empty() ? "[]" : out + "]";
}

void append_wrapped(const std::string& text, const TextOptions& options, std::string& out) {
  for (const std::string& line : wrap(text, options.width - 4)) {
    out += options.color ? "    \033[2m" + line + "\033[0m\n" : "    " + line + "\n";
  }
}

}  // namespace

std::string to_text(const StatementRecord& s, const Document& doc, const TextOptions& options) {
  const Attribution& a = doc.attributions[s.attribution];
  const CodePointIndex index(doc.text);
  std::string facts(to_string(a.form));
  if (const std::string said = said_words(doc, s.attribution); !said.empty()) {
    facts += " · said " + printable(said);
  }
  facts += " · " + std::to_string(static_cast<int>(a.confidence * 100 + 0.5F)) + " % sure · characters";
  for (const Span span : a.content) {
    facts += (span == a.content.front() ? " " : ", ") + std::to_string(index.at(span.begin)) + "-" +
             std::to_string(index.at(span.end));
  }
  std::string out = to_text(s, options);
  append_wrapped(facts, options, out);
  out += "\n  In its paragraph:\n";
  for (const std::string& line : wrap(printable(paragraph_of(s, doc)), options.width - 4)) {
    out += "    " + line + "\n";
  }
  return out;
}

std::string to_record(const StatementRecord& s, const Document& doc) {
  const Attribution& a = doc.attributions[s.attribution];
  const CodePointIndex index(doc.text);
  JsonObject spans;
  spans.json("source", list_of(places(index, a.source)));
  spans.json("cue", list_of(places(index, a.cue))).json("content", list_of(places(index, a.content)));
  JsonObject more;
  more.json("spans", spans.take()).text("context", paragraph_of(s, doc));
  std::string out = to_record(s);
  out.pop_back();
  return out + ", " + more.take().substr(1);
}

}  // namespace hearsay
