#include "entities/bare_descriptions.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

const std::vector<NounEntry>& nouns() {
  static const std::vector<NounEntry> list = [] {
    std::vector<NounEntry> made = {noun("company", {kGroupFile, kOrganizationNoun}), noun("ferry", {6, 0}),
                                   noun("court", {kGroupFile, kOrganizationNoun}),
                                   noun("union", {kGroupFile, kOrganizationNoun})};
    std::ranges::sort(made);
    return made;
  }();
  return list;
}

// The chains of a text that names `names`, then speaks of `words`, none tied by
// coreference.
std::vector<std::uint32_t> chains_of(const std::vector<std::string>& names, const std::vector<Word>& words) {
  Document doc;
  std::vector<NamedWords> named;
  for (const std::string& name : names) {
    add_sentence(doc, {{name, 2, Deprel::nsubj, Upos::PROPN, "NNP"}, {"paid", 0, Deprel::root, Upos::VERB}});
    named.push_back({name, EntityKind::organization});
  }
  add_sentence(doc, words);
  add_names(doc, named);
  CoreferenceScratch scratch;
  begin_coreference(nouns(), doc, scratch);
  for (std::uint32_t m = 0; m < scratch.state.mentions.size(); ++m) join_chain(doc, m, kNone, scratch.state);
  tie_bare_descriptions(nouns(), doc, scratch.state);
  return scratch.state.chain_of;
}

std::vector<Word> the(const std::string& noun) {
  return {{"the", 2, Deprel::det, Upos::DET, "DT"},
          {noun, 3, Deprel::nsubj},
          {"left", 0, Deprel::root, Upos::VERB}};
}

const std::vector<Word> kFerryCompany = {{"the", 3, Deprel::det, Upos::DET, "DT"},
                                         {"ferry", 3, Deprel::compound},
                                         {"company", 4, Deprel::nsubj},
                                         {"left", 0, Deprel::root, Upos::VERB}};

using Chains = std::vector<std::uint32_t>;

TEST(BareDescriptionsTest, TheCompanyIsTheLastOneNamed) {
  EXPECT_EQ(chains_of({"Nordlinje", "Vestlinja"}, the("company")), (Chains{0, 1, 1}));
}

TEST(BareDescriptionsTest, NotWhatIsCalledOtherwise) {
  EXPECT_EQ(chains_of({"Nordlinje", "Harbour Union"}, the("company")), (Chains{0, 1, 0}));
}

TEST(BareDescriptionsTest, ACourtIsNoCompany) {
  EXPECT_EQ(chains_of({"Nordlinje"}, the("court")), (Chains{0, 1}));
}

TEST(BareDescriptionsTest, NounsBeforeItWantASingleName) {
  EXPECT_EQ(chains_of({"Nordlinje"}, kFerryCompany).back(), 0u);
  EXPECT_GT(chains_of({"Nordlinje", "Vestlinja"}, kFerryCompany).back(), 1u);
}

}  // namespace
}  // namespace hearsay
