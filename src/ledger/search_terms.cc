#include "ledger/search_terms.h"

#include <algorithm>
#include <limits>

#include "ledger/article_number.h"
#include "ledger/article_writer.h"

namespace hearsay {
namespace {

void append_terms(std::string_view typed, std::string_view column, std::vector<std::string>& out) {
  std::string terms;
  const auto append = [&](std::string_view term) {
    if (term.find_first_not_of(" \t\n") == std::string_view::npos) return;
    if (!terms.empty()) terms += " AND ";
    if (!column.empty()) terms.append(column).append(" : ");
    terms += '"';
    terms += term;
    terms += '"';
  };
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= typed.size(); ++i) {
    const bool end = i == typed.size();
    const bool mark = !end && typed[i] == '"';
    if (!end && !mark && (quoted || typed[i] != ' ')) continue;
    append(typed.substr(begin, i - begin));
    begin = i + 1;
    if (mark) quoted = !quoted;
  }
  if (!terms.empty()) out.push_back(std::move(terms));
}

// The enumerator of this name, or nothing.
std::optional<Act> find_act(std::string_view name) {
  for (int i = 0; i < kActCount; ++i) {
    if (to_string(static_cast<Act>(i)) == name) return static_cast<Act>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> search_terms(const StatementQuery& query) {
  std::vector<std::string> terms;
  append_terms(query.words, "content", terms);
  append_terms(query.source, "source", terms);
  if (query.act.empty()) return terms;
  const std::optional<Act> act = find_act(query.act);
  if (!act) return std::nullopt;
  terms.push_back("marks : \"" + std::string(statement_marks(*act)) + "\"");
  return terms;
}

std::string unread_terms(const StatementQuery& query) {
  std::vector<std::string> terms;
  append_terms(query.words, "", terms);
  return terms.empty() ? "" : terms.front();
}

NumberRange number_range(const StatementQuery& query) {
  NumberRange range{0, std::numeric_limits<std::int64_t>::max()};
  if (!query.after.empty()) range.first = statement_number(first_article_of(day_number(query.after)), 0);
  // Days are clamped to the last one, after which nothing comes.
  if (const std::int64_t day = day_number(query.before); !query.before.empty() && day < kLastDay)
    range.last = statement_number(first_article_of(day + 1), 0);
  if (query.below > 0) range.last = std::min(range.last, query.below);
  return range;
}

}  // namespace hearsay
