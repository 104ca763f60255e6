#include "pages/character_sets.h"

#include <gtest/gtest.h>

#include "document/utf8.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

string meta(string_view encoding) { return "<meta charset=" + string(encoding) + ">"; }

TEST(CharacterSets, LabelsMeanWhatTheStandardSays) {
  EXPECT_EQ(encoding_of_label(" ISO-8859-1\n"), "windows-1252");
  EXPECT_EQ(encoding_of_label("latin1"), "windows-1252");
  EXPECT_EQ(encoding_of_label("us-ascii"), "windows-1252");
  EXPECT_EQ(encoding_of_label("ISO-8859-9"), "windows-1254");
  EXPECT_EQ(encoding_of_label("gb2312"), "gbk");
  EXPECT_EQ(encoding_of_label("x-sjis"), "shift_jis");
  EXPECT_EQ(encoding_of_label("ks_c_5601-1987"), "euc-kr");
  EXPECT_EQ(encoding_of_label("UTF8"), "utf-8");
  EXPECT_EQ(encoding_of_label("utf-16"), "utf-16le");
  EXPECT_EQ(encoding_of_label("hz-gb-2312"), "replacement");
  for (const string_view nothing : {"", " ", "utf", "latin1 latin2", "8859", "windows-125"}) {
    EXPECT_EQ(encoding_of_label(nothing), "") << nothing;
  }
}

TEST(CharacterSets, ContentTypes) {
  EXPECT_EQ(encoding_of_content_type("text/html; Charset=\"KOI8-R\""), "koi8-r");
  EXPECT_EQ(encoding_of_content_type("text/html;charset=euc-jp;q=1"), "euc-jp");
  EXPECT_EQ(encoding_of_content_type("text/html; charset"), "");
  EXPECT_EQ(encoding_of_content_type("text/html; charset=\"utf-8"), "");
  EXPECT_EQ(encoding_of_content_type("text/html"), "");
}

