// Objects of JSON, written member by member.
#ifndef HEARSAY_SRC_FORMAT_JSON_OBJECT_H_
#define HEARSAY_SRC_FORMAT_JSON_OBJECT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Members stand in the order of the calls. What is empty is left out. Requires: valid
// UTF-8, and no key twice.
class JsonObject {
 public:
  JsonObject& text(std::string_view key, std::string_view value);
  JsonObject& number(std::string_view key, std::uint32_t value);
  JsonObject& texts(std::string_view key, const std::vector<std::string_view>& values);

  // The value is JSON already; so are the elements.
  JsonObject& json(std::string_view key, std::string_view value);
  JsonObject& list(std::string_view key, const std::vector<std::string>& elements);

  // The object, on one line.
  std::string take();

 private:
  void add_key(std::string_view key);
  std::string text_ = "{";
};

// "a3" of the third of its layer.
std::string numbered_id(char layer, std::uint32_t index);

// `text` with everything but letters, digits and -._~ as %XX, for a URN.
std::string percent_encoded(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_OBJECT_H_
