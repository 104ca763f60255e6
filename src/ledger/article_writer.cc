#include "ledger/article_writer.h"

#include <algorithm>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/item_versions.h"
#include "ledger/ledger_state.h"
#include "ledger/prepared_article.h"
#include "ledger/unread_articles.h"

namespace hearsay {
namespace {

// A pronoun is found by the name that it stands for.
std::string searchable_source(std::string_view source, std::string_view speaker) {
  std::string words(source);
  if (!speaker.empty() && speaker != source) words.append(" ").append(speaker);
  return words;
}

}  // namespace

std::string_view statement_marks(Act act) {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> marks;
    for (int i = 0; i < kActCount; ++i) marks.push_back("act" + std::to_string(i));
    return marks;
  }();
  return all[static_cast<std::size_t>(act)];
}

ArticleWriter::ArticleWriter(Database& database, const RelationModel& model)
    : database_(database),
      statements_(
          database,
          "INSERT OR FAIL INTO statements(number, entity, source, speaker, cue, content, form, act, negated, "
          "confidence, paragraph)",
          11),
      known_(database, "SELECT number FROM articles WHERE content = ?"),
      newest_(database, "SELECT number, version FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1"),
      taken_(database, "SELECT 1 FROM articles WHERE number = ?"),
      article_(database,
               "INSERT INTO articles(number, id, content, version, url, title, publisher, published) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      analysis_(database, "INSERT INTO analyses(article, analysis) VALUES (?, ?)"),
      slots_(database, "INSERT INTO slots(article, statements) VALUES (?, ?)"),
      replace_(database, "UPDATE articles SET replaced_by = ? WHERE number = ?"),
      words_(database, "INSERT INTO statement_words(rowid, source, content, marks) VALUES (?, ?, ?, ?)"),
      old_words_(database,
                 "SELECT number, source, speaker, content, act FROM statements WHERE number BETWEEN ? AND ?"),
      forget_words_(
          database,
          "INSERT INTO statement_words(statement_words, rowid, source, content, marks) VALUES ('delete', "
          "?, ?, ?, ?)"),
      keep_old_(
          database,
          "INSERT INTO replaced_statements SELECT number >> 20, number & 1048575, source, cue, content, "
          "form, act, negated, confidence, paragraph FROM statements WHERE number BETWEEN ? AND ?"),
      forget_statements_(database, "DELETE FROM statements WHERE number BETWEEN ? AND ?"),
      forget_slots_(database, "DELETE FROM slots WHERE article = ?"),
      versions_(database, "SELECT number, replaced_by IS NULL FROM articles WHERE id = ? ORDER BY version"),
      forget_old_(database, "DELETE FROM replaced_statements WHERE article = ?"),
      forget_analysis_(database, "DELETE FROM analyses WHERE article = ?"),
      forget_article_(database, "DELETE FROM articles WHERE number = ?"),
      item_versions_(std::make_unique<ItemVersions>(database)),
      unread_(std::make_unique<UnreadArticles>(database)),
      entities_(database),
      linker_(database, model, sides_),
      copies_(database),
      threads_(database),
      apart_(database) {}

ArticleWriter::~ArticleWriter() = default;

Result<std::optional<ArticleWriter::Version>> ArticleWriter::newest_version(const std::string& id) {
  const Result<bool> found = newest_.bind(id).next();
  std::optional<Version> version;
  if (found && *found) version = {.number = newest_.number(0), .version = newest_.number(1)};
  newest_.reset();
  if (!found) return found.error();
  return version;
}

Result<std::int64_t> ArticleWriter::free_number(const Metadata& metadata) {
  std::int64_t number = article_number(metadata.published, metadata.id);
  for (;; number = next_article_number(number)) {
    const Result<bool> taken = taken_.bind(number).next();
    taken_.reset();
    if (!taken) return taken.error();
    if (!*taken) return number;
  }
}

Result<Success> ArticleWriter::insert_article(const Metadata& m, const PreparedArticle& prepared,
                                              std::int64_t number, std::int64_t version) {
  article_.bind(number).bind(m.id).bind_blob(prepared.content_id).bind(version);
  const auto done = article_.bind(m.url).bind(prepared.title).bind(m.publisher).bind(m.published).run();
  if (!done) return done.error();
  if (const auto kept = analysis_.bind(number).bind_blob(prepared.analysis).run(); !kept) return kept.error();
  return item_versions_->keep(number, m);
}

// What stands in a version that is none of the newest is kept apart at once.
Result<Success> ArticleWriter::insert_older(const Metadata& metadata, const PreparedArticle& prepared,
                                            const VersionPlace& place) {
  const Result<std::int64_t> article = free_number(metadata);
  if (!article) return article.error();
  if (const auto moved = item_versions_->make_room(metadata.id, place); !moved) return moved.error();
  const auto inserted = insert_article(metadata, prepared, *article, place.version);
  if (!inserted) return inserted.error();
  if (const auto done = replace_.bind(place.replaced_by).bind(*article).run(); !done) return done.error();
  if (place.before != 0) {
    if (const auto done = replace_.bind(*article).bind(place.before).run(); !done) return done.error();
  }
  if (const auto done = insert_rows(prepared, *article); !done) return done.error();
  const std::int64_t first = statement_number(*article, 0);
  const std::int64_t last = statement_number(*article + 1, 0) - 1;
  if (const auto done = keep_old_.bind(first).bind(last).run(); !done) return done.error();
  return forget_statements_.bind(first).bind(last).run();
}

Result<Success> ArticleWriter::insert_statements(const PreparedArticle& prepared, std::int64_t article) {
  std::int64_t number = statement_number(article, 0);
  for (const PreparedStatement& s : prepared.statements) {
    waiting_.push_back({.statement = number++,
                        .source = searchable_source(s.source, s.speaker),
                        .content = s.content,
                        .act = s.act});
  }
  return insert_rows(prepared, article);
}

Result<Success> ArticleWriter::insert_rows(const PreparedArticle& prepared, std::int64_t article) {
  std::int64_t number = statement_number(article, 0);
  return statements_.write(prepared.statements, [&](Query& row, const PreparedStatement& s) {
    row.bind(number++);
    s.entity == kNone ? row.bind_null() : row.bind(std::int64_t{s.entity});
    for (const std::string* words : {&s.source, &s.speaker, &s.cue, &s.content})
      row.bind(std::string_view(*words));
    row.bind(static_cast<std::int64_t>(s.form)).bind(static_cast<std::int64_t>(s.act));
    row.bind(std::int64_t{s.negated}).bind(static_cast<double>(s.confidence));
    row.bind(std::int64_t{s.paragraph});
  });
}

Result<std::vector<CopiedArticle>> ArticleWriter::find_copies(std::int64_t article,
                                                              const PreparedArticle& prepared) {
  const auto shared = copies_.add(article, prepared.signature);
  if (!shared) return shared.error();
  std::vector<CopiedArticle> copies;
  for (const SharedWords& words : *shared) {
    const Result<const LinkableArticle*> other = linker_.load(words.other);
    if (!other) return other.error();
    if (*other == nullptr) continue;
    auto copied = copies_.add_statements(article, prepared.linkable, words, **other);
    if (!copied) return copied.error();
    copies.push_back(*std::move(copied));
  }
  return copies;
}

Result<Linked> ArticleWriter::link(std::int64_t article, const std::string& id,
                                   const PreparedArticle& prepared,
                                   const std::vector<CopiedArticle>& copies) {
  const auto told = told_pairs(id, copies);
  if (!told) return told.error();
  if (!sides_.empty()) {
    LinkableArticle amended = prepared.linkable;
    if (linker_.amend(amended)) {
      const auto inner = linker_.relate_inner(amended);
      return linker_.link({article, amended, inner, copies, *told, {}});
    }
  }
  return linker_.link({article, prepared.linkable, prepared.inner, copies, *told, {}});
}

Result<Added> ArticleWriter::add(const Document& doc, const PreparedArticle& prepared) {
  const Metadata& m = doc.metadata;
  const Result<bool> known = known_.bind_blob(prepared.content_id).next();
  known_.reset();
  if (!known) return known.error();
  if (*known) return Added::known_already;
  const auto place = item_versions_->place_of(m);
  if (!place) return place.error();
  if (*place) {
    if (const auto done = insert_older(m, prepared, **place); !done) return done.error();
    return Added::new_version;
  }
  const auto older = newest_version(m.id);
  if (!older) return older.error();
  const Result<std::int64_t> article = free_number(m);
  if (!article) return article.error();

  if (*older) {
    if (const auto done = withdraw((*older)->number, true); !done) return done.error();
  }
  const auto inserted = insert_article(m, prepared, *article, *older ? (*older)->version + 1 : 1);
  if (!inserted) return inserted.error();
  const auto slotted = slots_.bind(*article).bind_blob(prepared.slots).run();
  if (!slotted) return slotted.error();
  if (const auto kept = unread_->keep(*article, doc); !kept) return kept.error();
  if (*older) {
    const auto done = replace_.bind(*article).bind((*older)->number).run();
    if (!done) return done.error();
  }
  if (const auto done = entities_.add(doc, prepared.entities, *article); !done) return done.error();
  if (const auto done = insert_statements(prepared, *article); !done) return done.error();
  const auto copies = find_copies(*article, prepared);
  if (!copies) return copies.error();
  const auto links = link(*article, m.id, prepared, *copies);
  if (!links) return links.error();
  if (const auto done = threads_.join(links->added); !done) return done.error();
  if (const auto done = threads_.part(links->dropped); !done) return done.error();
  return *older ? Added::new_version : Added::new_article;
}

Result<Success> ArticleWriter::withdraw_words(std::int64_t first, std::int64_t last) {
  if (const auto done = flush(); !done) return done.error();
  old_words_.bind(first).bind(last);
  Result<bool> row = old_words_.next();
  for (; row && *row; row = old_words_.next()) {
    const std::string source = searchable_source(old_words_.text(1), old_words_.text(2));
    const std::string_view marks = statement_marks(read_enum<Act>(old_words_.number(4), kActCount));
    forget_words_.bind(old_words_.number(0)).bind(source).bind(old_words_.text(3)).bind(marks);
    if (const auto done = forget_words_.run(); !done) return done.error();
  }
  old_words_.reset();
  if (!row) return row.error();
  return Success{};
}

Result<Success> ArticleWriter::withdraw(std::int64_t article, bool replaced) {
  const std::int64_t first = statement_number(article, 0);
  const std::int64_t last = statement_number(article + 1, 0) - 1;
  if (const auto done = linker_.unlink(article); !done) return done.error();
  if (const auto done = threads_.leave(article); !done) return done.error();
  if (const auto done = copies_.remove(article); !done) return done.error();
  if (const auto done = unread_->forget(article); !done) return done.error();
  if (const auto done = withdraw_words(first, last); !done) return done.error();
  if (replaced) {
    if (const auto done = keep_old_.bind(first).bind(last).run(); !done) return done.error();
  }
  if (const auto done = forget_statements_.bind(first).bind(last).run(); !done) return done.error();
  if (const auto done = forget_slots_.bind(article).run(); !done) return done.error();
  return entities_.remove(article);
}

Result<bool> ArticleWriter::remove(const std::string& id) {
  std::vector<std::int64_t> versions;
  versions_.bind(id);
  Result<bool> row = versions_.next();
  for (; row && *row; row = versions_.next()) versions.push_back(versions_.number(0));
  versions_.reset();
  if (!row) return row.error();
  if (versions.empty()) return false;
  if (const auto done = withdraw(versions.back(), false); !done) return done.error();
  // Older ones point to newer ones, so they go first.
  for (const std::int64_t version : versions) {
    if (const auto done = item_versions_->forget(version); !done) return done.error();
    for (Query* query : {&forget_old_, &forget_analysis_, &forget_article_}) {
      if (const auto done = query->bind(version).run(); !done) return done.error();
    }
  }
  return true;
}

Result<Success> ArticleWriter::flush() {
  std::sort(waiting_.begin(), waiting_.end(),
            [](const Words& a, const Words& b) { return a.statement < b.statement; });
  for (const Words& w : waiting_) {
    words_.bind(w.statement).bind(w.source).bind(w.content).bind(statement_marks(w.act));
    if (const auto done = words_.run(); !done) return done.error();
  }
  waiting_.clear();
  return entities_.flush();
}

void ArticleWriter::discard() {
  waiting_.clear();
  entities_.discard();
  linker_.forget_cache();
  copies_.forget_cache();
}

}  // namespace hearsay
