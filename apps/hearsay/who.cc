#include "format/ledger_tables.h"
#include "format/printable.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// " · also Holm, Ms Holm"; nothing for none.
std::string listed(std::string_view before, const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words)
    list += (list.empty() ? " · " + std::string(before) : ", ") + printable(word);
  return list;
}

// One line.
std::string summary(const LedgerEntity& e) {
  std::string line = printable(e.name) + " · " + std::string(to_string(e.kind));
  line += listed("also ", e.aliases) + listed("", e.roles);
  if (!e.whole_name.empty()) line += " · of " + printable(e.whole_name);
  if (!e.side_name.empty() && e.side != e.id && e.side_name != e.whole_name)
    line += " · side of " + printable(e.side_name);
  return line + " · " + count_of(e.statements, "statement", "statements") + ", " +
         count_of(e.articles, "article", "articles") + " · " + e.id + "\n";
}

// What is shown of one of those that were asked for.
struct Voice {
  const LedgerEntity* entity = nullptr;
  std::vector<LedgerStatement> by, about;  // newest first
};

Result<std::vector<Voice>> read_voices(Ledger& ledger, const std::vector<LedgerEntity>& entities,
                                       const StatementQuery& query) {
  std::vector<Voice> voices;
  for (const LedgerEntity& entity : entities) {
    auto by = ledger.statements_by(entity, query);
    if (!by) return by.error();
    auto about = ledger.statements_about(entity, query);
    if (!about) return about.error();
    voices.push_back({.entity = &entity, .by = *std::move(by), .about = *std::move(about)});
  }
  return voices;
}

Result<EntityIndex> index_of(Ledger& ledger, const std::vector<Voice>& voices) {
  std::vector<LedgerStatement> all;
  for (const Voice& voice : voices) {
    for (const auto* statements : {&voice.by, &voice.about})
      all.insert(all.end(), statements->begin(), statements->end());
  }
  return EntityIndex::of(ledger, all);
}

void print_text(const Voice& voice, const EntityIndex& entities, const Arguments& arguments, Lines& lines) {
  lines.write(summary(*voice.entity) + "\n");
  print_statements(voice.by, entities, arguments, lines);
  if (!voice.by.empty()) lines.write("\n");
  if (voice.about.empty()) return;
  lines.write("About " + printable(voice.entity->name) + ":\n\n");
  print_statements(voice.about, entities, arguments, lines);
  lines.write("\n");
}

// One table of what they all say.
void print_table(const std::vector<Voice>& voices, const EntityIndex& entities, const Arguments& arguments,
                 Lines& lines) {
  std::vector<LedgerStatement> all;
  for (const Voice& voice : voices) all.insert(all.end(), voice.by.begin(), voice.by.end());
  print_statements(all, entities, arguments, lines);
}

void print_entities(const std::vector<LedgerEntity>& entities, LedgerFormat format, Lines& lines) {
  if (format == LedgerFormat::csv) lines.write(csv_row(entity_columns()));
  for (const LedgerEntity& entity : entities) {
    if (format == LedgerFormat::csv) lines.write(csv_row(entity_fields(entity_record(entity))));
    if (format == LedgerFormat::json) lines.write(to_record(entity_record(entity)) + "\n");
    if (format == LedgerFormat::text) lines.write(summary(entity));
  }
}

// Those that were asked for by name, with what they say and what is said about them.
int show(Ledger& ledger, const std::vector<LedgerEntity>& entities, const Arguments& all, Lines& lines) {
  const LedgerFormat format = choose_format(all.ledger, lines.output());
  const auto voices = read_voices(
      ledger, entities, {.after = all.ledger.after, .before = all.ledger.before, .limit = all.ledger.limit});
  if (!voices) return report_failure(voices.error().message);
  const Result<EntityIndex> index = index_of(ledger, *voices);
  if (!index) return report_failure(index.error().message);
  if (format == LedgerFormat::csv) print_table(*voices, *index, all, lines);
  for (const Voice& voice : *voices) {
    if (format == LedgerFormat::text) print_text(voice, *index, all, lines);
    if (format != LedgerFormat::json) continue;
    lines.write(to_record(entity_record(*voice.entity)) + "\n");
    print_statements(voice.by, *index, all, lines);
  }
  return lines.finish();
}

}  // namespace

int run_who(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  if (arguments.correcting != Correcting::nothing) return run_correcting(all);
  Result<Ledger> ledger = Ledger::open(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  std::string name;
  for (const std::string& word : arguments.words) name += (name.empty() ? "" : " ") + word;
  const auto limit = static_cast<std::size_t>(arguments.limit);
  const auto found = name.empty() ? ledger->most_talkative(limit) : ledger->find_entities(name, limit);
  if (!found) return report_failure(found.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  if (found->empty()) {
    lines->finish();
    return report_failure(arguments.path + ": found nobody called '" + name + "'");
  }
  const LedgerFormat format = choose_format(arguments, lines->output());
  if (!name.empty()) return show(*ledger, *found, all, *lines);
  print_entities(*found, format, *lines);
  return lines->finish();
}

}  // namespace hearsay