TEST(CharacterSets, Prescan) {
  EXPECT_EQ(encoding_of_meta("<html><head><META  CHARSET = 'windows-1251' >"), "windows-1251");
  EXPECT_EQ(encoding_of_meta("<meta http-equiv=Content-Type content='text/html; charset = big5'>"), "big5");
  EXPECT_EQ(encoding_of_meta("<meta content='text/html;charset=big5' http-equiv='content-type'/>"), "big5");
  EXPECT_EQ(encoding_of_meta("<meta name=a content='charset=big5'><meta/charset=gbk>"), "gbk");
  EXPECT_EQ(
      encoding_of_meta("<!-- <meta charset=big5> --><a title='<meta charset=gbk>'><meta charset=koi8-u>"),
      "koi8-u");
  EXPECT_EQ(encoding_of_meta("<!--><meta charset=big5>"), "big5");
  EXPECT_EQ(encoding_of_meta("<meta charset=utf-16>"), "utf-8");
  EXPECT_EQ(encoding_of_meta("<meta charset=nonsense><?x <meta charset=big5> ?><meta charset=latin2>"),
            "iso-8859-2");
  for (const string_view nothing :
       {"", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset='big5", "<!--"}) {
    EXPECT_EQ(encoding_of_meta(nothing), nothing.ends_with("big5") ? "big5" : "") << nothing;
  }
}

TEST(CharacterSets, TheOrderOfTrust) {
  EXPECT_EQ(encoding_of_page("\xEF\xBB\xBF" + meta("big5"), "text/html; charset=gbk"), "utf-8");
  EXPECT_EQ(encoding_of_page(string_view("\xFF\xFE<\0", 4), "text/html; charset=gbk"), "utf-16le");
  EXPECT_EQ(encoding_of_page(string_view("\0<\0p", 4), ""), "utf-16be");
  EXPECT_EQ(encoding_of_page(meta("big5"), "text/html; charset=gbk"), "gbk");
  EXPECT_EQ(encoding_of_page(meta("big5"), "text/html; charset=nonsense"), "big5");
  EXPECT_EQ(encoding_of_page("<p>plain", ""), "utf-8");
  EXPECT_EQ(encoding_of_page("<p>caf\xE9", ""), "windows-1252");
}

TEST(CharacterSets, PagesThatLie) {
  // Saved as UTF-8 by a browser, with the declaration that was there.
  EXPECT_EQ(encoding_of_page(meta("gb2312") + "Gr\xC3\xBC\xC3\x9F", ""), "utf-8");
  EXPECT_EQ(encoding_of_page(meta("utf-8") + "caf\xE9 \xE0 la", ""), "windows-1252");
  EXPECT_EQ(encoding_of_page(meta("windows-1251") + "\xEF\xF0\xE8", "text/html; charset=utf-8"),
            "windows-1251");
  EXPECT_EQ(encoding_of_page(meta("utf-8") + "\xC3\xA9\xC3\xA9 cut\xC3.", ""), "utf-8");
  EXPECT_EQ(decode_page(meta("utf-8") + "\xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x82 \xE9.", ""),
            meta("utf-8") + "ééé \uFFFD \uFFFD.");
}

TEST(CharacterSets, Decodes) {
  EXPECT_EQ(decode("\x93quoted\x94 \x80 \x81", "windows-1252"), "“quoted” € \u0081");
  EXPECT_EQ(decode("\xF0\xD2\xC9", "koi8-r"), "При");
  EXPECT_EQ(decode("\xCF\xF0\xE8", "windows-1251"), "При");
  EXPECT_EQ(decode("\x8E\x8A", "macintosh"), "éä");
  EXPECT_EQ(decode("\xA4\xA4", "iso-8859-15"), "€€");
  EXPECT_EQ(decode("\xD6\xD0\xCE\xC4", "gbk"), "中文");
  EXPECT_EQ(decode("\xA4\xA4\xA4\xE5", "big5"), "中文");
  EXPECT_EQ(decode("\x93\xFA\x96{", "shift_jis"), "日本");
  EXPECT_EQ(decode("\xC6\xFC\xCB\xDC", "euc-jp"), "日本");
  EXPECT_EQ(decode("\x1B$BF|K\\\x1B(B.", "iso-2022-jp"), "日本.");
  EXPECT_EQ(decode("\xC7\xD1\xB1\xB9", "euc-kr"), "한국");
  EXPECT_EQ(decode(string_view("\xFF\xFEH\0\xE9\0", 6), "utf-16le"), "Hé");
  EXPECT_EQ(decode(string_view("\xFE\xFF\0H\xD8\0\0!", 8), "utf-16be"), "H\uFFFD!");
  EXPECT_EQ(decode("a\xF0", "x-user-defined"), "a\uF7F0");
  EXPECT_EQ(decode("anything", "replacement"), "\uFFFD");
}

TEST(CharacterSets, EveryEncodingGivesUtf8OfAllBytes) {
  string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (int i = 255; i > 0; --i) all += static_cast<char>(i);
  for (const string_view label :
       {"utf-8",        "ibm866",       "latin2",       "latin3",        "latin4",         "cyrillic",
        "arabic",       "greek",        "hebrew",       "logical",       "latin6",         "iso-8859-13",
        "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",        "koi8-u",         "mac",
        "windows-874",  "windows-1250", "windows-1251", "windows-1252",  "windows-1253",   "windows-1254",
        "windows-1255", "windows-1256", "windows-1257", "windows-1258",  "x-mac-cyrillic", "gbk",
        "gb18030",      "big5",         "euc-jp",       "iso-2022-jp",   "shift_jis",      "euc-kr",
        "utf-16be",     "utf-16le",     "replacement",  "x-user-defined"}) {
    const string_view encoding = encoding_of_label(label);
    ASSERT_NE(encoding, "") << label;
    EXPECT_TRUE(is_valid_utf8(decode(all, encoding))) << label;
    EXPECT_LE(decode(all, encoding).size(), all.size() * 4) << label;
  }
}

}  // namespace
}  // namespace hearsay
