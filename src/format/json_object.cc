#include "format/json_object.h"

#include <utility>

#include "format/json_writer.h"

namespace hearsay {

void JsonObject::add_key(std::string_view key) {
  if (text_.size() > 1) text_ += ", ";
  append_json_string(key, text_);
  text_ += ": ";
}

JsonObject& JsonObject::text(std::string_view key, std::string_view value) {
  if (value.empty()) return *this;
  add_key(key);
  append_json_string(value, text_);
  return *this;
}

JsonObject& JsonObject::number(std::string_view key, std::uint32_t value) {
  add_key(key);
  append_json_number(value, text_);
  return *this;
}

JsonObject& JsonObject::texts(std::string_view key, const std::vector<std::string_view>& values) {
  std::vector<std::string> elements;
  for (const std::string_view value : values) {
    if (!value.empty()) append_json_string(value, elements.emplace_back());
  }
  return list(key, elements);
}

JsonObject& JsonObject::json(std::string_view key, std::string_view value) {
  if (value.empty()) return *this;
  add_key(key);
  text_ += value;
  return *this;
}

JsonObject& JsonObject::list(std::string_view key, const std::vector<std::string>& elements) {
  if (elements.empty()) return *this;
  add_key(key);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    text_ += i == 0 ? "[" : ", ";
    text_ += elements[i];
  }
  text_ += ']';
  return *this;
}

std::string JsonObject::take() { return std::exchange(text_, "{") + "}"; }

std::string numbered_id(char layer, std::uint32_t index) {
  return std::string(1, layer) + std::to_string(std::uint64_t{index} + 1);
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace hearsay
