// A Document is one text and the layers of annotation computed over it.
//
// Positions are byte offsets into `text`, half-open: [begin, end). They always
// fall between two code points. (Printed formats count code points instead; see
// hearsay/format.h.)
// Cross-references are indices into the vectors below, never pointers.
// A layer is empty until its stage has run; each layer has exactly one writer.
// Plain data: copyable, and safe to read from many threads.
#ifndef HEARSAY_DOCUMENT_H_
#define HEARSAY_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "No such index": the head of a root, the parent of an outermost attribution.
inline constexpr std::uint32_t kNone = 0xffffffff;

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

// Universal part-of-speech tags, spelled as Universal Dependencies v2 does.
// Values are stored in model files: never renumber.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
};
inline constexpr int kUposCount = 17;

// Universal dependency relations (UD v2), without their subtypes. `case` is a
// C++ keyword, hence the underscore. Values are stored: never renumber.
enum class Deprel : std::uint8_t {
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nummod,
  obj,
  obl,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};
inline constexpr int kDeprelCount = 37;

// What follows the colon of a relation ("nsubj:pass"). Values are stored: never
// renumber.
enum class DeprelSubtype : std::uint8_t {
  none,
  agent,
  desc,
  outer,
  pass,
  poss,
  preconj,
  predet,
  prt,
  relcl,
  unmarked,
};
inline constexpr int kDeprelSubtypeCount = 11;

// What a stretch of an article is to its reader.
enum class BlockKind : std::uint8_t {
  title,
  heading,
  paragraph,
  list,
  quote,
  embed,
  table,
  caption,
  credit,
  byline,
  dateline,
  correction,
  promo,
  furniture,
};
inline constexpr int kBlockKindCount = 14;

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  bool operator==(const Block&) const = default;
};

struct Sentence {
  std::uint32_t first_token = 0;  // [first_token, last_token), never empty
  std::uint32_t last_token = 0;
  bool operator==(const Sentence&) const = default;
};

// One syntactic word in the sense of Universal Dependencies ("don't" is two).
struct Token {
  Span span;  // never empty
  bool operator==(const Token&) const = default;
};

struct Tag {
  std::uint32_t lemma = 0;  // index into Document::strings
  std::uint32_t xpos = 0;   // index into Document::strings; "_" where there is none
  Upos upos = Upos::X;
  bool operator==(const Tag&) const = default;
};

struct Arc {
  std::uint32_t head = kNone;  // index of a token of the same sentence; kNone: root
  Deprel deprel = Deprel::root;
  DeprelSubtype subtype = DeprelSubtype::none;
  bool operator==(const Arc&) const = default;
};

// What an entity is. Values are stored in model files: never renumber.
enum class EntityKind : std::uint8_t { person, organization, place, event, group };
inline constexpr int kEntityKindCount = 5;

// A proper name in the text, without articles, titles and possessive endings:
// "Ingrid Solbakken" of "Police Chief Ingrid Solbakken's". Groups are peoples,
// nationalities, creeds and parties' members: "Norwegians", "Norwegian".
struct Name {
  Span span;
  EntityKind kind = EntityKind::person;
  bool inner = false;  // a place inside the name before it: "Bergen" in "Bergen Fire Brigade"
  bool operator==(const Name&) const = default;
};

// How a text refers to an entity.
enum class MentionForm : std::uint8_t { name, nominal, pronoun };
inline constexpr int kMentionFormCount = 3;

struct Mention {
  Span span;
  std::uint32_t entity = 0;  // index into Document::entities
  MentionForm form = MentionForm::name;
  bool operator==(const Mention&) const = default;
};

// Where a place is, as the gazetteer has it. Coordinates and population are known of
// towns only: those of a country or region are its name's alone.
struct Place {
  std::string name;     // "Lyon"
  std::string country;  // ISO 3166-1 alpha-2: "FR"
  bool is_town = false;
  std::int32_t latitude = 0;  // of a town, in ten-thousandths of a degree, north and east positive
  std::int32_t longitude = 0;
  std::uint32_t population = 0;  // of a town
  // The country's name, of a country, its capital and what is said to be of that country
  // ("Norwegian police"): whose government the entity may stand for; else empty.
  std::string state = {};
  bool operator==(const Place&) const = default;
};

