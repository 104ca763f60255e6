#include "question_flags.h"

#include "ledger_commands.h"
#include "shared_flags.h"

namespace hearsay {
namespace {

using std::string;

string choose_correction(Arguments& a, Correcting task) {
  if (a.ledger.correcting != Correcting::nothing)
    return "expected one correction, --corrections or --undo, found two";
  a.ledger.correcting = task;
  return "";
}

// What lists corrections and takes them back.
std::vector<Flag> corrections_flags() {
  return {{.name = "corrections",
           .brief = "List what the ledger was told",
           .paragraph = "Lists all corrections, numbered, also those that other commands made.",
           .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::list); }},
          {.name = "undo",
           .value = "N",
           .brief = "Take correction N back",
           .paragraph = "Takes the correction of that number back.",
           .set = [](Arguments& a, const string& v) {
             const string problem = read_number(v, a.ledger.correction);
             return problem.empty() ? choose_correction(a, Correcting::undo) : problem;
           }}};
}

const std::vector<std::string_view> kRelationTypes = {"disputes", "retracts", "supports", "repeats",
                                                      "conflicts"};

// What corrects which statements are related.
std::vector<Flag> relation_flags() {
  std::vector<Flag> flags = {
      {.name = "unrelated",
       .brief = "Tell the ledger that statements A and B are not related",
       .paragraph = "The two operands after LEDGER, statements (ARTICLE/a3), have nothing to do with each "
                    "other, nor do their copies in other articles: the relation between them is taken out, "
                    "and does not come back when articles are added or read anew.",
       .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::unrelated); }},
      {.name = "related",
       .brief = "Tell the ledger that statements A and B are related",
       .paragraph =
           "The two operands after LEDGER, statements (ARTICLE/a3), are related as Hearsay says, or, "
           "with --as, in another way: that is sure from then on, also when articles are read anew.",
       .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::related); }},
      {.name = "as",
       .value = "TYPE",
       .choices = kRelationTypes,
       .brief = "With --related, how they are related",
       .paragraph = "With --related: the later one of the two disputes the earlier one, retracts, supports, "
                    "repeats it, or conflicts with it. Needed where Hearsay has not related them.",
       .set = [](Arguments& a, const string& v) {
         if (place_in(kRelationTypes, v) == kRelationTypes.size()) return unknown(kRelationTypes, v);
         a.ledger.relation = v;
         return string();
       }}};
  for (Flag& flag : corrections_flags()) flags.push_back(std::move(flag));
  return flags;
}

