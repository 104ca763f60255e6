#include "format/conllu.h"

#include <gtest/gtest.h>

#include "hearsay/format.h"

namespace hearsay {
namespace {

constexpr const char* kTwoDocuments =
    "# newdoc id = first\n"
    "# sent_id = first-1\n"
    "# text = I don't, 10 000 times.\n"
    "1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n"
    "3.1\tsay\tsay\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "4\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\t_\n"
    "5\t10 000\t10000\tNUM\tCD\t_\t6\tnummod\t_\t_\n"
    "6\ttimes\ttime\tNOUN\tNNS\t_\t3\tobl:unheardof\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = first-2\n"
    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    "1.1\tway\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "# newdoc\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    "\n";

ConlluDocument read_one(std::string_view bytes, ConlluOptions options = {}) {
  ConlluReader reader(bytes, options);
  auto document = reader.next();
  EXPECT_TRUE(document && *document) << (document ? document->error().message : "no document");
  return document && *document ? **document : ConlluDocument{};
}

std::string error_of(std::string_view bytes) {
  ConlluReader reader(bytes, {.annotations = true});
  const auto document = reader.next();
  return document && !*document ? document->error().message : "no error";
}

std::string without_misc(std::string conllu, std::string_view from, std::string_view to) {
  for (std::size_t at; (at = conllu.find(from)) != std::string::npos;) conllu.replace(at, from.size(), to);
  return conllu;
}

TEST(ConlluReader, RebuildsTheTextSoThatEveryWordIsASpan) {
  const ConlluDocument read = read_one(kTwoDocuments, {.annotations = true});
  EXPECT_EQ(read.doc.text, "I don't, 10 000 times.\n\nNo");
  EXPECT_EQ(find_violation(read.doc), "");
  EXPECT_EQ(read.doc.metadata.id, "first");
  ASSERT_EQ(read.doc.tokens.size(), 8u);
  EXPECT_EQ(read.doc.at(read.doc.tokens[4].span), "10 000");
  EXPECT_EQ(read.doc.arcs[1], (Arc{2, Deprel::aux}));
  EXPECT_EQ(read.doc.arcs[5], (Arc{2, Deprel::obl})) << "an unknown subtype is dropped";
  EXPECT_EQ(read.doc.strings[read.doc.tags[5].lemma], "time");
  EXPECT_EQ(read.doc.strings[read.doc.tags[5].xpos], "NNS");
  EXPECT_EQ(read.doc.tags[5].upos, Upos::NOUN);
}

TEST(ConlluReader, CutsAtNewdoc) {
  ConlluReader reader(kTwoDocuments);
  ASSERT_TRUE(reader.next());
  const auto second = reader.next();
  ASSERT_TRUE(second && *second);
  EXPECT_EQ((*second)->doc.text, "Yes");
  EXPECT_TRUE((*second)->doc.tags.empty());
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(ConlluReader("\n\n \n").next());
}

TEST(ConlluReader, PrintsWhatItRead) {
  std::string printed;
  ConlluReader reader(kTwoDocuments, {.annotations = true});
  while (auto document = reader.next()) printed += to_conllu(**document);
  std::string expected = without_misc(kTwoDocuments, ":unheardof", "");
  // Words of a range are printed as what they are: glued together.
  expected = without_misc(expected, "\taux\t_\t_\n", "\taux\t_\tSpaceAfter=No\n");
  expected = without_misc(expected, "3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n",
                          "3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\tSpaceAfter=No\n");
  EXPECT_EQ(printed, expected);
}

TEST(ConlluReader, ReadsWindowsLineEndsAndAMissingLastOne) {
  const ConlluDocument read = read_one(
      "\xEF\xBB\xBF# text = a "
      "b\r\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\r\n2\tb\t_\t_\t_\t_\t_\t_\t_\tX=1|SpaceAfter=No");
  EXPECT_EQ(read.doc.text, "a b");
  ASSERT_EQ(read.lines.size(), 1u);
  EXPECT_EQ(read.lines[0], (ConlluLine{0, 0, "# text = a b"}));
}

TEST(ConlluReader, NamesTheLineAndWhatWasFound) {
  EXPECT_EQ(error_of("1\tx\n"), "line 1: expected 10 columns, found 2");
  EXPECT_EQ(error_of("1\ta\tb\tX\t_\t_\t0\troot\t_\t_\t_\n"), "line 1: expected 10 columns, found 11");
  EXPECT_EQ(error_of("\n2\tx\t_\tX\t_\t_\t0\troot\t_\t_\n"), "line 2: expected word 1, found '2'");
  EXPECT_EQ(error_of("1\t\t_\tX\t_\t_\t0\troot\t_\t_\n"), "line 1: expected a form, found none");
  EXPECT_EQ(error_of("1\tx\t_\tFOO\t_\t_\t0\troot\t_\t_\n"),
            "line 1: expected a UPOS of Universal Dependencies, found 'FOO'");
  EXPECT_EQ(error_of("1\tx\t_\tX\t_\t_\t0\tfoo:bar\t_\t_\n"),
            "line 1: expected a relation of Universal Dependencies, found 'foo:bar'");
  EXPECT_EQ(error_of("1\tx\t_\tX\t_\t_\t-1\troot\t_\t_\n"),
            "line 1: expected the number of a head, found '-1'");
  EXPECT_EQ(error_of("1\tx\xff\t_\tX\t_\t_\t0\troot\t_\t_\n"),
            "line 1: expected valid UTF-8, found an invalid byte in column 4");
  EXPECT_EQ(error_of("2-1\tx\t_\tX\t_\t_\t0\troot\t_\t_\n"), "line 1: expected a range from 1, found '2-1'");
  EXPECT_EQ(error_of("# a\n\n"), "line 2: expected a word, found the end of a sentence without one");
  EXPECT_EQ(error_of("1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\tX\t_\t_\t0\troot\t_\t_\n\n"),
            "line 3: expected word 2, found none");
}

TEST(ConlluReader, RefusesWhatIsNoTree) {
  const std::string word = "\tx\t_\tX\t_\t_\t";
  const std::string end = "\tdep\t_\t_\n";
  EXPECT_EQ(error_of("1" + word + "2" + end), "line 1: expected a head up to 1, found 2");
  EXPECT_EQ(error_of("1" + word + "0" + end + "2" + word + "0" + end),
            "line 2: expected one root, found a second one");
  EXPECT_EQ(error_of("1" + word + "1" + end), "line 1: expected a root, found none in the sentence");
  EXPECT_EQ(error_of("1" + word + "0" + end + "2" + word + "3" + end + "3" + word + "2" + end),
            "line 2: expected a tree, found a cycle");
}

TEST(ConlluReader, AnErrorCostsItsDocumentOnly) {
  ConlluReader reader("1\tx\n\n# newdoc id = b\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n");
  const auto first = reader.next();
  ASSERT_TRUE(first);
  EXPECT_FALSE(*first);
  const auto second = reader.next();
  ASSERT_TRUE(second && *second);
  EXPECT_EQ((*second)->doc.metadata.id, "b");
}

TEST(ToConllu, WritesADocumentOfRawText) {
  Document doc;
  doc.metadata.id = "a\t1";
  doc.text = "He\nleft.\n\nWhy?";
  doc.blocks = {{BlockKind::paragraph, {0, 8}}, {BlockKind::paragraph, {10, 14}}};
  doc.tokens = {{{0, 2}}, {{3, 7}}, {{7, 8}}, {{10, 13}}, {{13, 14}}};
  doc.sentences = {{0, 3}, {3, 5}};
  EXPECT_EQ(to_conllu(doc),
            "# newdoc id = a 1\n# newpar\n# sent_id = a 1-1\n# text = He left.\n"
            "1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
            "# newpar\n# sent_id = a 1-2\n# text = Why?\n"
            "1\tWhy\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "2\t?\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
  const ConlluDocument read = read_one(to_conllu(doc));
  EXPECT_EQ(read.doc.text, "He left.\n\nWhy?");
  EXPECT_EQ(read.doc.sentences, doc.sentences);
}

}  // namespace
}  // namespace hearsay
