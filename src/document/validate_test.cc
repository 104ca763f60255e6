// Each rule of the layers, broken once.
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>

#include "hearsay/document.h"

namespace hearsay {
namespace {

// "Ada said Per left.\n\nWhy?" in full.
Document sound() {
  Document doc;
  doc.text = "Ada said Per left.\n\nWhy\u00e9?";
  doc.strings = {"_", "say"};
  doc.blocks = {{.span = {0, 18}}, {.span = {20, 26}}};
  doc.tokens = {{{0, 3}}, {{4, 8}}, {{9, 12}}, {{13, 17}}, {{17, 18}}, {{20, 25}}, {{25, 26}}};
  doc.sentences = {{0, 5}, {5, 7}};
  doc.tags.assign(7, Tag{});
  doc.arcs = {{1, Deprel::nsubj}, {kNone, Deprel::root}, {3, Deprel::nsubj}, {1, Deprel::ccomp},
              {1, Deprel::punct}, {kNone, Deprel::root}, {5, Deprel::punct}};
  doc.attributions = {{.source = {{0, 3}}, .cue = {{4, 8}}, .content = {{9, 17}}, .cue_lemma = 1},
                      {.source = {{9, 12}}, .cue = {{13, 17}}, .content = {{20, 25}}, .cue_lemma = 1}};
  return doc;
}

struct Break {
  const char* rule;
  std::function<void(Document&)> apply;
};

TEST(FindViolation, NamesEachRuleThatIsBroken) {
  const Break breaks[] = {
      {"", [](Document&) {}},
      {"text: not valid UTF-8 at byte 0", [](Document& d) { d.text[0] = '\xff'; }},
      {"text: not valid UTF-8 at byte 23", [](Document& d) { d.text[24] = 'e'; }},
      {"blocks[0]: span out of bounds or empty", [](Document& d) { d.blocks[0].span.end = 0; }},
      {"blocks[1]: span out of bounds or empty", [](Document& d) { d.blocks[1].span.end = 27; }},
      {"blocks[1]: overlaps the block before it", [](Document& d) { d.blocks[1].span.begin = 17; }},
      {"tokens[5]: span out of bounds or empty", [](Document& d) { d.tokens[5].span.end = 24; }},
      {"tokens[6]: span out of bounds or empty", [](Document& d) { d.tokens[6].span.begin = 24; }},
      {"tokens[1]: overlaps the token before it", [](Document& d) { d.tokens[1].span.begin = 2; }},
      {"sentences[0]: does not begin where the last one ends",
       [](Document& d) { d.sentences[0].first_token = 1; }},
      {"sentences[1]: does not begin where the last one ends",
       [](Document& d) { d.sentences[1].first_token = 4; }},
      {"sentences[1]: is empty", [](Document& d) { d.sentences[1].last_token = 5; }},
      {"sentences: do not cover all tokens", [](Document& d) { d.sentences.pop_back(); }},
      {"sentences: do not cover all tokens", [](Document& d) { d.sentences[1].last_token = 8; }},
      {"tags: not one per token", [](Document& d) { d.tags.pop_back(); }},
      {"tags[3]: names a string that does not exist", [](Document& d) { d.tags[3].lemma = 2; }},
      {"tags[6]: names a string that does not exist", [](Document& d) { d.tags[6].xpos = kNone; }},
      {"arcs: not one per token", [](Document& d) { d.arcs.push_back({}); }},
      {"arcs[2]: head lies outside the sentence", [](Document& d) { d.arcs[2].head = 5; }},
      {"arcs[5]: sentence has not exactly one root", [](Document& d) { d.arcs[6].head = kNone; }},
      {"arcs[0]: sentence has not exactly one root", [](Document& d) { d.arcs[1].head = 0; }},
      {"arcs[2]: is part of a cycle", [](Document& d) { d.arcs[3].head = 2; }},
      {"arcs[4]: is part of a cycle", [](Document& d) { d.arcs[4].head = 4; }},
      {"attributions[0]: has no cue", [](Document& d) { d.attributions[0].cue.clear(); }},
      {"attributions[1]: has no content", [](Document& d) { d.attributions[1].content.clear(); }},
      {"attributions[1]: names a string that does not exist",
       [](Document& d) { d.attributions[1].cue_lemma = 9; }},
      {"attributions[0]: confidence is no probability",
       [](Document& d) { d.attributions[0].confidence = 1.5f; }},
      {"attributions[0]: confidence is no probability",
       [](Document& d) { d.attributions[0].confidence = std::numeric_limits<float>::quiet_NaN(); }},
      {"attributions[0]: span out of bounds or empty",
       [](Document& d) {
         d.attributions[0].source[0] = {3, 3};
       }},
      {"attributions[0]: span out of bounds or empty",
       [](Document& d) { d.attributions[0].content[0].end = 99; }},
      {"attributions[0]: spans out of order",
       [](Document& d) {
         d.attributions[0].content.push_back({0, 3});
       }},
      {"attributions[1]: out of text order",
       [](Document& d) {
         d.attributions[1].cue[0] = {0, 3};
       }},
      {"attributions[1]: has a parent that does not exist",
       [](Document& d) { d.attributions[1].parent = 2; }},
      {"attributions[0]: stands within itself", [](Document& d) { d.attributions[0].parent = 0; }},
      {"attributions[0]: stands within itself",
       [](Document& d) { d.attributions[0].parent = 1, d.attributions[1].parent = 0; }},
  };
  for (const Break& b : breaks) {
    Document doc = sound();
    b.apply(doc);
    EXPECT_EQ(find_violation(doc), b.rule);
  }
}

TEST(FindViolation, NamesEachRuleOfExplanations) {
  const std::vector<Break> breaks = {
      {"explanations: not one per attribution", [](Document& d) { d.explanations.resize(1); }},
      {"explanations[1]: parts out of order",
       [](Document& d) {
         d.explanations.resize(2);
         d.explanations[1].findings = {{Part::source, 1, {}}, {Part::cue, 1, {}}};
       }},
      {"explanations[0]: span out of bounds or no probability",
       [](Document& d) {
         d.explanations.resize(2);
         d.explanations[0].findings = {{Part::cue, 1, {{ReasonKind::word, {0, 9999}, 0}}}};
       }},
      {"explanations[0]: span out of bounds or no probability",
       [](Document& d) {
         d.explanations.resize(2);
         d.explanations[0].findings = {{Part::cue, 1, {{ReasonKind::nearness, {}, 1.5f}}}};
       }},
      {"explanations[1]: span out of bounds or empty",
       [](Document& d) {
         d.explanations.resize(2);
         d.explanations[1].by_rule = {1, 9999};
       }},
      {"explanations[1]: how sure a tagger is is no probability",
       [](Document& d) {
         d.explanations.resize(2);
         d.explanations[1].by_network = -1;
       }},
  };
  for (const Break& b : breaks) {
    Document doc = sound();
    b.apply(doc);
    EXPECT_EQ(find_violation(doc), b.rule);
  }
}

// A layer that has not been written breaks nothing, whatever is there beside it.
TEST(FindViolation, AcceptsLayersThatAreAbsent) {
  Document doc = sound();
  doc.arcs.clear();
  EXPECT_EQ(find_violation(doc), "");
  doc.tags.clear();
  EXPECT_EQ(find_violation(doc), "");
  doc.blocks.clear();
  EXPECT_EQ(find_violation(doc), "");
}

// The recursion would be as deep as the sentence is long.
TEST(FindViolation, FollowsLongChains) {
  constexpr std::uint32_t kLength = 300'000;
  Document doc;
  doc.text.assign(kLength, 'x');
  doc.sentences = {{0, kLength}};
  for (std::uint32_t i = 0; i < kLength; ++i) {
    doc.tokens.push_back({{i, i + 1}});
    doc.arcs.push_back({i + 1 < kLength ? i + 1 : kNone, Deprel::dep});
  }
  EXPECT_EQ(find_violation(doc), "");
  doc.arcs.back().head = 0;
  doc.arcs.front().head = kNone;
  EXPECT_EQ(find_violation(doc), "");
}

Document with_event() {
  Document doc;
  doc.text = "It fell in May";
  doc.times = {{{11, 14}, TimeType::date, "2020-05"}};
  doc.entities = {{.name = "It", .aliases = {}, .kind = EntityKind::place}};
  doc.events = {{.span = {3, 7}, .clause = {{0, 2}, {3, 14}}, .time = 0, .participants = {0}}};
  return doc;
}

std::string broken(void (*damage)(Document&)) {
  Document doc = with_event();
  damage(doc);
  return find_violation(doc);
}

TEST(FindViolation, EventsNameWhatExists) {
  EXPECT_EQ(find_violation(with_event()), "");
  EXPECT_EQ(broken([](Document& d) { d.events[0].span.end = 99; }), "events[0]: span out of bounds or empty");
  EXPECT_EQ(broken([](Document& d) { d.events[0].clause[1].begin = 1; }), "events[0]: clause out of order");
  EXPECT_EQ(broken([](Document& d) { d.events[0].clause[1].end = 99; }),
            "events[0]: clause out of bounds or empty");
  EXPECT_EQ(broken([](Document& d) { d.events[0].time = 1; }), "events[0]: names a time that does not exist");
  EXPECT_EQ(broken([](Document& d) { d.events[0].time = kNone; }),
            "events[0]: names a time that does not exist");
  EXPECT_EQ(broken([](Document& d) { d.events[0].entity = 1; }),
            "events[0]: names an entity that does not exist");
  EXPECT_EQ(broken([](Document& d) { d.events[0].participants = {1}; }),
            "events[0]: names an entity that does not exist");
  EXPECT_EQ(broken([](Document& d) {
              d.events[0].participants = {0, 0};
            }),
            "events[0]: names a participant twice");
  EXPECT_EQ(broken([](Document& d) { d.events.push_back(d.events[0]); }),
            "events[1]: overlaps the one before it");
}

TEST(FindViolation, StatementTimesAreOneAnAttribution) {
  EXPECT_EQ(broken([](Document& d) { d.statement_times = {0}; }), "statement_times: not one per attribution");
}

TEST(FindViolation, PlacesLieOnTheGlobe) {
  const Place good{
      .name = "Ansel", .country = "NO", .is_town = true, .latitude = -900'000, .longitude = 1'800'000};
  Document doc = with_event();
  doc.entities[0].place = good;
  EXPECT_EQ(find_violation(doc), "");
  const auto check = [&](auto damage) {
    doc.entities[0].place = good;
    damage(*doc.entities[0].place);
    EXPECT_EQ(find_violation(doc), "entities[0]: has a place that is none");
  };
  check([](Place& place) { place.country = "no"; });
  check([](Place& place) { place.country = "NOR"; });
  check([](Place& place) { place.name.clear(); });
  check([](Place& place) { place.latitude = 900'001; });
  check([](Place& place) { place.longitude = -1'800'001; });
  check([](Place& place) { place.is_town = false; });
  doc.entities[0].place = good;
  doc.entities[0].kind = EntityKind::person;
  EXPECT_EQ(find_violation(doc), "entities[0]: is no place and lies somewhere");
}

TEST(ValidateTest, MentionsMayNestButNotRepeat) {
  Document doc;
  doc.text = "its chief left";
  doc.entities = {{.name = "chief", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = {0, 9}, .entity = 0, .form = MentionForm::nominal},
                  {.span = {0, 3}, .entity = 0, .form = MentionForm::pronoun}};
  EXPECT_EQ(find_violation(doc), "");
  std::swap(doc.mentions[0], doc.mentions[1]);
  EXPECT_EQ(find_violation(doc), "mentions[1]: out of text order");
  doc.mentions[0] = doc.mentions[1];
  EXPECT_EQ(find_violation(doc), "mentions[1]: has the span of the mention before it");
}

TEST(ValidateTest, MembershipsNameOtherEntities) {
  Document doc;
  doc.entities.resize(3, {.name = "x", .aliases = {}, .kind = EntityKind::group});
  doc.entities[0].member_of = {1, 2};
  EXPECT_EQ(find_violation(doc), "");
  doc.entities[0].member_of = {2, 1};
  EXPECT_EQ(find_violation(doc), "entities[0]: memberships do not rise");
  doc.entities[0].member_of = {0};
  EXPECT_EQ(find_violation(doc), "entities[0]: belongs to itself");
  doc.entities[0].member_of = {3};
  EXPECT_EQ(find_violation(doc), "entities[0]: belongs to an entity that does not exist");
}

}  // namespace
}  // namespace hearsay
