#include "feeds/xml_source.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string repaired(std::string_view bytes, std::string_view content_type = "") {
  XmlSource source(bytes, content_type);
  std::string all;
  for (std::string_view piece = source.next(); !piece.empty(); piece = source.next()) all += piece;
  return all;
}

TEST(XmlSource, LeavesSoundXmlAlone) {
  const std::string sound = "<a b=\"c\">x &#38; y<!-- & --><![CDATA[ & < ]]></a>\n";
  EXPECT_EQ(repaired(sound), sound);
}

TEST(XmlSource, RepairsEntities) {
  EXPECT_EQ(repaired("<a>&nbsp;&mdash;&amp;&lt;&bogus; & x&#0;&#x1F;&#8217;</a>"),
            "<a>\u00A0\u2014&#38;&#60;&amp;bogus; &amp; x\uFFFD\uFFFD\u2019</a>");
  EXPECT_EQ(repaired("<a href='?a=1&b=2&copy;'/>"), "<a href='?a=1&amp;b=2\u00A9'/>");
}

TEST(XmlSource, RepairsBareAnglesAndControls) {
  EXPECT_EQ(repaired("<a>1 < 2 \x01\x1F<3</a>"), "<a>1 &lt; 2 &lt;3</a>");
  EXPECT_EQ(repaired("<a><![CDATA[\x02\xEF\xBF\xBF]]></a>"), "<a><![CDATA[]]></a>");
}

TEST(XmlSource, SkipsWhatStandsBeforeTheText) {
  EXPECT_EQ(repaired("\xEF\xBB\xBF \n\n<?xml version='1.0' encoding='utf-16'?>\n<a/>"), "\n\n\n<a/>");
  EXPECT_EQ(repaired("<?xml-stylesheet x?><a/>"), "<?xml-stylesheet x?><a/>");
}

TEST(XmlSource, KnowsWhereWhatItMakesCameFrom) {
  const std::string bytes = "\xEF\xBB\xBF\n<?xml ?>\n<a>&nbsp;<!-- \x01x --> & </b>";
  const std::string made = repaired(bytes);
  const auto origin = [&](std::string_view words) {
    return XmlSource(bytes, "").origin_of(made.find(words));
  };
  EXPECT_EQ(origin("<a>"), bytes.find("<a>"));
  EXPECT_EQ(origin("<!--"), bytes.find("<!--"));
  EXPECT_EQ(origin("&amp;"), bytes.find("& "));
  EXPECT_EQ(origin("</b>"), bytes.find("</b>"));
  EXPECT_EQ(XmlSource(bytes, "").origin_of(1000), bytes.size());
  EXPECT_EQ(XmlSource("<a>\xE9</a>", "").origin_of(3), std::nullopt);
}

TEST(XmlSource, EndsWhereOnlyLinesStand) {
  EXPECT_EQ(repaired("\n"), "\n");
  EXPECT_EQ(repaired("\x1E\n"), "\n");
  EXPECT_EQ(repaired("\n\n\x01"), "\n\n");
  EXPECT_EQ(repaired("<?xml ?>\n\n"), "\n\n");
}

TEST(XmlSource, ReadsOtherCharsets) {
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xE9</a>"), "<a>café</a>");
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xC3\xA9</a>"), "<a>café</a>");
  EXPECT_EQ(repaired("<?xml version='1.0'?><a>\x93"
                     "caf\xE9\x94</a>",
                     "text/xml; charset=windows-1252"),
            "<a>“café”</a>");
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='koi8-r'?><a>\xC4\xC1</a>"), "<a>да</a>");
  EXPECT_EQ(repaired(std::string("\xFF\xFE<\0a\0/\0>\0", 10)), "<a/>");
}

TEST(XmlSource, DoesNotBelieveLiesAboutCharsets) {
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='utf-8'?><a>caf\xE9</a>", "text/xml; charset=utf-8"),
            "<a>café</a>");
  EXPECT_EQ(repaired("<a>caf\xC3\xA9</a>", "text/xml; charset=iso-8859-1"), "<a>café</a>");
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='utf-8'?><a>caf\xC3\xA9, na\xC3\xAFve \xFF</a>"),
            "<a>café, naïve \uFFFD</a>");
  EXPECT_EQ(repaired("<?xml version='1.0' encoding='utf-16'?><a>b</a>"), "<a>b</a>");
}

TEST(XmlSource, FindsEndsBetweenPieces) {
  for (std::size_t length : {65'530u, 65'534u, 65'535u, 65'536u, 200'000u}) {
    const std::string text = "<a><![CDATA[" + std::string(length, 'x') + "]]>&</a>";
    EXPECT_EQ(repaired(text), "<a><![CDATA[" + std::string(length, 'x') + "]]>&amp;</a>");
  }
  EXPECT_EQ(repaired("<a><![CDATA[ never closed &"), "<a><![CDATA[ never closed &");
}

}  // namespace
}  // namespace hearsay
