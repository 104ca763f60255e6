#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/plain_text.h"

namespace hearsay {
namespace {

// "kind: text" of each block.
std::vector<std::string> marked(std::string text, std::string title = "") {
  Document doc;
  doc.text = std::move(text);
  doc.metadata.title = std::move(title);
  const std::string before = doc.text;
  split_blocks(doc);
  EXPECT_EQ(find_violation(doc), "");
  EXPECT_EQ(doc.text, before);
  std::vector<std::string> out;
  for (const Block& block : doc.blocks)
    out.push_back(std::string(to_string(block.kind)) + ": " + std::string(doc.at(block.span)));
  return out;
}

using Marked = std::vector<std::string>;

TEST(MarkBlocks, KnowsAPageSavedAsText) {
  EXPECT_EQ(
      marked("Skip to main content\n\nBridge moved before it fell\n\nAda Holm\n\n4 March 2031\n\n"
             "Officials knew of it, two of them said on Monday.\n\nREAD ALSO: Who built it?\n\n"
             "What the welders say\n\n\"We were told it would settle,\" Yusuf Amadi said.\n\n"
             "(Reporting by Ada Holm; editing by Bo Ek)\n"),
      (Marked{"furniture: Skip to main content", "title: Bridge moved before it fell", "byline: Ada Holm",
              "dateline: 4 March 2031", "paragraph: Officials knew of it, two of them said on Monday.",
              "promo: READ ALSO: Who built it?", "heading: What the welders say",
              "paragraph: \"We were told it would settle,\" Yusuf Amadi said.",
              "credit: (Reporting by Ada Holm; editing by Bo Ek)"}));
}

TEST(MarkBlocks, CutsWholeLinesOutOfABlock) {
  EXPECT_EQ(marked("Bridge moved\nBy Ada Holm\n4 March 2031\nOfficials knew.\nREAD ALSO: Who built it?\nThey "
                   "said so.\n\nEnd."),
            (Marked{"title: Bridge moved", "byline: By Ada Holm", "dateline: 4 March 2031",
                    "paragraph: Officials knew.", "promo: READ ALSO: Who built it?",
                    "paragraph: They said so.", "paragraph: End."}));
  // Lines of a text that was wrapped are no lines of their own.
  EXPECT_EQ(
      marked("The mayor wants to be heard by the council and\nby Ada Holm\nwho wrote of it.\n\nEnd."),
      (Marked{"paragraph: The mayor wants to be heard by the council and\nby Ada Holm\nwho wrote of it.",
              "paragraph: End."}));
}

TEST(MarkBlocks, FindsTheTitle) {
  EXPECT_EQ(marked("Bridge moved.\n\nOfficials knew.", "Bridge moved")[0], "title: Bridge moved.");
  EXPECT_EQ(marked("Bridge moved.\n\nOfficials knew.")[0], "paragraph: Bridge moved.");
  EXPECT_EQ(marked("Bridge moved")[0], "paragraph: Bridge moved") << "nothing follows";
  EXPECT_EQ(marked("\u2018It moved\u2019, officials say\n\nThey knew.")[0],
            "title: \u2018It moved\u2019, officials say");
}

TEST(MarkBlocks, FindsListsQuotesAndTables) {
  EXPECT_EQ(
      marked("Intro said so.\n\n- one\n- two\n\n\u2022 three\n\n1. One is this.\n2. Two is that.\n\nEnd."),
      (Marked{"paragraph: Intro said so.", "list: - one\n- two", "list: \u2022 three",
              "list: 1. One is this.\n2. Two is that.", "paragraph: End."}));
  EXPECT_EQ(marked("He wrote.\n\n> It moved.\n> I saw it.\n\nEnd.")[1], "quote: > It moved.\n> I saw it.");
  EXPECT_EQ(marked("Votes so far.\n\nHolm\t41\t3\nStrand\t38\t2\n\nEnd.")[1],
            "table: Holm\t41\t3\nStrand\t38\t2");
}

TEST(MarkBlocks, FindsCaptionsThatAreRepeated) {
  const std::string caption = "Mayor Paula Holm at the bridge on Monday.";
  EXPECT_EQ(marked("It fell.\n\n" + caption + "\n\n" + caption + "\n\nShe denied it."),
            (Marked{"paragraph: It fell.", "paragraph: " + caption, "caption: " + caption,
                    "paragraph: She denied it."}));
  EXPECT_EQ(marked("It fell.\n\n" + caption + "\n\n" + caption + " (Photo by Ada Holm/AP)\n\nShe denied it."),
            (Marked{"paragraph: It fell.", "caption: " + caption,
                    "caption: " + caption + " (Photo by Ada Holm/AP)", "paragraph: She denied it."}));
  const std::string quote = "\"It was not our bridge,\" she said on Monday.";
  EXPECT_EQ(marked("It fell.\n\n" + quote + "\n\n" + quote)[2], "paragraph: " + quote) << "said twice";
}

TEST(MarkBlocks, TakesNoByLineInTheMiddle) {
  std::string text = "It fell.";
  for (int i = 0; i < 8; ++i) text += "\n\nThe mayor said so.";
  text += "\n\nBy Popular Demand";
  for (int i = 0; i < 8; ++i) text += "\n\nThe mayor said so again.";
  const Marked blocks = marked(text);
  EXPECT_EQ(blocks[9], "heading: By Popular Demand");
}

}  // namespace
}  // namespace hearsay
