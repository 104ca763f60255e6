#include "events/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

struct Word {
  const char* form;
  Upos upos;
  int head;  // counts from 1; 0: root
  Deprel deprel;
  DeprelSubtype subtype = DeprelSubtype::none;
};

// One sentence; lemmas are the forms in small letters.
Document make_document(const std::vector<Word>& words) {
  Document doc;
  for (const Word& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto at = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word.form;
    doc.tokens.push_back({{at, static_cast<std::uint32_t>(doc.text.size())}});
    const auto head = word.head == 0 ? kNone : static_cast<std::uint32_t>(word.head - 1);
    doc.arcs.push_back({.head = head, .deprel = word.deprel, .subtype = word.subtype});
    std::string lemma = word.form;
    std::ranges::transform(lemma, lemma.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    doc.tags.push_back(
        {.lemma = static_cast<std::uint32_t>(doc.strings.size()), .xpos = 0, .upos = word.upos});
    doc.strings.push_back(std::move(lemma));
  }
  doc.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  return doc;
}

Span find(const Document& doc, std::string_view words) {
  const std::size_t at = doc.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

void add_time(Document& doc, std::string_view words, std::string value, TimeType type = TimeType::date) {
  doc.times.push_back({find(doc, words), type, std::move(value)});
}

void attribute(Document& doc, std::string_view source, std::string_view cue, std::string_view content) {
  Attribution a{.cue = {find(doc, cue)}, .content = {find(doc, content)}};
  if (!source.empty()) a.source = {find(doc, source)};
  doc.attributions.push_back(std::move(a));
}

// What the list of words says in these tests.
Document& read(Document& doc) {
  EventWords words;
  static std::vector<std::uint64_t> entries;
  entries = {event_word(hash_bytes("inquiry"), kEventNoun), event_word(hash_bytes("statement"), kSpeechNoun),
             event_word(hash_bytes("speaking"), kSpeechVerb)};
  std::ranges::sort(entries);
  words.entries = entries;
  EventScratch scratch;
  find_events(words, doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

// "The ferry lost power in 2019 , police said on Monday"
Document ferry() {
  Document doc = make_document({{"The", Upos::DET, 2, Deprel::det},
                                {"ferry", Upos::NOUN, 3, Deprel::nsubj},
                                {"lost", Upos::VERB, 9, Deprel::ccomp},
                                {"power", Upos::NOUN, 3, Deprel::obj},
                                {"in", Upos::ADP, 6, Deprel::case_},
                                {"2019", Upos::NUM, 3, Deprel::obl},
                                {",", Upos::PUNCT, 3, Deprel::punct},
                                {"police", Upos::NOUN, 9, Deprel::nsubj},
                                {"said", Upos::VERB, 0, Deprel::root},
                                {"on", Upos::ADP, 11, Deprel::case_},
                                {"Monday", Upos::PROPN, 9, Deprel::obl}});
  add_time(doc, "2019", "2019");
  add_time(doc, "Monday", "2024-03-04");
  attribute(doc, "police", "said", "The ferry lost power in 2019");
  return doc;
}

TEST(Events, ATimeDatesTheCueOrTheContent) {
  Document doc = ferry();
  doc.entities = {{.name = "ferry", .aliases = {}, .kind = EntityKind::organization}};
  doc.mentions = {{find(doc, "ferry"), 0, MentionForm::nominal}};
  read(doc);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{1}));
  ASSERT_EQ(doc.events.size(), 1u);
  EXPECT_EQ(doc.at(doc.events[0].span), "lost");
  EXPECT_EQ(doc.events[0].time, 0u);
  EXPECT_EQ(doc.events[0].participants, (std::vector<std::uint32_t>{0}));
  ASSERT_EQ(doc.events[0].clause.size(), 1u);
  EXPECT_EQ(doc.at(doc.events[0].clause[0]), "The ferry lost power in 2019");
}

TEST(Events, WhatStandsInTheContentDatesNoCue) {
  Document doc = ferry();
  doc.attributions[0].content = {find(doc, "The ferry lost power in 2019"), find(doc, "Monday")};
  read(doc);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{kNone}));
}

TEST(Events, ATimeWithoutADateSaysNothing) {
  for (const char* value : {"XXXX-WXX-1", "PAST_REF"}) {
    Document doc = ferry();
    doc.times[1].value = value;
    EXPECT_EQ(read(doc).statement_times, (std::vector<std::uint32_t>{kNone}));
  }
  Document doc = ferry();
  doc.times[0] = {doc.times[0].span, TimeType::duration, "P3D"};
  EXPECT_TRUE(read(doc).events.empty());
}

