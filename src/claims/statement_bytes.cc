#include "claims/statement_bytes.h"

#include <algorithm>
#include <limits>

#include "claims/content_words.h"
#include "document/packed_bytes.h"

namespace hearsay {
namespace {

constexpr std::uint8_t kLargestWeight = 9;
constexpr std::uint8_t kFullConfidence = 100;

class Writer : public PackedWriter {
 public:
  void texts(const std::vector<std::string>& all) {
    number(all.size());
    for (const std::string& one : all) text(one);
  }
  void words(const std::vector<ContentWord>& all) {
    number(all.size());
    for (const ContentWord& word : all) {
      text(word.stem);
      number(word.weight);
    }
  }
};

class Reader : public PackedReader {
 public:
  using PackedReader::PackedReader;

  std::string text() { return PackedReader::text(kMaxSlotBytes); }

  std::vector<std::string> sorted_texts(std::size_t most = kMaxSlotNames) {
    std::vector<std::string> all(number(most));
    for (std::string& one : all) one = text();
    require(is_strictly_sorted(all, [](const std::string& s) -> const std::string& { return s; }));
    return all;
  }

  std::vector<ContentWord> words() {
    std::vector<ContentWord> all(number(kMaxContentWords));
    for (ContentWord& word : all) {
      word.stem = text();
      word.key = word_key(word.stem);
      word.weight = static_cast<std::uint8_t>(number(kLargestWeight));
      require(word.weight > 0);
    }
    require(is_strictly_sorted(all, [](const ContentWord& word) { return word.key; }));
    return all;
  }

 private:
  template <typename T, typename Key>
  static bool is_strictly_sorted(const std::vector<T>& all, Key key) {
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (!(key(all[i - 1]) < key(all[i]))) return false;
    }
    return true;
  }
};

void write_quantities(const std::vector<Quantity>& all, Writer& out) {
  out.number(all.size());
  for (const Quantity& quantity : all) {
    out.number(static_cast<std::uint64_t>(quantity.thousandths));
    out.text(quantity.unit);
    out.text(quantity.about);
    out.number(quantity.refused ? 1 : 0);
  }
}

std::vector<Quantity> read_quantities(Reader& in) {
  std::vector<Quantity> all(in.number(kMaxQuantities));
  for (Quantity& quantity : all) {
    quantity.thousandths = static_cast<std::int64_t>(in.number(std::numeric_limits<std::int64_t>::max()));
    quantity.unit = in.text();
    quantity.about = in.text();
    quantity.refused = in.number(1) == 1;
  }
  return all;
}

void write_phrase(const Phrase& phrase, Writer& out) {
  out.text(phrase.stem);
  out.text(phrase.words);
}

Phrase read_phrase(Reader& in) {
  Phrase phrase;
  phrase.stem = in.text();
  phrase.words = in.text();
  return phrase;
}

void write_circumstances(const Statement& statement, Writer& out) {
  for (const std::vector<Phrase>* const phrases : {&statement.causes, &statement.places}) {
    out.number(phrases->size());
    for (const Phrase& one : *phrases) write_phrase(one, out);
  }
  out.number(statement.deeds.size());
  for (const Deed& deed : statement.deeds) {
    out.text(deed.predicate);
    write_phrase(deed.actor, out);
  }
  out.number(statement.traits.size());
  for (const Trait& trait : statement.traits) {
    out.text(trait.who);
    write_phrase(trait.what, out);
  }
}

void read_circumstances(Reader& in, Statement& statement) {
  for (std::vector<Phrase>* const phrases : {&statement.causes, &statement.places}) {
    phrases->resize(in.number(kMaxPhrases));
    for (Phrase& one : *phrases) one = read_phrase(in);
  }
  statement.deeds.resize(in.number(kMaxPhrases));
  for (Deed& deed : statement.deeds) {
    deed.predicate = in.text();
    deed.actor = read_phrase(in);
  }
  statement.traits.resize(in.number(kMaxPhrases));
  for (Trait& trait : statement.traits) {
    trait.who = in.text();
    trait.what = read_phrase(in);
  }
}

std::vector<std::uint32_t> read_targets(Reader& in) {
  std::vector<std::uint32_t> all(in.number(kMaxSlotNames));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = static_cast<std::uint32_t>(in.number(kNone - 1));
    in.require(i == 0 || all[i - 1] < all[i]);
  }
  return all;
}

}  // namespace

std::string encode_statement(const Statement& statement) {
  Writer out;
  out.number(kStatementVersion);
  out.number(static_cast<std::uint64_t>(statement.speaker.kind));
  out.text(statement.speaker.name);
  out.texts(statement.speaker.sides);
  out.text(statement.speaker.spelling);
  out.words(statement.words);
  out.words(statement.inherited);
  write_quantities(statement.quantities, out);
  out.texts(statement.times);
  out.texts(statement.names);
  out.texts(statement.story);
  out.number(statement.points_to.size());
  for (const std::uint32_t target : statement.points_to) out.number(target);
  write_circumstances(statement, out);
  out.text(statement.predicate);
  out.text(statement.excerpt);
  out.number(static_cast<std::uint64_t>(statement.act));
  for (const bool flag :
       {statement.negated, statement.denied, statement.refusing, statement.rejects, statement.told_before,
        statement.recalled, statement.contrast, statement.pointing}) {
    out.number(flag ? 1 : 0);
  }
  out.number(statement.confidence);
  out.number(statement.parent);
  out.number(statement.place);
  return out.take();
}

std::optional<Statement> decode_statement(std::string_view bytes) {
  Reader in(bytes);
  if (in.number(kStatementVersion) != kStatementVersion) return std::nullopt;
  Statement statement;
  statement.speaker.kind = static_cast<SpeakerKind>(in.number(kSpeakerKindCount - 1));
  statement.speaker.name = in.text();
  statement.speaker.sides = in.sorted_texts();
  statement.speaker.spelling = in.text();
  statement.words = in.words();
  statement.inherited = in.words();
  statement.quantities = read_quantities(in);
  statement.times = in.sorted_texts();
  statement.names = in.sorted_texts();
  statement.story = in.sorted_texts(kMaxStoryNames);
  statement.points_to = read_targets(in);
  read_circumstances(in, statement);
  statement.predicate = in.text();
  statement.excerpt = in.text();
  statement.act = static_cast<Act>(in.number(kActCount - 1));
  for (bool* const flag :
       {&statement.negated, &statement.denied, &statement.refusing, &statement.rejects,
        &statement.told_before, &statement.recalled, &statement.contrast, &statement.pointing}) {
    *flag = in.number(1) == 1;
  }
  statement.confidence = static_cast<std::uint8_t>(in.number(kFullConfidence));
  statement.parent = static_cast<std::uint32_t>(in.number(kNone));
  statement.place = static_cast<std::uint32_t>(in.number(kNone));
  if (!in.is_done()) return std::nullopt;
  return statement;
}

}  // namespace hearsay
