#include "feeds/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <type_traits>

#include "feeds/xml_source.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_but_for_case(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPointer = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

struct Reading {
  XML_Parser parser;
  XmlVisitor& visitor;
  int depth = 0;
  string problem;
  bool stopped = false;

  void stop(string why) {
    problem = std::move(why);
    stopped = true;
    XML_StopParser(parser, XML_FALSE);
  }
  // Expat may still tell of what it has read already.
  void look() {
    if (stopped) return;
    if (string why = visitor.problem(); !why.empty()) return stop(std::move(why));
    if (!visitor.wants_more()) stop("");
  }
};

void start_element(void* user, const char* name, const char** attributes) {
  auto& reading = *static_cast<Reading*>(user);
  if (reading.stopped) return;
  if (++reading.depth > kMostDepth) {
    return reading.stop("expected elements at most " + std::to_string(kMostDepth) + " deep, found more");
  }
  reading.visitor.start(name, XmlAttributes(attributes));
  reading.look();
}

void end_element(void* user, const char* name) {
  auto& reading = *static_cast<Reading*>(user);
  if (reading.stopped) return;
  --reading.depth;
  reading.visitor.end(name);
  reading.look();
}

void character_data(void* user, const char* text, int length) {
  auto& reading = *static_cast<Reading*>(user);
  if (!reading.stopped) reading.visitor.text({text, static_cast<std::size_t>(length)});
}

void entity_declaration(void* user, const char* name, int, const char*, int, const char*, const char*,
                        const char*, const char*) {
  auto& reading = *static_cast<Reading*>(user);
  if (!reading.stopped) {
    reading.stop("expected no entities but those of XML and HTML, found a declaration of '" +
                 string(string_view(name).substr(0, 40)) + "'");
  }
}

Error invalid(string_view name, XML_Parser parser, const string& what) {
  return {ErrorCode::invalid_input,
          string(name) + ":" + std::to_string(XML_GetCurrentLineNumber(parser)) + ": " + what};
}

}  // namespace

string_view XmlAttributes::find(string_view name) const {
  string_view found;
  for_each([&](const Attribute& a) {
    if (found.empty() && equal_but_for_case(a.name, name)) found = a.value;
  });
  return found;
}

Result<Success> read_xml(string_view bytes, string_view content_type, string_view name, XmlVisitor& visitor) {
  const ParserPointer parser(XML_ParserCreate("UTF-8"));
  if (parser == nullptr) return Error{ErrorCode::io, string(name) + ": out of memory"};
  Reading reading{.parser = parser.get(), .visitor = visitor, .depth = 0, .problem = {}, .stopped = false};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), start_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), character_data);
  XML_SetEntityDeclHandler(parser.get(), entity_declaration);
  XmlSource source(bytes, content_type);
  for (bool last = false; !last;) {
    const string_view piece = source.next();
    last = piece.empty();
    const XML_Status status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last);
    if (reading.stopped && reading.problem.empty()) return Success{};
    if (reading.stopped) return invalid(name, parser.get(), reading.problem);
    if (status == XML_STATUS_OK) continue;
    const XML_Error code = XML_GetErrorCode(parser.get());
    return invalid(name, parser.get(), "expected XML, found '" + string(XML_ErrorString(code)) + "'");
  }
  return Success{};
}

}  // namespace hearsay
