// The speed of a ledger: hearsay_ledger_bench ARTICLES.jsonl LEDGER COUNT
//
// Reads the articles, fills a new LEDGER with COUNT articles made of them, and prints, one
// a line, tab-separated: what, articles/s of wall time, articles/s of CPU time. One
// thread; a commit for each 500 articles. Leaves the ledger behind, for timing what is
// asked of it.
//
// Articles have names and longer words in place of their own, of the same length, so that their
// layers hold without reading them again; the stories follow each other by a day. The first
// 1,000 have words of their own each, and nothing to be linked with ("alone"); then four copies of a
// story have the same, so that each article has fifteen others to be linked with, three of them
// near copies. Where the ledger has 1,000 articles and COUNT, some are added as `hearsay add`
// does, with reading them.
#include <ctime>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "hearsay/format.h"
#include "hearsay/pipeline.h"
#include "ingest/json_lines.h"
#include "ledger/ledger.h"
#include "ledger/prepared_article.h"

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kArticlesPerCommit = 500;
constexpr std::size_t kReadArticles = 400;  // added with reading, to time it
constexpr std::size_t kCopiesOfStory = 4;   // that have the same names
constexpr std::size_t kSmallLedger = 1'000;

// Wall time, which holds the waiting for the disk, and CPU time, which other work on the
// machine shows little in.
struct Seconds {
  double wall = 0, cpu = 0;
  Seconds& operator+=(const Seconds& other) {
    wall += other.wall;
    cpu += other.cpu;
    return *this;
  }
};

template <typename Work>
Seconds seconds_of(Work work) {
  const auto cpu_now = [] {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  };
  const auto wall = Clock::now();
  const double cpu = cpu_now();
  work();
  return {.wall = std::chrono::duration<double>(Clock::now() - wall).count(), .cpu = cpu_now() - cpu};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) { return lower(c); });
  return word;
}

// Calls `receive(begin, end)` for each run of letters.
template <typename Receive>
void for_each_word(const std::string& text, Receive receive) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > begin) receive(begin, end);
    begin = end + 1;
  }
}

void sort_words(std::vector<std::string>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// The words of the articles that are written in lower case.
std::vector<std::string> common_words(const std::vector<Document>& docs) {
  std::vector<std::string> words;
  for (const Document& doc : docs) {
    for_each_word(doc.text, [&](std::size_t begin, std::size_t end) {
      if (lower(doc.text[begin]) == doc.text[begin]) words.push_back(doc.text.substr(begin, end - begin));
    });
  }
  sort_words(words);
  return words;
}

// Words of the articles' names, in lower case.
std::vector<std::string> words_of_names(const std::vector<Document>& docs) {
  std::vector<std::string> names;
  for (const Document& doc : docs) {
    for (const Entity& entity : doc.entities) {
      if (!entity.named) continue;
      for_each_word(entity.name, [&](std::size_t begin, std::size_t end) {
        if (end - begin > 3 && lower(entity.name[begin]) != entity.name[begin])
          names.push_back(lower(entity.name.substr(begin, end - begin)));
      });
    }
  }
  sort_words(names);
  return names;
}

std::uint64_t mix(std::string_view word, std::size_t copy) {
  std::uint64_t state = 14695981039346656037u ^ (copy * 1099511628211u);
  for (const char c : word) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return state;
}

// The same word with other vowels and consonants.
std::string disguised(const std::string& word, std::size_t copy) {
  constexpr std::string_view kVowels = "aeiou";
  constexpr std::string_view kConsonants = "bdfghklmnprstvz";
  std::uint64_t state = mix("", copy);
  std::string out = word;
  for (char& c : out) {
    state = (state ^ static_cast<unsigned char>(c)) * 1099511628211u;
    const std::string_view letters = kVowels.find(c) != std::string_view::npos ? kVowels : kConsonants;
    c = letters[(state >> 32) % letters.size()];
  }
  return out;
}

using Disguise = std::map<std::string, std::string>;  // by word in lower case, both of equal length

void disguise(const Disguise& names, std::string& text) {
  for_each_word(text, [&](std::size_t begin, std::size_t end) {
    const auto found = names.find(lower(text.substr(begin, end - begin)));
    if (found == names.end()) return;
    for (std::size_t i = begin; i < end; ++i) {
      const char c = found->second[i - begin];
      text[i] = lower(text[i]) == text[i] ? c : static_cast<char>(c - 'a' + 'A');
    }
  });
}

// "2010-01-01" and a number of days.
std::string day_after(std::size_t days) {
  using namespace std::chrono;
  const year_month_day date = sys_days(year(1990) / January / 1) + std::chrono::days(days);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                unsigned{date.day()});
  return text;
}

Document make_copy(const Document& original, const Disguise& names, std::size_t copy) {
  Document doc = original;
  doc.metadata.id += "-" + std::to_string(copy);
  doc.metadata.published = day_after(copy % 15'000);
  disguise(names, doc.metadata.title);
  disguise(names, doc.text);
  for (std::string& word : doc.strings) disguise(names, word);
  for (Entity& entity : doc.entities) {
    disguise(names, entity.name);
    for (std::string& alias : entity.aliases) disguise(names, alias);
    for (std::string& role : entity.roles) disguise(names, role);
  }
  return doc;
}

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "hearsay_ledger_bench: %s\n", message.c_str());
  std::exit(1);
}

