#include "archives/xml_parser.h"

#include <expat.h>

#include "document/utf8.h"
#include "pages/character_sets.h"

namespace hearsay {
namespace {

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view ElementAttributes::get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

// What expat calls.
struct XmlParser::Events {
  static XmlParser& self(void* user) { return *static_cast<XmlParser*>(user); }

  static void stop(XmlParser& parser, std::string fault) {
    parser.fault_ = std::move(fault);
    ::XML_StopParser(parser.parser_.get(), XML_FALSE);
  }

  static void begin(void* user, const XML_Char* name, const XML_Char** attributes) {
    XmlParser& parser = self(user);
    if (++parser.depth_ > kMostDepth)
      return stop(parser,
                  "expected elements at most " + std::to_string(kMostDepth) + " deep, found deeper ones");
    parser.receiver_.begin(local_name(name), ElementAttributes(attributes));
  }

  static void end(void* user, const XML_Char* name) {
    XmlParser& parser = self(user);
    --parser.depth_;
    parser.receiver_.end(local_name(name));
  }

  static void text(void* user, const XML_Char* bytes, int size) {
    self(user).receiver_.text({bytes, static_cast<std::size_t>(size)});
  }

  static void reference(void* user, const XML_Char* name, int is_parameter) {
    if (is_parameter == 0) self(user).receiver_.reference(name);
  }

  static void declare(void* user, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                      const XML_Char*, const XML_Char*, const XML_Char*) {
    stop(self(user),
         "expected no declarations of entities, found that of '" + std::string(name).substr(0, 40) + "'");
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

XmlParser::XmlParser(XmlReceiver& receiver) : receiver_(receiver), parser_(::XML_ParserCreate(nullptr)) {
  XML_Parser parser = parser_.get();
  ::XML_SetUserData(parser, this);
  ::XML_SetElementHandler(parser, &Events::begin, &Events::end);
  ::XML_SetCharacterDataHandler(parser, &Events::text);
  ::XML_SetSkippedEntityHandler(parser, &Events::reference);
  ::XML_SetEntityDeclHandler(parser, &Events::declare);
  ::XML_SetUnknownEncodingHandler(parser, &Events::encoding, nullptr);
  ::XML_UseForeignDTD(parser, XML_TRUE);  // so that references to what it would declare are no faults
}

XmlParser::~XmlParser() = default;

Result<Success> XmlParser::parse(std::string_view bytes, bool last) {
  if (::XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK)
    return Success{};
  if (!fault_.empty()) return Error{ErrorCode::invalid_input, fault_};
  return Error{ErrorCode::invalid_input,
               "expected XML, found: " + std::string(::XML_ErrorString(::XML_GetErrorCode(parser_.get())))};
}

std::uint64_t XmlParser::position() const {
  const XML_Index index = ::XML_GetCurrentByteIndex(parser_.get());
  return index < 0 ? 0 : static_cast<std::uint64_t>(index);
}

bool XmlParser::is_at_next_document() const {
  const XML_Error error = ::XML_GetErrorCode(parser_.get());
  return error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT || error == XML_ERROR_MISPLACED_XML_PI;
}

}  // namespace hearsay