TEST(Events, ATimeInANameSaysNothing) {
  Document doc = ferry();
  doc.names = {{find(doc, "Monday"), EntityKind::organization, false}};
  EXPECT_EQ(read(doc).statement_times, (std::vector<std::uint32_t>{kNone}));
}

// "In a statement on Friday she denied it"
TEST(Events, ASpeechNounPassesItsTimeOn) {
  const std::vector<Word> words = {
      {"In", Upos::ADP, 3, Deprel::case_},       {"a", Upos::DET, 3, Deprel::det},
      {"statement", Upos::NOUN, 7, Deprel::obl}, {"on", Upos::ADP, 5, Deprel::case_},
      {"Friday", Upos::PROPN, 3, Deprel::nmod},  {"she", Upos::PRON, 7, Deprel::nsubj},
      {"denied", Upos::VERB, 0, Deprel::root},   {"it", Upos::PRON, 7, Deprel::obj}};
  Document doc = make_document(words);
  add_time(doc, "Friday", "2024-03-08");
  attribute(doc, "she", "denied", "it");
  EXPECT_EQ(read(doc).statement_times, (std::vector<std::uint32_t>{0}));
  EXPECT_TRUE(doc.events.empty()) << "the statement is the attribution";
}

// "He denied the 2011 inquiry"
TEST(Events, ATimeOfAnObjectDatesThatAlone) {
  Document doc = make_document({{"He", Upos::PRON, 2, Deprel::nsubj},
                                {"denied", Upos::VERB, 0, Deprel::root},
                                {"the", Upos::DET, 5, Deprel::det},
                                {"2011", Upos::NUM, 5, Deprel::compound},
                                {"inquiry", Upos::NOUN, 2, Deprel::obj}});
  add_time(doc, "2011", "2011");
  attribute(doc, "He", "denied", "the");
  doc.attributions[0].content = {find(doc, "the 2011 inquiry")};
  read(doc);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{kNone}));
  ASSERT_EQ(doc.events.size(), 1u);
  EXPECT_EQ(doc.at(doc.events[0].span), "inquiry");
  EXPECT_EQ(doc.at(doc.events[0].clause[0]), "the 2011 inquiry");
}

// "On Friday she left and said so"
TEST(Events, AFrontedTimeDatesBothVerbs) {
  Document doc = make_document({{"On", Upos::ADP, 2, Deprel::case_},
                                {"Friday", Upos::PROPN, 4, Deprel::obl},
                                {"she", Upos::PRON, 4, Deprel::nsubj},
                                {"left", Upos::VERB, 0, Deprel::root},
                                {"and", Upos::CCONJ, 6, Deprel::cc},
                                {"said", Upos::VERB, 4, Deprel::conj},
                                {"so", Upos::ADV, 6, Deprel::advmod}});
  add_time(doc, "Friday", "2024-03-08");
  attribute(doc, "she", "said", "so");
  read(doc);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{0}));
  ASSERT_EQ(doc.events.size(), 1u);
  EXPECT_EQ(doc.at(doc.events[0].span), "left");
}

// "Speaking on Friday , she began to sing in May"
TEST(Events, ClausesOfSayingAndChainsOfVerbs) {
  Document doc = make_document({{"Speaking", Upos::VERB, 6, Deprel::advcl},
                                {"on", Upos::ADP, 3, Deprel::case_},
                                {"Friday", Upos::PROPN, 1, Deprel::obl},
                                {",", Upos::PUNCT, 1, Deprel::punct},
                                {"she", Upos::PRON, 6, Deprel::nsubj},
                                {"promised", Upos::VERB, 0, Deprel::root},
                                {"to", Upos::PART, 8, Deprel::mark},
                                {"sing", Upos::VERB, 6, Deprel::xcomp},
                                {"in", Upos::ADP, 10, Deprel::case_},
                                {"May", Upos::PROPN, 8, Deprel::obl}});
  add_time(doc, "Friday", "2024-03-08");
  add_time(doc, "May", "2024-05");
  attribute(doc, "she", "promised", "to sing in May");
  read(doc);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{0}));
  ASSERT_EQ(doc.events.size(), 1u);
  EXPECT_EQ(doc.at(doc.events[0].span), "sing");
  EXPECT_EQ(doc.at(doc.events[0].clause[0]), "she promised to sing in May");
}

