#include "format/board_text.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(BoardText, AThread) {
  ThreadRecord thread{.id = "T1", .title = "it was\nsafe", .statements = {{"a", 0}, {"b", 1}}, .size = 2};
  thread.independent_sources = 1;
  thread.positions = {{"Holm", "E1", "asserted", "2024-03-06T08:00", {"a", 0}},
                      {"Holm", "E1", "denied", "2024-03-07", {"b", 1}},
                      {"", "", "asserted", "", {"b", 2}}};
  EXPECT_EQ(thread_text(thread, "2024-03-06", "2024-03-07", {}),
            "it was safe\n"
            "  2024-03-06 to 2024-03-07 · 2 statements · 1 independent source · T1\n"
            "    Holm: asserted since 2024-03-06, then denied since 2024-03-07\n"
            "    no source named: asserted\n");
}

TEST(BoardText, AThreadSaysWhoCarriesTheSameWords) {
  ThreadRecord thread{.id = "T1", .title = "x", .statements = {{"a", 0}, {"b", 0}}, .size = 2};
  thread.carriers = {{"a", "Courier"}, {"b", "Quay Mail"}};
  EXPECT_EQ(thread_text(thread, "", "", {}),
            "x\n  2 statements · no named source · T1\n  in the same words carried by Courier, Quay Mail\n");
}

TEST(BoardText, AnUndatedThread) {
  EXPECT_EQ(thread_text({.id = "T1", .title = "x"}, "", "", {}),
            "x\n  0 statements · no named source · T1\n");
}

TEST(BoardText, AnEntity) {
  EntityRecord e{.id = "E1", .name = "Ada Holm", .kind = EntityKind::person, .aliases = {"Holm", "A. Holm"}};
  e.roles = {"mayor"};
  e.articles = 2;
  EXPECT_EQ(entity_text(e, {"Port Ansel"}, {}),
            "Ada Holm\n"
            "  person · also Holm, A. Holm · mayor · of or for Port Ansel · 2 articles · E1\n");
}

}  // namespace
}  // namespace hearsay
