#include "ledger/ledger.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "claims/read_statements.h"
#include "claims/statement_bytes.h"
#include "ledger/ledger_state.h"
#include "ledger/schema.h"

namespace hearsay {
namespace {

// With its length before it, so that no two lists of fields read alike.
void append_field(std::string_view field, std::string& out) {
  for (std::size_t size = field.size(), i = 0; i < 8; ++i, size >>= 8) out += static_cast<char>(size & 0xff);
  out += field;
}

// The words of all pieces, "…" between two that are apart.
std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += " … ";
    words += doc.at(span);
  }
  return words;
}

// From 1; 0 where no block holds it.
std::int64_t paragraph_of(const Document& doc, const Attribution& a) {
  const std::uint32_t begin = a.content.front().begin;
  const auto after = std::upper_bound(doc.blocks.begin(), doc.blocks.end(), begin,
                                      [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
  return after - doc.blocks.begin();
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string article_content_id(const Document& doc) {
  const Metadata& m = doc.metadata;
  std::string bytes;
  for (const std::string* field :
       {&m.id, &m.url, &m.title, &m.publisher, &m.byline, &m.published, &doc.text}) {
    append_field(*field, bytes);
  }
  return content_hash(bytes);
}

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;

Result<Ledger> Ledger::open_for_adding(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path, Database::Access::create);
  if (!database) return database.error();
  if (const Result<Success> ready = prepare_for_writing(*database); !ready) return ready.error();
  auto state = std::make_unique<State>(*std::move(database));
  state->writers = std::make_unique<State::Writers>(state->database);
  return Ledger(std::move(state));
}

Result<Ledger> Ledger::open(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  if (const Result<Success> known = check_schema(*database); !known) return known.error();
  return Ledger(std::make_unique<State>(*std::move(database)));
}

Result<bool> Ledger::contains(const std::string& content_id) {
  Query query(state_->database, "SELECT 1 FROM articles WHERE content = ?");
  return query.bind_blob(content_id).next();
}

Result<Success> Ledger::State::add_statements(const Document& doc, std::int64_t article) {
  std::vector<Statement> slots = read_statements(doc);
  std::vector<NewStatement> fresh;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    const Attribution& a = doc.attributions[i];
    const std::string source = words_of(doc, a.source);
    const std::string cue = words_of(doc, a.cue);
    const std::string content = words_of(doc, a.content);
    const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
    Query& query = writers->statement.bind(article).bind(std::int64_t{i});
    entity == kNone ? query.bind_null() : query.bind(std::int64_t{entity});
    query.bind(source).bind(cue).bind(content);
    query.bind(static_cast<std::int64_t>(a.form))
        .bind(static_cast<std::int64_t>(a.act))
        .bind(std::int64_t{a.negated});
    const std::string bytes = encode_statement(slots[i]);
    query.bind(static_cast<double>(a.confidence)).bind(paragraph_of(doc, a)).bind_blob(bytes);
    if (const auto done = query.run(); !done) return done.error();
    const std::int64_t row = database.last_row();
    if (const auto done = writers->words.bind(row).bind(source).bind(content).run(); !done)
      return done.error();
    fresh.push_back({.row = row,
                     .placed = {.statement = std::move(slots[i]),
                                .document = doc.metadata.id,
                                .publisher = doc.metadata.publisher,
                                .published = doc.metadata.published,
                                .number = i}});
  }
  return writers->linker.link(fresh);
}

Result<Added> Ledger::State::add_article(const Document& doc, const std::string& analysis) {
  const std::string& id = doc.metadata.id;
  const std::string content = article_content_id(doc);
  const Result<bool> known = writers->known.bind_blob(content).next();
  writers->known.reset();
  if (!known) return known.error();
  if (*known) return Added::known_already;

  const Result<bool> has_older = writers->newest.bind(id).next();
  const std::int64_t older = has_older && *has_older ? writers->newest.number(0) : 0;
  const std::int64_t version = older == 0 ? 1 : writers->newest.number(1) + 1;
  writers->newest.reset();
  if (!has_older) return has_older.error();

  const Metadata& m = doc.metadata;
  Query& insert = writers->article.bind(id).bind_blob(content).bind(version);
  const auto added =
      insert.bind(m.url).bind(m.title).bind(m.publisher).bind(m.published).bind(analysis).run();
  if (!added) return added.error();
  const std::int64_t article = database.last_row();
  if (older != 0) {
    if (const auto done = writers->replace.bind(article).bind(older).run(); !done) return done.error();
    writers->linker.forget();
  }
  if (const auto done = writers->entities.add(doc, article); !done) return done.error();
  if (const auto done = add_statements(doc, article); !done) return done.error();
  return older == 0 ? Added::new_article : Added::new_version;
}

Result<Added> Ledger::add(const Document& doc, const std::string& analysis) {
  if (!state_->in_transaction) {
    if (const auto begun = state_->database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    state_->in_transaction = true;
  }
  if (const auto mark = state_->database.execute("SAVEPOINT article"); !mark) return mark.error();
  Result<Added> added = state_->add_article(doc, analysis);
  // An article that failed half-way leaves nothing behind.
  const auto closed =
      state_->database.execute(added ? "RELEASE article" : "ROLLBACK TO article; RELEASE article");
  if (added && !closed) return closed.error();
  return added;
}

Result<Success> Ledger::commit() {
  if (!state_->in_transaction) return Success{};
  state_->in_transaction = false;
  return state_->database.execute("COMMIT");
}

}  // namespace hearsay