// "The firm said on Tuesday it agreed", where the parser lets Tuesday hang on agreed.
TEST(Events, ATimeBesideTheCueIsItsOwn) {
  Document doc = make_document({{"The", Upos::DET, 2, Deprel::det},
                                {"firm", Upos::NOUN, 3, Deprel::nsubj},
                                {"said", Upos::VERB, 0, Deprel::root},
                                {"on", Upos::ADP, 5, Deprel::case_},
                                {"Tuesday", Upos::PROPN, 7, Deprel::obl},
                                {"it", Upos::PRON, 7, Deprel::nsubj},
                                {"agreed", Upos::VERB, 3, Deprel::ccomp}});
  add_time(doc, "Tuesday", "2024-03-05");
  attribute(doc, "The firm", "said", "it agreed");
  attribute(doc, "it", "agreed", "agreed");
  read(doc);
  EXPECT_EQ(doc.statement_times[0], 0u);
}

TEST(Events, OneEventOfTwoTimesHasTheFiner) {
  Document doc = ferry();
  doc.attributions.clear();
  doc.arcs[10].head = 2;
  doc.times[1].value = "2019-03-04";
  read(doc);
  ASSERT_EQ(doc.events.size(), 1u);
  EXPECT_EQ(doc.events[0].time, 1u);
}

// The words that events are named by.
std::string events_of(Document doc) {
  std::string words;
  for (const Event& event : read(doc).events) words += std::string(doc.at(event.span)) + ";";
  return words;
}

// "It was found in an inquiry on Friday", where Friday hangs on the inquiry.
TEST(Events, TheVerbComesBeforeANounOfManner) {
  Document doc = make_document({{"It", Upos::PRON, 3, Deprel::nsubj, DeprelSubtype::pass},
                                {"was", Upos::AUX, 3, Deprel::aux, DeprelSubtype::pass},
                                {"found", Upos::VERB, 0, Deprel::root},
                                {"in", Upos::ADP, 6, Deprel::case_},
                                {"an", Upos::DET, 6, Deprel::det},
                                {"inquiry", Upos::NOUN, 3, Deprel::obl},
                                {"on", Upos::ADP, 8, Deprel::case_},
                                {"Friday", Upos::PROPN, 6, Deprel::nmod}});
  add_time(doc, "Friday", "2024-03-08");
  EXPECT_EQ(events_of(doc), "found;");
  doc.arcs[5].deprel = Deprel::nsubj;
  EXPECT_EQ(events_of(doc), "inquiry;");
}

// "An inquiry , in 2011 , was closed"
TEST(Events, ATimeBetweenCommasDatesTheSubject) {
  Document doc = make_document({{"An", Upos::DET, 2, Deprel::det},
                                {"inquiry", Upos::NOUN, 8, Deprel::nsubj, DeprelSubtype::pass},
                                {",", Upos::PUNCT, 5, Deprel::punct},
                                {"in", Upos::ADP, 5, Deprel::case_},
                                {"2011", Upos::NUM, 8, Deprel::obl},
                                {",", Upos::PUNCT, 5, Deprel::punct},
                                {"was", Upos::AUX, 8, Deprel::aux, DeprelSubtype::pass},
                                {"closed", Upos::VERB, 0, Deprel::root}});
  add_time(doc, "2011", "2011");
  EXPECT_EQ(events_of(doc), "inquiry;");
  doc.tags[2].upos = Upos::ADV;
  doc.text[find(doc, ",").begin] = '-';
  EXPECT_EQ(events_of(doc), "closed;");
}

// "It is set for Easter": the parser takes "set" for an adjective, and Easter is a name, too.
TEST(Events, WhatHasAnAuxiliaryIsAPredicate) {
  Document doc = make_document({{"It", Upos::PRON, 3, Deprel::nsubj, DeprelSubtype::pass},
                                {"is", Upos::AUX, 3, Deprel::aux, DeprelSubtype::pass},
                                {"set", Upos::ADJ, 0, Deprel::root},
                                {"for", Upos::ADP, 5, Deprel::case_},
                                {"Easter", Upos::PROPN, 3, Deprel::obl}});
  add_time(doc, "Easter", "2024-03-31");
  doc.names.push_back({.span = find(doc, "Easter"), .kind = EntityKind::event});
  EXPECT_EQ(events_of(doc), "set;");
}

TEST(Events, NothingComesOfNothing) {
  Document doc;
  EXPECT_TRUE(read(doc).events.empty());
  Document undated = ferry();
  undated.times.clear();
  EXPECT_TRUE(read(undated).events.empty());
}

TEST(EventWords, RefusesAFileOutOfOrder) {
  EXPECT_EQ(load_event_words("/nonexistent/events.model").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
