#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/printable.h"
#include "format/source_groups.h"
#include "format/test_document.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Printable, DisarmsTheTerminal) {
  EXPECT_EQ(printable("a\033[2Jb"), "a\uFFFD[2Jb");
  EXPECT_EQ(printable("a\u009b2Jb"), "a\uFFFD2Jb");
  EXPECT_EQ(printable("a\u202Eb\x07"), "a\uFFFDb\uFFFD");
  EXPECT_EQ(printable("a\xFF\xFE"), "a\uFFFD\uFFFD");
}

TEST(Printable, FoldsSpace) { EXPECT_EQ(printable(" \n one\t\u00a0two\r\n"), "one two"); }

TEST(Printable, MeasuresColumns) {
  EXPECT_EQ(column_width("abc"), 3);
  EXPECT_EQ(column_width("首相"), 4);
  EXPECT_EQ(column_width("e\u0301"), 1);
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("", 8), ElementsAre());
}

TEST(Wrap, CutsWordsThatFitNoLine) {
  EXPECT_THAT(wrap("a 首相首相 b", 5), ElementsAre("a", "首相", "首相", "b"));
  EXPECT_THAT(wrap("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
}

TEST(Wrap, KeepsAnIdWhole) {
  EXPECT_THAT(wrap_with_id("one two", "a/1", 13), ElementsAre("one two · a/1"));
  EXPECT_THAT(wrap_with_id("one two", "a/1", 12), ElementsAre("one two", "a/1"));
  EXPECT_THAT(wrap_with_id("one two", "https://a.test/1", 8), ElementsAre("one two", "https://a.test/1"));
  EXPECT_THAT(wrap_with_id("", "a/1", 12), ElementsAre("a/1"));
}

std::vector<std::string> group_names(const Document& doc) {
  std::vector<std::string> names;
  for (const SourceGroup& group : group_by_source(doc)) {
    names.push_back(group.name + " " + std::to_string(group.attributions.size()));
  }
  return names;
}

TEST(SourceGroups, ShortNamesJoinFullOnes) {
  Document doc = make_document(
      "The spokeswoman Ingrid Solbakken, of Nord, said a. Ms Solbakken said b. SOLBAKKEN said c.");
  attribute(doc,
            {.source = {"The spokeswoman Ingrid Solbakken, of Nord"}, .cue = {"said"}, .content = {"a"}});
  attribute(doc, {.source = {"Ms Solbakken"}, .cue = {"said"}, .content = {"b"}});
  attribute(doc, {.source = {"SOLBAKKEN"}, .cue = {"said"}, .content = {"c"}});
  EXPECT_THAT(group_names(doc), ElementsAre("The spokeswoman Ingrid Solbakken, of Nord 3"));
}

TEST(SourceGroups, OrganisationsDoNotSwallowTheirSpeakers) {
  Document doc = make_document("a spokesman of Vestlinja said a. Vestlinja said b.");
  attribute(doc, {.source = {"a spokesman of Vestlinja"}, .cue = {"said"}, .content = {"a"}});
  attribute(doc, {.source = {"Vestlinja said"}, .cue = {"said"}, .content = {"b"}});
  doc.attributions[1].source[0].end -= 5;
  EXPECT_THAT(group_names(doc), ElementsAre("a spokesman of Vestlinja 1", "Vestlinja 1"));
}

TEST(SourceGroups, APersonsOfficeIsNotThePerson) {
  Document doc = make_document("Ada Holm said a. Holm 's office said b.");
  attribute(doc, {.source = {"Ada Holm"}, .cue = {"said"}, .content = {"a"}});
  attribute(doc, {.source = {"Holm 's office"}, .cue = {"said"}, .content = {"b"}});
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    if (doc.at(doc.tokens[i].span) == "'s") doc.tags[i].upos = Upos::PART;
    if (doc.at(doc.tokens[i].span) == "office") doc.tags[i].upos = Upos::NOUN;
  }
  EXPECT_THAT(group_names(doc), ElementsAre("Ada Holm 1", "Holm 's office 1"));
}

TEST(SourceGroups, PronounsStandAloneAndNobodyLast) {
  Document doc = make_document("It is said a.\n\nshe said b. the police said c. The police said d.");
  attribute(doc, {.cue = {"said"}, .content = {"a"}});
  attribute(doc, {.source = {"she"}, .cue = {"said"}, .content = {"b"}});
  attribute(doc, {.source = {"the police"}, .cue = {"said"}, .content = {"c"}});
  attribute(doc, {.source = {"The police"}, .cue = {"said"}, .content = {"d"}});
  EXPECT_THAT(group_names(doc), ElementsAre("she (¶2) 1", "the police 2", " 1"));
}

Document quay() {
  Document doc = make_document("Rain fell.\n\nAda Holm said the quay, she feared, was gone.");
  doc.metadata = {.title = "Quay \033]0;gone\x07", .publisher = "Courier", .published = "2025-06-01"};
  attribute(doc, {.source = {"Ada Holm"}, .cue = {"said"}, .content = {"the quay", "was gone"}});
  return doc;
}

TEST(Text, GroupsClaimsBySource) {
  EXPECT_EQ(to_text(quay()),
            "Quay \uFFFD]0;gone\uFFFD\n"
            "Courier · 2025-06-01\n"
            "\n"
            "Ada Holm\n"
            "   ¶2  said · indirect\n"
            "       the quay […] was gone\n"
            "\n"
            "1 claim by 1 source: 1 indirect\n");
}

TEST(Text, SaysWhatIsDone) {
  Document doc = quay();
  doc.attributions[0].act = Act::deny;
  EXPECT_THAT(to_text(doc), HasSubstr("said · indirect · denies\n"));
  doc.attributions[0].negated = true;
  EXPECT_THAT(to_text(doc), HasSubstr("said · indirect · does not deny\n"));
}

TEST(Text, SaysInWhoseWordsItStands) {
  Document doc = quay();
  attribute(doc, {.source = {"she"}, .cue = {"feared"}, .content = {"the quay"}});
  doc.attributions[1].parent = 0;
  EXPECT_THAT(to_text(doc), HasSubstr("feared · indirect\n       in what Ada Holm said\n"));
}

TEST(Text, SaysWhenAndEndsWithATimeline) {
  Document doc = make_document("Holm said it fell in May. It rose in June.");
  attribute(doc, {{"Holm"}, {"said"}, {"it fell"}});
  doc.times = {{find_words(doc, "May"), TimeType::date, "2020-05-04"},
               {find_words(doc, "June"), TimeType::date, "2019-06"}};
  doc.statement_times = {0};
  doc.events = {{.span = find_words(doc, "fell"), .clause = {find_words(doc, "it fell")}, .time = 0},
                {.span = find_words(doc, "rose"), .clause = {find_words(doc, "It rose in June")}, .time = 1}};
  const std::string text = to_text(doc);
  EXPECT_NE(text.find("said · indirect · on 4 May 2020\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Dated in the article\n   ¶1  June 2019\n       It rose in June\n   ¶1  4 May 2020\n   "
                      "    it fell\n"),
            std::string::npos)
      << text;
}

TEST(Text, SaysWhenThereIsNothing) {
  EXPECT_THAT(to_text(make_document("Rain fell.")), HasSubstr("No claims found."));
}

TEST(Text, IsNeverWiderThanAsked) {
  Document doc = make_document("Ada Holm said " + std::string(300, 'x') +
                               " and 首相首相首相首相首相首相首相首相首相首相 y.");
  attribute(doc, {.source = {"Ada Holm"}, .cue = {"said"}, .content = {doc.text.substr(14)}});
  std::istringstream lines(to_text(doc, {.color = false, .width = 40}));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(column_width(line), 40) << line;
}

TEST(Text, ColoursOnlyWhenAsked) {
  Document doc = quay();
  doc.metadata.title = "Quay";
  EXPECT_THAT(to_text(doc), Not(HasSubstr("\033")));
  EXPECT_THAT(to_text(doc, {.color = true, .width = 80}), HasSubstr("\033[1;36mAda Holm\033[0m"));
}

TEST(Text, OneEntityIsOneGroup) {
  Document doc = make_document("Ada Holm said no. Later she said yes.");
  doc.entities = {{.name = "Ada Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.entities[0].roles = {"mayor"};
  for (const char* words : {"Ada Holm", "she"}) {
    Attribution a;
    a.source = {find_words(doc, words)};
    a.cue = {find_words(doc, "said")};
    a.content = {find_words(doc, "no")};
    doc.attributions.push_back(a);
  }
  doc.source_entities = {0, 0};
  const std::vector<SourceGroup> groups = group_by_source(doc);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].name, "Ada Holm, mayor");
  EXPECT_EQ(groups[0].attributions.size(), 2u);
}

TEST(Text, UnnamedSourceKeepsItsWords) {
  Document doc = make_document("The ministry said no.");
  doc.entities = {{.name = "ministry", .aliases = {}, .kind = EntityKind::organization, .named = false}};
  Attribution a;
  a.source = {find_words(doc, "The ministry")};
  a.cue = {find_words(doc, "said")};
  a.content = {find_words(doc, "no")};
  doc.attributions = {a};
  doc.source_entities = {0};
  EXPECT_EQ(group_by_source(doc)[0].name, "The ministry");
}

}  // namespace
}  // namespace hearsay
