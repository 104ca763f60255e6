#include "format/notice_records.h"

#include "format/claim_words.h"
#include "format/json_object.h"
#include "format/ledger_records.h"
#include "format/paragraphs.h"
#include "format/printable.h"

namespace hearsay {
namespace {

std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) words += (words.empty() ? "" : " … ") + std::string(doc.at(span));
  return words;
}

// A statement's columns; of kNone those of the article alone.
std::vector<std::string> side_fields(const NoticeRecord& notice, const Document& doc, std::uint32_t i) {
  StatementRecord record{.document = notice.document,
                         .title = notice.title,
                         .publisher = notice.publisher,
                         .published = notice.published};
  if (i == kNone) {
    std::vector<std::string> fields = csv_fields(record);
    for (std::size_t column = 4; column < fields.size(); ++column) fields[column].clear();
    return fields;
  }
  const Attribution& a = doc.attributions[i];
  const std::string source = words_of(doc, a.source), cue = words_of(doc, a.cue);
  const std::string content = words_of(doc, a.content);
  record.attribution = i;
  record.paragraph = paragraph_number(doc, a.content.front().begin);
  record.source = source;
  record.cue = cue;
  record.content = content;
  record.form = a.form;
  record.act = a.act;
  record.negated = a.negated;
  record.confidence = a.confidence;
  return csv_fields(record);
}

}  // namespace

std::string to_text(const NoticeRecord& notice, const TextOptions& options) {
  const auto styled = [&](std::string_view style, const std::string& line) {
    return (options.color ? std::string(style) + line + "\033[0m" : line) + "\n";
  };
  std::string where, out;
  for (const std::string& part : {notice.published.substr(0, 10), notice.publisher, notice.title}) {
    if (!part.empty()) where.append(where.empty() ? "" : " · ").append(printable(part));
  }
  for (const std::string& line : wrap_with_id(where, printable(notice.document), options.width))
    out += styled("\033[2m", line);
  out += styled("\033[1;31m", status_words(notice.status));
  const std::string changes = changes_text(notice.before, notice.after, options);
  return out + (changes.empty() ? "  no statement of it was known before\n" : changes);
}

std::string to_records(const NoticeRecord& notice) {
  std::string out = JsonObject()
                        .text("record", "notice")
                        .text("document", notice.document)
                        .text("title", notice.title)
                        .text("publisher", notice.publisher)
                        .text("published", notice.published)
                        .text("status", to_string(notice.status))
                        .number("version", notice.version)
                        .take() +
                    "\n";
  for (const VersionChange& change : notice.changes)
    out += to_record(notice.before, notice.after, change, notice.version) + "\n";
  return out;
}

std::vector<std::vector<std::string>> notice_rows(const NoticeRecord& notice) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const VersionChange& change) {
    std::vector<std::string>& row = rows.emplace_back();
    row = {std::string(to_string(notice.status)), "", "", status_words(notice.status)};
    for (std::string& field : side_fields(notice, notice.after, change.after))
      row.push_back(std::move(field));
    for (std::string& field : side_fields(notice, notice.before, change.before))
      row.push_back(std::move(field));
  };
  for (const VersionChange& change : notice.changes) {
    if (change.before != kNone) add(change);
  }
  if (rows.empty()) add({});
  return rows;
}

}  // namespace hearsay
