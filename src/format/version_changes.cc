#include "format/version_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "document/unicode.h"
#include "format/claim_words.h"
#include "format/json_object.h"
#include "format/printable.h"

namespace hearsay {
namespace {

std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += ' ';
    words += printable(doc.at(span));
  }
  return words;
}

// A pronoun stands for another source in another place; the entity's name does not.
std::string source_of(const Document& doc, std::uint32_t i) {
  const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
  return entity == kNone ? words_of(doc, doc.attributions[i].source) : printable(doc.entities[entity].name);
}

using Words = std::tuple<std::string, std::string, std::string>;

Words key_of(const Document& doc, std::uint32_t i) {
  const Attribution& a = doc.attributions[i];
  return {words_of(doc, a.source), words_of(doc, a.cue), words_of(doc, a.content)};
}

std::set<std::string> bag_of(const Document& doc, std::uint32_t i) {
  std::string lower;
  to_lower(words_of(doc, doc.attributions[i].content), lower);
  std::set<std::string> bag;
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    if (end > begin) bag.insert(lower.substr(begin, end - begin));
    begin = end + 1;
  }
  return bag;
}

// Shared words of all words.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared =
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  const double all = static_cast<double>(a.size() + b.size()) - static_cast<double>(shared);
  return all > 0 ? static_cast<double>(shared) / all : 0;
}

// Statements of one source in a version, but for those that stand in the other, too.
using BySource = std::map<std::string, std::vector<std::uint32_t>>;

BySource without(const Document& doc, const Document& other) {
  std::map<Words, int> there;
  for (std::uint32_t i = 0; i < other.attributions.size(); ++i) ++there[key_of(other, i)];
  BySource rest;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    if (there[key_of(doc, i)]-- <= 0) rest[source_of(doc, i)].push_back(i);
  }
  return rest;
}

// Takes the most like one out of `candidates`; kNone where none is like it. One source has few
// statements that changed; where it has many, they are not compared.
std::uint32_t take_most_alike(const Document& doc, std::uint32_t i, const Document& before,
                              std::vector<std::uint32_t>& candidates) {
  constexpr std::size_t kMost = 200;
  constexpr double kAlike = 0.4;
  if (candidates.size() > kMost) return kNone;
  const std::set<std::string> bag = bag_of(doc, i);
  double best = kAlike;
  auto found = candidates.end();
  for (auto at = candidates.begin(); at != candidates.end(); ++at) {
    const double like = likeness(bag, bag_of(before, *at));
    if (like <= best) continue;
    best = like;
    found = at;
  }
  if (found == candidates.end()) return kNone;
  const std::uint32_t taken = *found;
  candidates.erase(found);
  return taken;
}

void append_side(const Document& doc, std::uint32_t i, std::string_view mark, const TextOptions& options,
                 std::string& out) {
  const Attribution& a = doc.attributions[i];
  std::string words = inside_words(doc, {.parent = i});
  words += ": " + words_of(doc, a.content);
  std::string_view lead = mark;
  for (const std::string& line : wrap(printable(words), options.width - 4)) {
    out.append("  ").append(lead).append(" ").append(line).append("\n");
    lead = " ";
  }
}

std::string side_record(const Document& doc, std::uint32_t i) {
  if (i == kNone) return "null";
  std::string words;
  for (const Span span : doc.attributions[i].content) {
    words += (words.empty() ? "" : " … ") + std::string(doc.at(span));
  }
  return JsonObject().text("attribution", numbered_id('a', i)).text("content", words).take();
}

}  // namespace

std::vector<VersionChange> compare_versions(const Document& before, const Document& after) {
  BySource went = without(before, after);
  std::vector<VersionChange> changes;
  for (const auto& [source, statements] : without(after, before)) {
    for (const std::uint32_t i : statements) {
      changes.push_back({take_most_alike(after, i, before, went[source]), i});
    }
  }
  for (const auto& [source, statements] : went) {
    for (const std::uint32_t i : statements) changes.push_back({i, kNone});
  }
  std::ranges::sort(changes, {}, [](const VersionChange& c) { return std::pair(c.after, c.before); });
  return changes;
}

std::string changes_text(const Document& before, const Document& after, const TextOptions& options) {
  std::string out;
  for (const VersionChange& change : compare_versions(before, after)) {
    if (change.before != kNone) append_side(before, change.before, "-", options, out);
    if (change.after != kNone)
      append_side(after, change.after, change.before == kNone ? "+" : "~", options, out);
  }
  return out;
}

std::string to_record(const Document& before, const Document& after, const VersionChange& change,
                      std::size_t version) {
  JsonObject record;
  record.text("record", "change").text("document", after.metadata.id);
  record.number("version", static_cast<std::uint32_t>(version));
  record.json("before", side_record(before, change.before)).json("after", side_record(after, change.after));
  return record.take();
}

}  // namespace hearsay
