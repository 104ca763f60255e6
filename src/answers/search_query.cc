#include "answers/search_query.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace hearsay {
namespace {

// True for what a shell makes of by:"coast guard" or outlet:"Port Post": its marks are gone.
bool is_whole_filter(const std::string& typed) {
  const std::size_t colon = typed.find(':');
  return (typed.starts_with("by:") || typed.starts_with("outlet:")) && typed.find('"') == std::string::npos &&
         typed.find(':', colon + 1) == std::string::npos;
}

// Splits at spaces that stand in no quotation marks; the marks stay.
std::vector<std::string> split_terms(const std::string& typed) {
  if (is_whole_filter(typed)) return {typed};
  std::vector<std::string> terms(1);
  bool quoted = false;
  for (const char c : typed) {
    if (c == '"') quoted = !quoted;
    if (c == ' ' && !quoted) {
      terms.emplace_back();
    } else {
      terms.back() += c;
    }
  }
  std::erase(terms, "");
  return terms;
}

// "" for a speech act, else what is wrong with it.
std::string problem_with_act(const std::string& name) {
  std::string all;
  for (int i = 0; i < kActCount; ++i) {
    const std::string_view act = to_string(static_cast<Act>(i));
    if (act == name) return "";
    all.append(i == 0 ? "" : i + 1 == kActCount ? " or " : ", ").append(act);
  }
  return "act: expected " + all + ", found '" + name + "'";
}

bool parse_number(std::string_view digits, int& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size();
}

// What a filter's name looks like, and what follows is no second colon and no "//": "colour:red" is meant as
// a filter, "10:30", "https://example.com" and "Note:" are words.
bool looks_like_filter(std::string_view name, std::string_view value) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-") == std::string_view::npos &&
         !value.empty() && value.front() != '/' && value.front() != ':';
}

// Takes the term if it is a filter. Returns false if it is none; `problem` says what is
// wrong with one.
bool take_filter(const std::string& term, StatementQuery& query, std::string& problem) {
  const std::size_t colon = term.find(':');
  if (colon == std::string::npos || term.front() == '"') return false;
  const std::string name = term.substr(0, colon);
  std::string value = term.substr(colon + 1);
  const bool is_none_of_ours = looks_like_filter(name, value);
  std::erase(value, '"');
  if (name == "by") {
    query.source = '"' + value + '"';
  } else if (name == "act") {
    problem = problem_with_act(value);
    query.act = value;
  } else if (name == "outlet") {
    query.publisher = value;
  } else if (name == "after" || name == "before") {
    if (!is_date(value)) problem = name + ": expected a date such as 2024-03-06, found '" + value + "'";
    (name == "after" ? query.after : query.before) = value;
  } else {
    if (is_none_of_ours) {
      problem = "expected by:, act:, outlet:, after: or before:, found '" + name +
                ":'; to look for the words, put \"" + name + ":" + value + "\" in quotation marks";
    }
    return false;
  }
  if (value.empty()) problem = name + ": expected something right after the colon, found nothing";
  return true;
}

}  // namespace

std::variant<StatementQuery, std::string> parse_search(const std::vector<std::string>& operands) {
  StatementQuery query;
  std::string problem;
  for (const std::string& operand : operands) {
    for (const std::string& term : split_terms(operand)) {
      if (!take_filter(term, query, problem)) query.words += (query.words.empty() ? "" : " ") + term;
      if (!problem.empty()) return problem;
    }
  }
  return query;
}

bool is_date(std::string_view value) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (value.size() != 10 || value[4] != '-' || value[7] != '-') return false;
  if (!parse_number(value.substr(0, 4), year) || !parse_number(value.substr(5, 2), month) ||
      !parse_number(value.substr(8), day)) {
    return false;
  }
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return year > 0 && month > 0 && day > 0 && date.ok();
}

std::int64_t keep_page(int limit, std::vector<LedgerStatement>& found) {
  if (found.size() <= static_cast<std::size_t>(limit)) return 0;
  found.erase(std::ranges::min_element(found, {}, &LedgerStatement::number));
  return std::ranges::min(found, {}, &LedgerStatement::number).number;
}

}  // namespace hearsay
