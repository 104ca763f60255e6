#include "ingest/block_kinds.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest/block_rules.h"

namespace hearsay {
namespace {

struct Case {
  BlockKind kind;
  std::string_view text;
};

// All invented. What a paragraph of a report looks like stands among them.
constexpr BlockKind kByline = BlockKind::byline, kCaption = BlockKind::caption, kCredit = BlockKind::credit,
                    kCorrection = BlockKind::correction, kDateline = BlockKind::dateline,
                    kEmbed = BlockKind::embed, kFurniture = BlockKind::furniture, kPromo = BlockKind::promo,
                    kParagraph = BlockKind::paragraph;
constexpr Case kCases[] = {
    {kByline, "By Ada Holm"},
    {kByline, "By Ada Holm and Yusuf Amadi, Northline"},
    {kByline, "BY ADA HOLM"},
    {kByline, "By Reuters"},
    {kByline, "Written by Ada Holm"},
    {kByline, "Ada Holm, staff writer"},
    {kParagraph, "By Monday"},
    {kParagraph, "By March 2030."},
    {kParagraph, "By noon the bridge was closed."},
    {kParagraph, "By Category"},

    {kDateline, "4 March 2031"},
    {kDateline, "Published 4 March 2031, 10:32 GMT"},
    {kDateline, "Last updated on March 4, 2031 at 9:15 p.m."},
    {kDateline, "2031-03-04"},
    {kDateline, "3 hours ago"},
    {kParagraph, "On 4 March 2031 the bridge moved."},
    {kParagraph, "12:25 p.m."},

    {kCredit, "Photo: Ada Holm"},
    {kCredit, "(Photo by Ada Holm/Northline via Getty Images)"},
    {kCredit, "Photograph by Ada Holm"},
    {kCredit, "Image credit: Northline"},
    {kCredit, "Ada Holm via Getty Images."},
    {kCredit, "Ada Holm/AFP/Getty Images"},
    {kCredit, "Getty."},
    {kCredit, "AP Photo/Ada Holm"},
    {kCredit, "Picture courtesy of the Ansel Museum"},
    {kCredit, "(Reporting by Ada Holm in Port Ansel; editing by Yusuf Amadi)"},
    {kCredit,
     "(Additional reporting by Ada Holm, Eva Strand and Yusuf Amadi; Writing by Lin Moe; Editing by Bo Ek.)"},
    {kCredit, "-- additional reporting by Ada Holm"},
    {kCredit, "Contributing: Ada Holm, Northline"},
    {kCredit, "Ada Holm contributed to this report."},
    {kCredit, "Eva Strand and Yusuf Amadi contributed reporting."},
    {kCredit, "Northline's Ada Holm and The Ansel Press contributed to this article."},
    {kCredit, "This article was originally published by the Ansel Courier."},
    {kCredit, "(h/t The Courier)"},
    {kParagraph, "Reporting by the Courier showed that the sheets had been changed."},
    {kParagraph, "Photos by police show the span before it fell, the ministry said."},
    {kParagraph, "The rain contributed to this disaster, the inspector said."},
    {kParagraph, "Writer Ada Holm contributed $500 to the campaign, records show."},
    {kParagraph, "The mayor will step down in June, her office said. (AFP)"},
    {kParagraph, "Support for the plan fell to 41 percent, a survey found (Ansel/Moe)."},
    {kParagraph, "The mayor said that the bridge was safe. (Reporting by Ada Holm; Editing by Bo Ek)"},

    {kCaption, "Mayor Paula Holm at the bridge on Monday. (Photo by Ada Holm/Getty Images)"},
    {kCaption, "The span seen from the harbour in June. Photo: Ada Holm/Northline"},
    {kCaption, "Paula Holm speaks to voters. Ada Holm/AFP via Getty Images"},
    {kCaption, "FILE - Mayor Paula Holm leaves the town hall in Port Ansel, March 4, 2031."},
    {kCaption, "Image caption The bridge was closed on Monday"},
    {kCaption, "Pictured: the welders' hall"},

    {kPromo, "READ ALSO: Bridge inquiry is named"},
    {kPromo, "READ MORE: How the span was built"},
    {kPromo, "Related: Who paid for the bridge?"},
    {kPromo, "Related stories"},
    {kPromo, "\"Related:\""},
    {kPromo, "What you need to know: the inquiry, the money and the people"},
    {kPromo, "Sign up for our newsletter"},
    {kPromo, "Sign up for the Morning Ansel newsletter and never miss a story."},
    {kPromo, "GOT A STORY? Email our newsdesk at news@example.com or call us."},
    {kPromo, "Do you have a tip for our reporters?"},
    {kPromo, "WATCH: The moment the span swayed"},
    {kPromo, "Watch the full interview below:"},
    {kPromo, "Follow Ada Holm on Twitter @adaholm."},
    {kPromo, "Click here for the latest from Port Ansel"},
    {kPromo, "You may also like"},
    {kPromo, "Subscribe to the Northline podcast on any app."},
    {kPromo, "For more, sign up for the Courier's weekly letter."},
    {kPromo, "Download our free app"},
    {kPromo, "Read the rest of the story at the Courier."},
    {kParagraph, "Related charges were dropped in May, prosecutors said."},
    {kParagraph, "Watch officers saw the span move, the report says."},
    {kParagraph, "Sign language interpreters will be at the hearing, the council said."},
    {kParagraph, "\"Sign up for our newsletter,\" the caller told pensioners, according to police."},
    {kParagraph,
     "For more than two years the city has watched the river, and it will see to it that nobody drowns."},
    {kParagraph, "If you have information about the crash, call the police, the ministry said."},
    {kParagraph, "Follow-up inspections are due in June, Holm said."},
    {kParagraph, "More than 11 people were hurt, the hospital said: two badly."},
    {kParagraph, "Read aloud in court, the letter denied everything."},
    {kParagraph, "Want was never far away, she wrote. Many did not sign up to the plan."},

    {kFurniture, "Share this article"},
    {kFurniture, "Facebook Twitter WhatsApp Copy link"},
    {kFurniture, "ADVERTISEMENT"},
    {kFurniture, "Story continues below advertisement"},
    {kFurniture, "Skip to main content"},
    {kFurniture, "We use cookies to improve your experience on our site."},
    {kFurniture, "By clicking \"Accept\" you agree to our use of cookies."},
    {kFurniture, "This article is for subscribers only."},
    {kFurniture, "To continue reading, subscribe now."},
    {kFurniture, "Already a subscriber? Log in"},
    {kFurniture, "You have reached your limit of free articles."},
    {kFurniture, "\u00A9 2031 Northline. All rights reserved."},
    {kFurniture, "Copyright 2031 The Ansel Press. This material may not be published or rewritten."},
    {kFurniture, "This material may not be published, broadcast, rewritten or redistributed."},
    {kFurniture, "4 min read"},
    {kFurniture, "View comments"},
    {kFurniture, "Comments are closed."},
    {kFurniture, "Listen to this article"},
    {kFurniture, "This is a developing story and will be updated."},
    {kParagraph, "Share prices fell by 4 percent on Monday."},
    {kParagraph, "We and our neighbours will not leave, the letter says."},
    {kParagraph, "Copyright law does not cover the drawings, a judge ruled."},
    {kParagraph, "Comments have been pouring in since Monday, the editor said."},
    {kParagraph, "This story is about members of one family."},
    {kParagraph, "To keep the bridge open the mayor would sign anything, her critics say."},
    {kParagraph, "The document may be published next week, officials said."},
    {kParagraph, "Already a year has passed since the span fell."},
    {kParagraph, "@holm"},

    {kCorrection, "Correction: An earlier version of this story gave the wrong day."},
    {kCorrection, "This story has been corrected to show that Holm is the mayor, not the engineer."},
    {kCorrection, "This article was updated on Monday with comment from the ministry."},
    {kCorrection, "An earlier version of this article misstated the height of the bridge."},
    {kParagraph, "An earlier version of the bill was rejected in May, Holm said."},
    {kParagraph, "Editor's note: The mayor is a serial liar who has repeatedly pledged to close the bridge."},

    {kEmbed, "The bridge is closed. \u2014 Ansel Police (@anselpolice) March 4, 2031"},
    {kParagraph, ""},
    {kParagraph, "\u2014"},
};

TEST(KindOfBlock, TellsItFromTheWords) {
  BlockWords words;
  for (const Case& c : kCases) {
    EXPECT_EQ(to_string(kind_of_block(c.text, words)), to_string(c.kind)) << c.text;
  }
}

TEST(KindOfBlock, LooksAtTheEndOfALongBlock) {
  BlockWords words;
  const std::string caption =
      "Mayor Paula Holm and the engineers who looked after the bridge for the city stand beneath the span "
      "that moved, "
      "on the morning of the day on which the inquiry was named, in Port Ansel. (Photo by Ada Holm/AP)";
  EXPECT_EQ(kind_of_block(caption, words), BlockKind::caption);
  std::string paragraph;
  for (int i = 0; i < 30; ++i) paragraph += "The mayor said that the bridge was safe. ";
  EXPECT_EQ(kind_of_block(paragraph + "(Photo by Ada Holm/AP)", words), BlockKind::paragraph)
      << "no caption is so long";
}

TEST(BlockRules, EachPatternCanMatch) {
  for (const BlockRule& rule : block_rules()) {
    EXPECT_FALSE(rule.pattern.empty());
    EXPECT_GT(rule.most_words, 0u) << rule.pattern;
    EXPECT_EQ(rule.pattern.find("  "), rule.pattern.npos) << rule.pattern;
    EXPECT_EQ(rule.pattern.find("|?"), rule.pattern.npos) << rule.pattern << ": a question mark, or nothing?";
  }
}

TEST(BlockRules, MatchesPartsInTurn) {
  const auto is_match = [](std::string_view pattern, std::string_view text) {
    BlockWords words;
    words.read(text);
    return matches(pattern, words.words());
  };
  EXPECT_TRUE(is_match("a|b c", "B C d"));
  EXPECT_FALSE(is_match("a|b c $", "B C d"));
  EXPECT_TRUE(is_match("a b? c $", "a c."));
  EXPECT_TRUE(is_match("a * c $", "a 1 2 3 c"));
  EXPECT_FALSE(is_match("a * c", "a 1 2 3"));
  EXPECT_TRUE(is_match("# @", "4 x@example.com"));
  EXPECT_TRUE(is_match("by N $", "by Ada Holm of the Courier and Eva Strand"));
  EXPECT_FALSE(is_match("by N $", "by Ada Holm, who left"));
  EXPECT_FALSE(is_match("a", ""));
  EXPECT_TRUE(is_match("$", "..."));
}

TEST(BlockWords, AreFoldedAndBounded) {
  BlockWords words;
  words.read("Don\u2019t \u201Cgo\u201D \u2014 \u00C9va@example.com 9 p.m.");
  std::vector<std::string> lower;
  for (const BlockWord& w : words.words()) lower.emplace_back(w.lower);
  EXPECT_EQ(lower, (std::vector<std::string>{"don't", "\"", "go", "\"", "-", "\u00E9va@example.com", "9",
                                             "p.m", "."}));
  EXPECT_EQ(words.count(), 5u);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "a ";
  words.read(many);
  EXPECT_TRUE(words.is_cut());
  EXPECT_EQ(words.words().size(), BlockWords::kMost);
}

TEST(BlockWords, KeepsWhatItGaveWhereAWordNeverEnds) {
  // Letters that are longer in lower case, after a word that is looked at later.
  std::string text = "Ada ";
  for (int i = 0; i < 100000; ++i) text += "\u023A";
  BlockWords words;
  words.read(text);
  EXPECT_TRUE(words.is_cut());
  ASSERT_EQ(words.words().size(), 2u);
  EXPECT_EQ(words.words()[0].lower, "ada");
  EXPECT_TRUE(words.words()[1].lower.ends_with("\u2C65"));
}

}  // namespace
}  // namespace hearsay
