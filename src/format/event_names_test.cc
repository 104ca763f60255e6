#include "format/event_names.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Document two_names() {
  Document doc;
  doc.text = "The attack failed. Quist called the incident small. It ended.";
  doc.entities = {{.name = "attack", .aliases = {}, .kind = EntityKind::event},
                  {.name = "Quist", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = {0, 10}, .entity = 0, .form = MentionForm::nominal},
                  {.span = {19, 24}, .entity = 1, .form = MentionForm::name},
                  {.span = {32, 44}, .entity = 0, .form = MentionForm::nominal},
                  {.span = {52, 54}, .entity = 0, .form = MentionForm::pronoun}};
  Attribution said;
  said.source = {{19, 24}};
  said.cue = {{25, 31}};
  said.content = {{32, 50}};
  doc.attributions = {said};
  doc.source_entities = {1};
  return doc;
}

TEST(EventNamesTest, WhoUsesWhichName) {
  const Document doc = two_names();
  const auto around = attributions_around_mentions(doc);
  EXPECT_EQ(around, (std::vector<std::uint32_t>{kNone, kNone, 0, kNone}));
  const std::vector<NameUse> uses = event_names(doc, {0, 2, 3}, around);
  EXPECT_EQ(uses, (std::vector<NameUse>{{"attack", {kNone}}, {"incident", {1}}}));
}

TEST(EventNamesTest, InnermostSpeakerCounts) {
  Document doc = two_names();
  Attribution inner = doc.attributions[0];
  inner.content = {{32, 44}};
  inner.parent = 0;
  doc.attributions.push_back(inner);
  doc.source_entities.push_back(kNone);
  EXPECT_EQ(attributions_around_mentions(doc)[2], 1u);
}

}  // namespace
}  // namespace hearsay
