#include <array>

#include "document/labels.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kDeprelCount> kDeprel = {
    "acl",       "advcl",      "advmod",   "amod",     "appos", "aux",      "case",   "cc",
    "ccomp",     "clf",        "compound", "conj",     "cop",   "csubj",    "dep",    "det",
    "discourse", "dislocated", "expl",     "fixed",    "flat",  "goeswith", "iobj",   "list",
    "mark",      "nmod",       "nsubj",    "nummod",   "obj",   "obl",      "orphan", "parataxis",
    "punct",     "reparandum", "root",     "vocative", "xcomp"};

constexpr std::array<std::string_view, kDeprelSubtypeCount> kSubtype = {
    "", "agent", "desc", "outer", "pass", "poss", "preconj", "predet", "prt", "relcl", "unmarked"};

constexpr std::array<std::string_view, kBlockKindCount> kBlockKind = {
    "title",   "heading", "paragraph", "list",     "quote",      "embed", "table",
    "caption", "credit",  "byline",    "dateline", "correction", "promo", "furniture"};

constexpr std::array<std::string_view, kArticleStatusCount> kArticleStatus = {"", "corrected", "withheld",
                                                                              "canceled"};

constexpr std::array<std::string_view, kFormCount> kForm = {"direct", "indirect", "mixed"};

constexpr std::array<std::string_view, kActCount> kAct = {
    "assert",  "confirm",  "deny",   "retract",   "accuse", "claim_responsibility",
    "promise", "threaten", "demand", "criticize", "praise", "predict",
    "ask",     "decline",  "opine"};
constexpr std::array<std::string_view, kTimeTypeCount> kTimeType = {"DATE", "TIME", "DURATION", "SET"};

constexpr std::array<std::string_view, kEntityKindCount> kEntityKind = {"person", "organization", "place",
                                                                        "event", "group"};

constexpr std::array<std::string_view, kMentionFormCount> kMentionForm = {"name", "nominal", "pronoun"};

constexpr std::array<std::string_view, kPartCount> kPart = {"cue", "source", "content", "act", "negated"};

constexpr std::array<std::string_view, kReasonKindCount> kReasonKind = {
    "word",      "word_class",  "subject",  "source_tie", "content_tie", "source_word", "opening",
    "quotation", "punctuation", "nearness", "modifier",   "governor",    "object",      "content_word"};

template <typename Label, std::size_t N>
std::optional<Label> find_label(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Label>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }
std::string_view to_string(Deprel deprel) { return kDeprel[static_cast<std::size_t>(deprel)]; }
std::string_view to_string(DeprelSubtype subtype) { return kSubtype[static_cast<std::size_t>(subtype)]; }
std::string_view to_string(BlockKind kind) { return kBlockKind[static_cast<std::size_t>(kind)]; }
std::string_view to_string(ArticleStatus status) { return kArticleStatus[static_cast<std::size_t>(status)]; }
std::string_view to_string(Form form) { return kForm[static_cast<std::size_t>(form)]; }
std::string_view to_string(Act act) { return kAct[static_cast<std::size_t>(act)]; }
std::string_view to_string(EntityKind kind) { return kEntityKind[static_cast<std::size_t>(kind)]; }
std::string_view to_string(MentionForm form) { return kMentionForm[static_cast<std::size_t>(form)]; }

std::string_view to_string(TimeType type) { return kTimeType[static_cast<std::size_t>(type)]; }
std::string_view to_string(Part part) { return kPart[static_cast<std::size_t>(part)]; }
std::string_view to_string(ReasonKind kind) { return kReasonKind[static_cast<std::size_t>(kind)]; }

std::optional<Upos> find_upos(std::string_view name) { return find_label<Upos>(kUpos, name); }
std::optional<Deprel> find_deprel(std::string_view name) { return find_label<Deprel>(kDeprel, name); }
std::optional<DeprelSubtype> find_deprel_subtype(std::string_view name) {
  return find_label<DeprelSubtype>(kSubtype, name);
}
std::optional<Act> find_act(std::string_view name) { return find_label<Act>(kAct, name); }

}  // namespace hearsay
