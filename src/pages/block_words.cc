#include "pages/block_words.h"

#include <algorithm>

namespace hearsay {
namespace {

// In lower case, without punctuation.
constexpr std::string_view kPromoBeginnings[] = {
    "read more",
    "read also",
    "also read",
    "read next",
    "read the full",
    "related",
    "see also",
    "more on this",
    "more from",
    "don t miss",
    "sign up",
    "subscribe",
    "follow us",
    "follow",
    "get the latest",
    "download our",
    "download the",
    "listen to",
    "watch",
    "watch now",
    "join our",
    "like us",
    "support our",
    "must read",
    "most read",
    "recommended",
    "you may also",
    "you might also",
    "newsletter",
    "get our",
    "view comments",
    "share this",
    "advertisement",
    "story continues",
    "this website uses cookies",
    "this site uses cookies",
    "we use cookies",
    "the cookie settings",
    "this article originally",
    "all rights reserved",
    "copyright",
    "image source",
    "photo credit",
    "never miss",
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) >= 0x80);
}

// Length of the general punctuation (U+2000 to U+206F) at `i`; else 0.
std::size_t punctuation_at(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size() || text[i] != '\xE2') return 0;
  return text[i + 1] == '\x80' || text[i + 1] == '\x81' ? 3 : 0;
}

// "Follow her on Twitter", "Follow us @..."
bool asks_to_follow(std::string_view text) {
  const std::size_t follow = std::min(text.find("ollow "), text.size());
  return text.size() < 350 &&
         (text.find('@', follow) != text.npos || text.find("Twitter", follow) != text.npos);
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t punctuation = punctuation_at(text, i);
    if (punctuation > 0 || !is_word_byte(text[i])) {
      finish();
      i += std::max<std::size_t>(punctuation, 1);
      continue;
    }
    word += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    ++i;
  }
  finish();
  return words;
}

bool begins_like_promo(std::string_view text) {
  if (asks_to_follow(text)) return true;
  if (text.size() > 300) return false;
  std::string begin;
  for (const std::string& word : folded_words(text.substr(0, std::min<std::size_t>(text.size(), 60))))
    begin += (begin.empty() ? "" : " ") + word;
  return std::any_of(std::begin(kPromoBeginnings), std::end(kPromoBeginnings), [&](std::string_view promo) {
    return begin.starts_with(promo) && (begin.size() == promo.size() || begin[promo.size()] == ' ');
  });
}

bool is_credit_line(std::string_view text) {
  constexpr std::string_view kSaid[] = {"contributed to this", "contributed to the report", "Reporting by",
                                        "Editing by"};
  constexpr std::string_view kBegins[] = {"Photo:",        "Photos:",      "Photo by",     "Photo source",
                                          "Photo credit",  "Image:",       "Image by",     "Image source",
                                          "Image credit",  "Picture:",     "Pictures:",    "Credit:",
                                          "Photo Source",  "Photo Credit", "Image Source", "Image Credit",
                                          "Featured image"};
  if (text.size() > 250) return false;
  if (text.size() < 100 && text.find("©") != text.npos) return true;
  const auto is_said = [&](std::string_view said) { return text.find(said) != text.npos; };
  const auto begins = [&](std::string_view begin) { return text.starts_with(begin); };
  return std::any_of(std::begin(kSaid), std::end(kSaid), is_said) ||
         (text.size() < 150 && std::any_of(std::begin(kBegins), std::end(kBegins), begins));
}

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t punctuation = punctuation_at(text, i);
    if (punctuation == 0 && is_word_byte(text[i])) return true;
    i += std::max<std::size_t>(punctuation, 1);
  }
  return false;
}

bool ends_like_credit(std::string_view text) {
  if (text.size() > 350 || !text.ends_with(')')) return false;
  const std::size_t open = text.rfind('(');
  if (open == text.npos) return false;
  const std::vector<std::string> words = folded_words(text.substr(open));
  constexpr std::string_view kOwners[] = {"image",  "images", "photo",        "picture", "pic",
                                          "credit", "getty",  "ap",           "afp",     "reuters",
                                          "pa",     "epa",    "shutterstock", "file"};
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(std::begin(kOwners), std::end(kOwners), word) != std::end(kOwners);
  });
}

}  // namespace hearsay