// Somebody or something that a document speaks of, and all that it says of who it is.
struct Entity {
  std::string name;                  // the fullest that the text has; unnamed: how it is described
  std::vector<std::string> aliases;  // the other names, in text order
  EntityKind kind = EntityKind::person;
  bool named = true;                     // false: "two officials briefed on the matter"
  std::vector<std::string> roles;        // titles and appositions, in text order: "police spokeswoman"
  std::vector<std::uint32_t> member_of;  // whom it belongs to or speaks for: other entities, rising
  std::uint32_t count = 0;               // how many persons, where the text counts them; else 0
  // Written by places: of a place, where it is beyond doubt; of an organisation without a
  // name, the country that its description names.
  std::optional<Place> place;
  bool operator==(const Entity&) const = default;
};

// How much of an attribution's content stands in quotation marks: all of it,
// none of it, or some (PARC 3, PolNeAR).
enum class Form : std::uint8_t { direct, indirect, mixed };
inline constexpr int kFormCount = 3;

// What the source does by saying it; the most specific that fits. `assert` is a macro
// of the standard library, hence the underscore. Values are stored in model files:
// never renumber.
enum class Act : std::uint8_t {
  assert_,
  confirm,
  deny,
  retract,               // withdraws or corrects what its own side said
  accuse,                // blames a named party for a bad act
  claim_responsibility,  // for something that was done
  promise,               // commits itself
  threaten,
  demand,  // asks for, urges, orders
  criticize,
  praise,  // supports, endorses, welcomes
  predict,
  ask,
  decline,  // says that it will say nothing
  opine,    // belief, hope, fear, wish, intention
};
inline constexpr int kActCount = 15;

// Who said what, in one place of the text: "I deny it [content]," Smith [source]
// said [cue]. Spans are in text order and do not overlap.
struct Attribution {
  std::vector<Span> source;     // empty when the text names nobody
  std::vector<Span> cue;        // never empty
  std::vector<Span> content;    // one or more: quotes are often split
  std::uint32_t cue_lemma = 0;  // lemma of the cue's head word; index into Document::strings
  Form form = Form::indirect;
  Act act = Act::assert_;
  bool negated = false;  // the text says that the source did not say it: "never claimed that ..."
  // Index of the innermost attribution in whose content this one stands; kNone for an
  // outermost one.
  std::uint32_t parent = kNone;
  // Probability in [0, 1] that a careful reader would mark the same attribution:
  // cue and source overlap with his, and half of the content.
  float confidence = 0;
  bool operator==(const Attribution&) const = default;
};

// A part of an attribution that was decided.
enum class Part : std::uint8_t { cue, source, content, act, negated };
inline constexpr int kPartCount = 5;

// What can speak for a decision.
enum class ReasonKind : std::uint8_t {
  word,         // the words of the cue themselves
  word_class,   // what the cue's word can mean, by a dictionary: a verb of saying
  subject,      // that the source is the cue's subject
  source_tie,   // where else the tree ties the source
  content_tie,  // where the tree ties the content: "a clause beneath it"
  source_word,  // what the words of the source are: a name, a pronoun
  opening,      // the first word of the content: "that"
  quotation,    // quotation marks
  punctuation,  // a comma or colon beside the cue
  nearness,     // that it stands near the cue
  modifier,     // what modifies the cue: "not", "would"
  governor,     // the verb above the cue: "declined" of "declined to say"
  object,       // what is done to whom
  content_word  // the words of the content
};
inline constexpr int kReasonKindCount = 14;

// Something that speaks for a decision, measured by hiding it from the models.
struct Reason {
  ReasonKind kind = ReasonKind::word;
  Span span;          // the words that show it; {0, 0}: no words
  float without = 0;  // how sure the decision is without this and the reasons before it, in [0, 1]
  bool operator==(const Reason&) const = default;
};

// How sure the models are of one part, and why.
struct Finding {
  Part part = Part::cue;
  float sure = 0;               // in [0, 1]; what the model says, not calibrated
  std::vector<Reason> reasons;  // strongest first; none where no few of them matter
  bool operator==(const Finding&) const = default;
};

// Why an attribution was made.
struct Explanation {
  std::vector<Finding> findings;  // in the order of their parts, each at most once
  // How sure of the cue each of the two taggers is alone: the one that weighs features,
  // and the network. They are averaged.
  float by_features = 0;
  float by_network = 0;
  bool read_alone = false;  // found when the content around it was read as a text of its own
  Span by_rule;             // the last piece of content that a rule added, not the models; {0, 0}: none
  bool operator==(const Explanation&) const = default;
};

