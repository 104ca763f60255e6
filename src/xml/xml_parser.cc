#include "xml/xml_parser.h"

#include <expat.h>

#include <algorithm>
#include <utility>

#include "document/utf8.h"
#include "pages/character_sets.h"

namespace hearsay {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view local_name(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view XmlAttributes::find(std::string_view qualified) const {
  std::string_view found;
  for_each([&](const Attribute& a) {
    if (found.empty() && equal_but_for_case(a.name, qualified)) found = a.value;
  });
  return found;
}

std::string_view XmlAttributes::find_local(std::string_view name) const {
  std::string_view found;
  for_each([&](const Attribute& a) {
    if (found.empty() && local_name(a.name) == name) found = a.value;
  });
  return found;
}

// What expat calls, also with what it has read already when it is stopped.
struct XmlParser::Events {
  static XmlParser& self(void* user) { return *static_cast<XmlParser*>(user); }

  static void stop(XmlParser& parser, std::string fault) {
    parser.fault_ = std::move(fault);
    parser.stopped_at_ = parser.position();  // where the event began; afterwards it would be where it ended
    parser.stopped_line_ = parser.line();
    parser.stopped_ = true;
    ::XML_StopParser(parser.parser_.get(), XML_FALSE);
  }

  static void ask(XmlParser& parser) {
    if (std::string why = parser.receiver_.problem(); !why.empty()) return stop(parser, std::move(why));
    if (!parser.receiver_.wants_more()) stop(parser, "");
  }

  static void begin(void* user, const XML_Char* name, const XML_Char** attributes) {
    XmlParser& parser = self(user);
    if (parser.stopped_) return;
    if (++parser.depth_ > kMostDepth)
      return stop(parser,
                  "expected elements at most " + std::to_string(kMostDepth) + " deep, found deeper ones");
    parser.receiver_.begin(name, XmlAttributes(attributes));
    ask(parser);
  }

  static void end(void* user, const XML_Char* name) {
    XmlParser& parser = self(user);
    if (parser.stopped_) return;
    --parser.depth_;
    parser.receiver_.end(name);
    ask(parser);
  }

  static void text(void* user, const XML_Char* bytes, int size) {
    if (!self(user).stopped_) self(user).receiver_.text({bytes, static_cast<std::size_t>(size)});
  }

  static void reference(void* user, const XML_Char* name, int is_parameter) {
    if (!self(user).stopped_ && is_parameter == 0) self(user).receiver_.reference(name);
  }

  static void declare(void* user, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                      const XML_Char*, const XML_Char*, const XML_Char*) {
    if (self(user).stopped_) return;
    stop(self(user), "expected no entities but those of XML and HTML, found a declaration of '" +
                         std::string(name).substr(0, 40) + "'");
  }

  // Encodings of one byte; expat knows those of Unicode itself.
  static int encoding(void*, const XML_Char* label, XML_Encoding* out) {
    const std::string_view name = encoding_of_label(label);
    if (name.empty()) return XML_STATUS_ERROR;
    for (int byte = 0; byte < 256; ++byte) {
      const std::string character = decode(std::string(1, static_cast<char>(byte)), name);
      if (character.empty()) return XML_STATUS_ERROR;
      const CodePoint point = decode_utf8(character, 0);
      const bool one = point.length == character.size() && point.value != U'\uFFFD';
      out->map[byte] = one ? static_cast<int>(point.value) : -1;
    }
    out->convert = nullptr;
    out->release = nullptr;
    return XML_STATUS_OK;
  }
};

void XmlParser::Free::operator()(XML_ParserStruct* parser) const { ::XML_ParserFree(parser); }

XmlParser::XmlParser(XmlReceiver& receiver, const char* encoding)
    : receiver_(receiver), parser_(::XML_ParserCreate(encoding)) {
  XML_Parser parser = parser_.get();
  if (parser == nullptr) return;
  ::XML_SetUserData(parser, this);
  ::XML_SetElementHandler(parser, &Events::begin, &Events::end);
  ::XML_SetCharacterDataHandler(parser, &Events::text);
  ::XML_SetSkippedEntityHandler(parser, &Events::reference);
  ::XML_SetEntityDeclHandler(parser, &Events::declare);
  ::XML_SetUnknownEncodingHandler(parser, &Events::encoding, nullptr);
  ::XML_UseForeignDTD(parser, XML_TRUE);  // so that references to what it would declare are no faults
}

XmlParser::~XmlParser() = default;

Result<bool> XmlParser::parse(std::string_view bytes, bool last) {
  if (parser_ == nullptr) return Error{ErrorCode::io, "out of memory"};
  const bool parsed =
      ::XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK;
  if (stopped_ && fault_.empty()) return false;
  if (stopped_) return Error{ErrorCode::invalid_input, fault_};
  if (parsed) return true;
  return Error{ErrorCode::invalid_input,
               "expected XML, found: " + std::string(::XML_ErrorString(::XML_GetErrorCode(parser_.get())))};
}

std::uint64_t XmlParser::position() const {
  if (stopped_) return stopped_at_;
  const XML_Index index = parser_ == nullptr ? -1 : ::XML_GetCurrentByteIndex(parser_.get());
  return index < 0 ? 0 : static_cast<std::uint64_t>(index);
}

std::uint64_t XmlParser::line() const {
  if (stopped_) return stopped_line_;
  return parser_ == nullptr ? 1 : ::XML_GetCurrentLineNumber(parser_.get());
}

bool XmlParser::is_at_next_document() const {
  const XML_Error error = parser_ == nullptr ? XML_ERROR_NO_MEMORY : ::XML_GetErrorCode(parser_.get());
  return error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT || error == XML_ERROR_MISPLACED_XML_PI;
}

}  // namespace hearsay
