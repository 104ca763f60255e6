#include "pages/character_references.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string decoded(std::string_view text, bool in_attribute = false) {
  std::string out;
  decode_references(text, in_attribute, out);
  return out;
}

TEST(CharacterReferences, NamesAndNumbers) {
  EXPECT_EQ(decoded("Holm &amp; Strand said &ldquo;no&rdquo;"), "Holm & Strand said “no”");
  EXPECT_EQ(decoded("&#8217;&#x2019;&#X2019;"), "’’’");
  EXPECT_EQ(decoded("&NotEqualTilde;"), "≂̸");
  EXPECT_EQ(decoded("a&nbsp;b"), "a\u00A0b");
  EXPECT_EQ(decoded("&equals;&Tab;&NewLine;"), "=\t\n");
}

TEST(CharacterReferences, WithoutSemicolon) {
  EXPECT_EQ(decoded("fish &amp chips"), "fish & chips");
  EXPECT_EQ(decoded("&copy2019"), "©2019");
  EXPECT_EQ(decoded("&notit; &notin;"), "¬it; ∉");
  EXPECT_EQ(decoded("&ldquo no"), "&ldquo no");
  EXPECT_EQ(decoded("&#8217s"), "’s");
}

TEST(CharacterReferences, InAddressesNamesNeedTheirSemicolon) {
  EXPECT_EQ(decoded("?a=1&copy=2&lt", true), "?a=1&copy=2<");
  EXPECT_EQ(decoded("?a=1&copy;", true), "?a=1©");
}

TEST(CharacterReferences, WhatIsNone) {
  EXPECT_EQ(decoded("R&D, AT&T; & &; &# &#; &#x; &nosuch; &"), "R&D, AT&T; & &; &# &#; &#x; &nosuch; &");
}

TEST(CharacterReferences, NumbersThatAreNoCharacters) {
  EXPECT_EQ(decoded("&#0;&#xD800;&#x110000;&#99999999999999999999;"), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded("&#146;&#x80;"), "’€");
}

}  // namespace
}  // namespace hearsay