// Articles without end, the stories in turn.
class Articles {
 public:
  Articles(const Pipeline& pipeline, const char* path) {
    std::ifstream in(path);
    JsonLinesReader reader(in, path);
    Scratch scratch;
    while (auto line = reader.next()) {
      if (line->error || !pipeline.annotate(line->document, scratch)) fail("an article cannot be read");
      originals_.push_back(std::move(line->document));
    }
    if (originals_.empty()) fail("expected articles");
    names_ = words_of_names(originals_);
    for (const std::string& word : common_words(originals_)) words_[word.size()].push_back(word);
  }

  // From now on, stories have the same names and words in several articles.
  void share_words() {
    alone_ = false;
    place_ = 0;
    copy_ += kCopiesOfStory - copy_ % kCopiesOfStory;
  }

  Document next() {
    if (place_ == originals_.size()) {
      place_ = 0;
      ++copy_;
    }
    if (alone_) disguise_all(copy_ * originals_.size() + place_);
    if (!alone_ && place_ == 0 && copy_ % kCopiesOfStory == 0) disguise_all(copy_);
    return make_copy(originals_[place_++], disguise_, copy_);
  }

 private:
  // Longer words become others of their length, so that no article is like another.
  void disguise_all(std::size_t seed) {
    for (const auto& [length, words] : words_) {
      if (length < 4) continue;
      for (const std::string& word : words) disguise_[word] = words[(mix(word, seed) >> 32) % words.size()];
    }
    for (const std::string& name : names_) disguise_[name] = disguised(name, seed);
  }

  std::vector<Document> originals_;
  std::vector<std::string> names_;
  std::map<std::size_t, std::vector<std::string>> words_;  // by length, sorted
  Disguise disguise_;
  std::size_t place_ = 0, copy_ = 0;
  bool alone_ = true;
};

void commit(Ledger& ledger) {
  if (const auto done = ledger.commit(); !done) fail(done.error().message);
}

void add(Ledger& ledger, const Document& doc, const PreparedArticle& prepared) {
  if (const auto added = ledger.add(doc, prepared); !added) fail(added.error().message);
}

// Everything that `hearsay add` does for some articles, on one thread.
Seconds add_with_reading(const Pipeline& pipeline, Articles& articles, Ledger& ledger) {
  std::vector<Document> bare;
  for (std::size_t i = 0; i < kReadArticles; ++i) {
    const Document doc = articles.next();
    bare.push_back({.metadata = doc.metadata, .text = doc.text, .blocks = doc.blocks});
  }
  Scratch scratch;
  return seconds_of([&] {
    for (Document& doc : bare) {
      if (!pipeline.annotate(doc, scratch)) fail("an article cannot be read");
      add(ledger, doc, *prepare_article(ledger.relations(), doc, to_json(doc)));
    }
    commit(ledger);
  });
}

void print(const std::string& what, std::size_t articles, Seconds seconds) {
  std::printf("%s\t%.1f\t%.1f\n", what.c_str(), static_cast<double>(articles) / seconds.wall,
              static_cast<double>(articles) / seconds.cpu);
  std::fflush(stdout);
}

int run(const char* path, const char* file, std::size_t count) {
  const auto pipeline = Pipeline::load();
  if (!pipeline) fail(pipeline.error().message);
  Articles articles(*pipeline, path);
  auto ledger = Ledger::open_for_adding(file);
  if (!ledger) fail(ledger.error().message);
  std::size_t written = 0;
  for (std::size_t mark = kSmallLedger; written < count; mark = std::min(count, mark * 10)) {
    const std::size_t first = written;
    Seconds seconds;
    while (written < mark) {
      std::vector<std::pair<Document, PreparedArticle>> batch;
      for (; batch.size() < kArticlesPerCommit && written < mark; ++written) {
        Document doc = articles.next();
        PreparedArticle prepared = *prepare_article(ledger->relations(), doc, to_json(doc));
        batch.emplace_back(std::move(doc), std::move(prepared));
      }
      seconds += seconds_of([&] {
        for (const auto& [doc, prepared] : batch) add(*ledger, doc, prepared);
        commit(*ledger);
      });
    }
    const std::string alone = first == 0 ? "alone, " : "";
    print("written " + alone + std::to_string(first) + " to " + std::to_string(written), written - first,
          seconds);
    if (first == 0) articles.share_words();
    if (mark == kSmallLedger || mark == count) {
      print("added at " + std::to_string(written), kReadArticles,
            add_with_reading(*pipeline, articles, *ledger));
      written += kReadArticles;
    }
  }
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  const long count = argc == 4 ? std::strtol(argv[3], nullptr, 10) : 0;
  if (count < 1) {
    std::fprintf(stderr, "usage: hearsay_ledger_bench ARTICLES.jsonl LEDGER COUNT\n");
    return 2;
  }
  return hearsay::run(argv[1], argv[2], static_cast<std::size_t>(count));
}
