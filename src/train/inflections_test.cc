#include "train/inflections.h"

#include <gtest/gtest.h>

#include <fstream>

namespace hearsay {
namespace {

std::string forms(std::string_view verb) {
  std::string out;
  for (const Inflection& f : inflect_verb(verb)) {
    EXPECT_EQ(f.lemma, verb);
    if (f.xpos != "VBN") out += (out.empty() ? "" : " ") + f.form;
  }
  return out;
}

TEST(InflectVerb, FollowsTheSpelling) {
  EXPECT_EQ(forms("shout"), "shouts shouted shouting");
  EXPECT_EQ(forms("decline"), "declines declined declining");
  EXPECT_EQ(forms("deny"), "denies denied denying");
  EXPECT_EQ(forms("plan"), "plans planned planning");
  EXPECT_EQ(forms("quit"), "quits quitted quitting");
  EXPECT_EQ(forms("fix"), "fixes fixed fixing");
  EXPECT_EQ(forms("agree"), "agrees agreed agreeing");
  EXPECT_EQ(forms("lie"), "lies lied lying");
  EXPECT_EQ(forms("panic"), "panics panicked panicking");
  EXPECT_EQ(forms("offer"), "offers offerred offerring offered offering");
}

TEST(InflectNoun, FollowsTheSpelling) {
  EXPECT_EQ(inflect_noun("story").form, "stories");
  EXPECT_EQ(inflect_noun("speech").form, "speeches");
  EXPECT_EQ(inflect_noun("envoy").form, "envoys");
}

TEST(ReadInflections, LeavesOutWhatTwoLemmasShare) {
  const auto folder = std::filesystem::temp_directory_path() / "hearsay_inflections_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "index.verb") << "  1 licence\nwing v 1\nwinge v 1\nput_up v 1\ngo v 1\n";
  std::ofstream(folder / "verb.exc") << "went go\n";
  std::ofstream(folder / "index.noun") << "axis n 1\n";
  EXPECT_EQ(read_inflections(folder).error().code, ErrorCode::not_found);
  std::ofstream(folder / "noun.exc") << "axes ax axis\nmen man\n";
  const auto found = read_inflections(folder);
  ASSERT_TRUE(found);
  std::string all;
  for (const Inflection& f : *found) all += f.form + "/" + std::string(f.xpos) + "=" + f.lemma + " ";
  EXPECT_EQ(
      all,
      "axises/NNS=axis men/NNS=man goed/VBD=go went/VBD=go going/VBG=go goed/VBN=go went/VBN=go gos/VBZ=go "
      "winges/VBZ=winge wings/VBZ=wing ");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace hearsay
