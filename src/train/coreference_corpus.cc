#include "train/coreference_corpus.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "train/treebank.h"

namespace hearsay {
namespace {

// Mentions of one document as its lines open and close them.
struct MentionReader {
  std::vector<GoldMention> done;
  std::vector<std::pair<std::string, std::uint32_t>> open;  // id, first token
  std::unordered_map<std::string, std::uint32_t> numbers;

  std::uint32_t number_of(const std::string& id) {
    return numbers.emplace(id, static_cast<std::uint32_t>(numbers.size())).first->second;
  }

  void close(const std::string& id, std::uint32_t token) {
    for (std::size_t k = open.size(); k-- > 0;) {
      if (open[k].first != id) continue;
      done.push_back({.first = open[k].second, .last = token + 1, .head = 0, .entity = number_of(id)});
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
      return;
    }
  }

  // "(1-person-...)" opens and closes, "(1-person-..." opens, "1)" closes.
  void read(std::string_view marks, std::uint32_t token) {
    while (!marks.empty()) {
      const bool opens = marks.front() == '(';
      if (opens) marks.remove_prefix(1);
      const std::size_t end = std::min(marks.find_first_of("()"), marks.size());
      const std::string_view body = marks.substr(0, end);
      const std::string id(body.substr(0, body.find('-')));
      if (opens) open.emplace_back(id, token);
      marks.remove_prefix(end);
      if (!marks.empty() && marks.front() == ')') {
        close(id, token);
        marks.remove_prefix(1);
      }
    }
  }
};

std::string_view entity_marks(std::string_view line) {
  const std::size_t misc = line.rfind('\t') + 1;
  for (const std::string_view key : {"Entity=", "|Entity="}) {
    const std::size_t at = line.find(key, misc);
    if (at == std::string_view::npos || (key[0] == 'E' && at != misc)) continue;
    const std::size_t begin = at + key.size();
    return line.substr(begin, std::min(line.find('|', begin), line.size()) - begin);
  }
  return {};
}

// A line of a word, not of a multiword token ("1-2") or an empty node ("1.1").
bool is_word(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab != std::string_view::npos && tab > 0 &&
         std::ranges::all_of(line.substr(0, tab), [](unsigned char c) { return std::isdigit(c) != 0; });
}

void find_heads(const Document& doc, std::vector<GoldMention>& mentions) {
  for (GoldMention& m : mentions) {
    m.head = m.first;
    for (std::uint32_t i = m.first; i < m.last; ++i) {
      const std::uint32_t head = doc.arcs[i].head;
      if (head == kNone || head < m.first || head >= m.last) {
        m.head = i;
        break;
      }
    }
  }
}

}  // namespace

Result<std::vector<CoreferenceDocument>> read_coreference_corpus(const std::filesystem::path& path) {
  auto docs = read_treebank(path);
  if (!docs) return docs.error();
  std::vector<MentionReader> readers;
  std::vector<std::uint32_t> words;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# newdoc")) {
      readers.emplace_back();
      words.push_back(0);
    }
    if (readers.empty() || !is_word(line)) continue;
    if (const std::string_view marks = entity_marks(line); !marks.empty())
      readers.back().read(marks, words.back());
    ++words.back();
  }
  std::vector<CoreferenceDocument> out;
  for (std::size_t i = 0; i < docs->size(); ++i) {
    if (readers.size() != docs->size() || (*docs)[i].tokens.size() != words[i] || readers[i].done.empty()) {
      return Error{ErrorCode::invalid_input,
                   path.string() + ": expected documents with Entity= in their last column"};
    }
    std::vector<GoldMention>& mentions = readers[i].done;
    std::ranges::sort(mentions, {}, [](const GoldMention& m) { return std::pair(m.first, kNone - m.last); });
    find_heads((*docs)[i], mentions);
    out.push_back({std::move((*docs)[i]), std::move(mentions)});
  }
  return out;
}

}  // namespace hearsay
