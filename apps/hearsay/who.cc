#include <algorithm>
#include <limits>

#include "format/printable.h"
#include "ledger/identity.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

// A person or thing and what it says.
struct Voice {
  const LedgerEntity* entity = nullptr;
  std::vector<LedgerStatement> statements;  // newest first
};

// True if the words stand in one of the entity's names, whole and in their order.
bool is_called(const LedgerEntity& entity, const std::string& key) {
  const auto holds = [&](const std::string& name) {
    return (" " + name_key(name) + " ").find(" " + key + " ") != std::string::npos;
  };
  return holds(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), holds);
}

// Those of that name, all without one; who says most comes first.
std::vector<Voice> find_voices(const EntityIndex& entities, std::vector<LedgerStatement> statements,
                               const std::string& name) {
  const std::string key = name_key(name);
  std::vector<Voice> voices;
  std::map<const LedgerEntity*, std::size_t> index;
  for (const LedgerEntity& entity : entities.all()) {
    if (key.empty() ? !entity.named : !is_called(entity, key)) continue;
    index[&entity] = voices.size();
    voices.push_back({&entity, {}});
  }
  for (LedgerStatement& s : statements) {
    const auto found = index.find(entities.source_of(s));
    if (found != index.end()) voices[found->second].statements.push_back(std::move(s));
  }
  std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    if (a.statements.size() != b.statements.size()) return a.statements.size() > b.statements.size();
    return a.entity->name < b.entity->name;
  });
  return voices;
}

std::size_t count_articles(const LedgerEntity& entity) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < entity.uses.size(); ++i) {
    count += i == 0 || entity.uses[i].article != entity.uses[i - 1].article;
  }
  return count;
}

std::string summary(const Voice& voice) {
  const LedgerEntity& e = *voice.entity;
  std::string line = printable(e.name) + " · " + std::string(to_string(e.kind));
  for (std::size_t i = 0; i < e.aliases.size(); ++i)
    line += (i == 0 ? " · also " : ", ") + printable(e.aliases[i]);
  for (std::size_t i = 0; i < e.roles.size(); ++i) line += (i == 0 ? " · " : ", ") + printable(e.roles[i]);
  const std::size_t articles = count_articles(e);
  line += " · " + std::to_string(voice.statements.size()) + " statements, " + std::to_string(articles) +
          (articles == 1 ? " article" : " articles");
  return line + "\n";
}

// One table of what they all say.
void print_table(std::vector<Voice> voices, const EntityIndex& entities, const Arguments& arguments,
                 Lines& lines) {
  std::vector<LedgerStatement> all;
  for (Voice& voice : voices) {
    for (LedgerStatement& s : voice.statements) all.push_back(std::move(s));
  }
  print_statements(all, entities, arguments, lines);
}

void print_voices(const std::vector<Voice>& voices, const EntityIndex& entities, const Arguments& arguments,
                  Lines& lines) {
  const bool as_text = choose_format(arguments.ledger, lines.output()) == LedgerFormat::text;
  for (const Voice& voice : voices) {
    lines.write(as_text ? summary(voice) : to_record(entity_record(*voice.entity)) + "\n");
    if (arguments.ledger.words.empty()) continue;
    if (as_text) lines.write("\n");
    print_statements(voice.statements, entities, arguments, lines);
    if (as_text) lines.write("\n");
  }
}

}  // namespace

int run_who(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  Result<Ledger> ledger = Ledger::open(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<EntityIndex> entities = EntityIndex::read(*ledger);
  if (!entities) return report_failure(entities.error().message);
  auto statements = ledger->search({.limit = std::numeric_limits<int>::max()});
  if (!statements) return report_failure(statements.error().message);
  std::string name;
  for (const std::string& word : arguments.words) name += (name.empty() ? "" : " ") + word;
  std::vector<Voice> voices = find_voices(*entities, *std::move(statements), name);
  const auto limit = static_cast<std::size_t>(arguments.limit);
  if (voices.size() > limit) voices.resize(limit);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  if (voices.empty()) {
    lines->finish();
    return report_failure(arguments.path + ": found nobody called '" + name + "'");
  }
  if (choose_format(arguments, lines->output()) == LedgerFormat::csv) {
    print_table(std::move(voices), *entities, all, *lines);
  } else {
    print_voices(voices, *entities, all, *lines);
  }
  return lines->finish();
}

}  // namespace hearsay