Command claims_command(const Command& read) {
  return {
      .name = "claims",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show the claims of a ledger and who stands where",
      .paragraph =
          "Prints the board: each claim that several statements make, deny, confirm or revise, with the "
          "position of each source and since when, and how many independent sources there are. The newest "
          "come first, among those of a day the ones on which sources differ. QUERY filters as that of "
          "search "
          "does; it is enough if one statement of the claim fits.",
      .flags = searching_flags(read, {limit_flag("Print at most N claims")}),
      .examples = {{"hearsay claims story.ledger", "who stands where"},
                   {"hearsay claims story.ledger --by Holm", "what Holm has a position on"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_claims};
}

Command disputes_command(const Command& read) {
  std::vector<Flag> flags = {limit_flag("Print at most N statements"), min_confidence_flag(read)};
  for (Flag& flag : relation_flags()) flags.push_back(std::move(flag));
  return {
      .name = "disputes",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show where accounts differ, and correct that",
      .paragraph =
          "Prints statements that others dispute, that are taken back, or that cannot be true together with "
          "another one, each with what was said against it and why Hearsay thinks so; the newest come first. "
          "Hearsay never says who is right. QUERY filters as that of search does: words, by:NAME, act:ACT, "
          "outlet:NAME, after:DATE, before:DATE; it is enough if one of the two statements fits."
          "\n\n"
          "Where two statements have nothing to do with each other, --unrelated A B says so, for good. That "
          "goes "
          "for any relation, also those that show prints. --related A B says that a relation is right, or, "
          "with "
          "--as, which one there is.",
      .flags = searching_flags(read, std::move(flags)),
      .examples = {{"hearsay disputes story.ledger", "where accounts differ"},
                   {"hearsay disputes story.ledger by:Holm",
                    "whom Holm contradicts, or who contradicts Holm"},
                   {"hearsay disputes story.ledger --unrelated courier-17/a3 post-9/a12",
                    "they speak of different things"},
                   {"hearsay disputes story.ledger --related courier-17/a3 post-9/a12",
                    "the one does dispute the other"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_disputes};
}

Command changes_command(const Command& read) {
  return {
      .name = "changes",
      .operands = "LEDGER [WHO...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show whose story changed",
      .paragraph =
          "Prints statements that their source or its own side later withdrew, corrected or revised, with "
          "what was said then; the newest come first. Then articles that their publishers took back or "
          "corrected, with what had stood in them. With WHO, only those of that name; publishers have names, "
          "too. WHO may have the filters of search.",
      .flags = searching_flags(read, {limit_flag("Print at most N statements"), min_confidence_flag(read)}),
      .examples = {{"hearsay changes story.ledger \"the operator\"", "how the operator's story moved"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_changes};
}

Command timeline_command(const Command& read) {
  return {
      .name = "timeline",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show what was said and what happened on one axis",
      .paragraph =
          "Draws the newest statements and the events that their articles date on one axis, claims on the "
          "left, denials and disputes on the right, and lists them day by day. QUERY filters as that of "
          "search does, events, too: by:NAME those that NAME takes part in, outlet:NAME those that it wrote "
          "of.",
      .flags = searching_flags(read, {limit_flag("Show at most N statements")}),
      .examples = {{"hearsay timeline story.ledger", "what happened, and who said so"},
                   {"hearsay timeline --by Holm --after 2024-03-06 story.ledger", "what Holm said since"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_timeline};
}

Command search_command(const Command& read) {
  return {
      .name = "search",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Find statements in a ledger",
      .paragraph =
          "Prints the statements that hold all words of QUERY, newest first. \"Words in quotation marks\" "
          "are "
          "found side by side. Filters: by:NAME (words of the source), act:ACT (what is done by saying it: "
          "assert, confirm, deny, retract, accuse, claim_responsibility, promise, threaten, demand, "
          "criticize, praise, predict, ask, decline or opine), outlet:NAME (who published it, the whole "
          "name), "
          "after:DATE and before:DATE (when the article was published, that day included).",
      .flags = searching_flags(read, {limit_flag("Print at most N statements")}),
      .examples = {{"hearsay search story.ledger bridge act:deny", "denials that speak of a bridge"},
                   {"hearsay search story.ledger by:\"Ada Holm\" after:2024-03-06", "what she said since"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_search};
}

// What corrects who is who.
std::vector<Flag> who_flags() {
  std::vector<Flag> flags = {
      {.name = "merge",
       .brief = "Tell the ledger that A and B are one",
       .paragraph = "The two operands after LEDGER, names or ids, are one person or thing, in all "
                    "articles, also in those "
                    "that are added later. What is merged has the id of the longest of its names.",
       .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::merge); }},
      {.name = "split",
       .brief = "Tell the ledger that A is another one in some articles",
       .paragraph = "The first operand after LEDGER, a name or id, is somebody or something else in the "
                    "articles whose ids "
                    "follow.",
       .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::split); }},
      {.name = "side",
       .brief = "Tell the ledger whom A speaks for",
       .paragraph = "The first operand after LEDGER, a name or id, speaks for the second one, whatever "
                    "the articles say.",
       .set = [](Arguments& a, const string&) { return choose_correction(a, Correcting::side); }}};
  for (Flag& flag : corrections_flags()) flags.push_back(std::move(flag));
  return flags;
}

Command who_command(const Command& read) {
  std::vector<Flag> flags = who_flags();
  flags.insert(flags.begin(), limit_flag("Show at most N names, and N statements of each"));
  for (Flag& flag : date_flags()) flags.push_back(std::move(flag));
  return {
      .name = "who",
      .operands = "LEDGER [NAME]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show who speaks in a ledger, and correct who is who",
      .paragraph =
          "Without NAME, lists the people, organisations and other names of the ledger; who says most comes "
          "first. With NAME, shows those who are called so, with their other names, roles and side, what "
          "they say, and what others say about them, newest first; --after and --before choose the days of "
          "that. "
          "A NAME without capital letters may be a role, too: mayor, union spokeswoman."
          "\n\n"
          "Hearsay finds out itself who is who in many articles, and is mistaken at times: --merge A B, "
          "--split A "
          "ARTICLE... and --side A SIDE correct it, for good.",
      .flags = printing_flags(read, std::move(flags)),
      .examples = {{"hearsay who story.ledger", "list them all"},
                   {"hearsay who story.ledger Holm", "all that Holm says"},
                   {"hearsay who story.ledger mayor", "all that mayors say"},
                   {"hearsay who story.ledger --merge \"Ada Holm\" \"the mayor of Ansel\"", "they are one"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_who};
}

Command show_command(const Command& read) {
  return {
      .name = "show",
      .operands = "LEDGER ID",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show an article, a statement, a claim or a person of a ledger",
      .paragraph =
          "ID is one that the other commands print. An article: what it says, what others dispute or support "
          "of it, and what its versions changed. ARTICLE/a3, a statement: its words in their paragraph, "
          "where "
          "they stand (in characters of the article's text), its claim, and its relations both ways, with "
          "why. T..., a claim: who stands where, and all statements. E..., a person or thing: what it is "
          "called, and what it says.",
      .flags = printing_flags(read, {limit_flag("Print at most N statements of a person or thing")}),
      .examples = {{"hearsay show story.ledger courier-17", "all that an article says"},
                   {"hearsay show story.ledger courier-17/a3", "one statement and who contradicts it"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_show};
}

}  // namespace

std::vector<Command> question_commands(const Command& read) {
  return {claims_command(read), disputes_command(read), changes_command(read), timeline_command(read),
          search_command(read), who_command(read),      show_command(read)};
}

}  // namespace hearsay