// What a time expression names (TIMEX3).
enum class TimeType : std::uint8_t { date, time, duration, set };
inline constexpr int kTimeTypeCount = 4;

// "last Friday": a stretch of text that names a time.
struct TimeExpression {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  // as TIMEX3 writes it: "2024-03-06", "P3D"; X where it is open: "XXXX-WXX-3"
  bool operator==(const TimeExpression&) const = default;
};

// Something that the text says happened, or will, at a time that it names: "the ferry
// lost power in January 2019", "the 2011 inquiry". What somebody said is no event but an
// attribution.
struct Event {
  Span span;                                // the word that names it: "lost", "inquiry"
  std::vector<Span> clause;                 // what is said of it, for people: one or two pieces in text order
  std::uint32_t time = kNone;               // index into Document::times; of a known year, decade or century
  std::uint32_t entity = kNone;             // index into Document::entities: its name, if it has one
  std::vector<std::uint32_t> participants;  // indices into Document::entities, each once
  bool operator==(const Event&) const = default;
};

// What its publisher says has become of an article. Values are stored: never renumber.
enum class ArticleStatus : std::uint8_t {
  usable,     // it stands; also where the publisher says nothing
  corrected,  // it stands as it is now; an earlier version had something wrong
  withheld,   // taken back for the time being
  canceled,   // taken back for good
};
inline constexpr int kArticleStatusCount = 4;

// Where a text came from. All fields are optional and printed as they came in.
struct Metadata {
  std::string id;    // empty: a hash of the text takes its place when printed
  std::string file;  // input path, where the input is a file of one document
  std::string url;
  std::string title;
  std::string publisher;
  std::string byline;
  std::string published;        // ISO 8601 date or date and time
  std::string modified;         // likewise: when the text was last changed
  std::string language;         // BCP 47
  bool language_given = false;  // somebody said so who knows better than the text; it is not looked at
  ArticleStatus status = ArticleStatus::usable;
  std::uint32_t version = 0;  // of the article, as its publisher counts; 0: it does not
  bool operator==(const Metadata&) const = default;
};

struct Document {
  Metadata metadata;
  std::string text;                  // valid UTF-8, under 4 GiB; fixed once loaded
  std::vector<std::string> strings;  // interned lemmas and language-specific tags
  std::vector<Block> blocks;         // written by ingest, in text order
  std::vector<Sentence> sentences;   // written by tokenizer
  std::vector<Token> tokens;         // written by tokenizer
  std::vector<Tag> tags;             // written by syntax: empty, or one per token
  std::vector<Arc> arcs;             // written by syntax: empty, or one per token
  std::vector<Name> names;           // written by syntax, in text order; inner after outer
  std::vector<Entity> entities;      // written by entities, by first mention, sources' own last
  // Written by entities; by first byte, then the longer one first. They may lie within
  // each other ("its chief executive"), but no two have the same span.
  std::vector<Mention> mentions;
  std::vector<TimeExpression> times;      // written by times, in text order, without overlaps
  std::vector<Attribution> attributions;  // written by attribution, by first cue position
  // Written by entities: empty, or the entity of each attribution's source; kNone: not known.
  std::vector<std::uint32_t> source_entities;
  std::vector<Event> events;  // written by events, in text order
  // Written by events: empty, or for each attribution the time at which the text says it
  // was said, as an index into `times`; kNone: the text does not say.
  std::vector<std::uint32_t> statement_times;
  // Written by attribution where it is asked for: empty, or one for each attribution.
  std::vector<Explanation> explanations;

  // The bytes under a span. Requires: the span lies within `text`.
  std::string_view at(Span span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
};

// Labels as the literature spells them: "PROPN", "nsubj", "pass" ("" for none),
// "paragraph", "direct", "deny". They live for ever.
std::string_view to_string(Upos upos);
std::string_view to_string(Deprel deprel);
std::string_view to_string(DeprelSubtype subtype);
std::string_view to_string(BlockKind kind);
std::string_view to_string(ArticleStatus status);  // "" for usable
std::string_view to_string(Form form);
std::string_view to_string(Act act);
std::string_view to_string(EntityKind kind);
std::string_view to_string(MentionForm form);
std::string_view to_string(TimeType type);  // "DATE"
std::string_view to_string(Part part);
std::string_view to_string(ReasonKind kind);

// Returns "" when every rule above holds, else the first broken rule in words.
std::string find_violation(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_DOCUMENT_H_
