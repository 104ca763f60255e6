// The speed board: hearsay_bench INPUT RUNS ARTICLE.txt...
//
// INPUT is news (whole articles), small (their paragraphs), large (one article of
// 10 MB) or load (of the models). Prints one line a figure: what, words/s as
// median, least and most over the runs, and their number. Words are tokens of Universal Dependencies,
// punctuation included. Times are CPU times of one thread, so that other work on the machine shows little.
// Used by bench/run.py, which makes the tables.
#include <ctime>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "attribution/acts.h"
#include "attribution/attribution.h"
#include "entities/entities.h"
#include "entities/sources.h"
#include "events/events.h"
#include "hearsay/pipeline.h"
#include "ingest/plain_text.h"
#include "places/places.h"
#include "syntax/syntax.h"
#include "times/times.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {
namespace {

constexpr std::size_t kNewsWords = 60'000;   // a run of news-size articles
constexpr std::size_t kSmallWords = 20'000;  // a run of single paragraphs
constexpr std::size_t kLargeBytes = 10'000'000;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <typename Work>
double seconds_of(Work work) {
  const double start = cpu_seconds();
  work();
  return cpu_seconds() - start;
}

struct Models {
  TokenizerModel tokenizer;
  SyntaxModel syntax;
  CoreferenceModel coreference;
  TimeRules times;
  AttributionModel attribution;
  ActModel acts;
  EventWords events;
  PlaceTable places;
};

struct Buffers {
  TokenizerScratch tokenizer;
  SyntaxScratch syntax;
  EntityScratch entities;
  TimesScratch times;
  AttributionScratch attribution;
  ActScratch acts;
  EventScratch events;
  PlaceScratch places;
  Scratch whole;
};

// Seconds of one run over an input, by what took them.
struct Run {
  double tokenizer = 0;
  double syntax = 0;
  double entities = 0;
  double times = 0;
  double attribution = 0;
  double events = 0;  // and places
  double whole = 0;
};

std::size_t count_words(const Pipeline& pipeline, const std::vector<std::string>& texts) {
  std::size_t words = 0;
  for (const std::string& text : texts) words += pipeline.analyze(text)->tokens.size();
  return words;
}

// The texts over and over, until they have so many words.
std::vector<std::string> repeat(const Pipeline& pipeline, const std::vector<std::string>& texts,
                                std::size_t words) {
  const std::size_t once = std::max<std::size_t>(1, count_words(pipeline, texts));
  std::vector<std::string> out;
  for (std::size_t i = 0; i < (words + once - 1) / once; ++i) {
    out.insert(out.end(), texts.begin(), texts.end());
  }
  return out;
}

std::vector<std::string> paragraphs_of(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    Document doc;
    doc.text = text;
    split_blocks(doc);
    for (const Block& block : doc.blocks) out.emplace_back(doc.at(block.span));
  }
  return out;
}

std::string joined(const std::vector<std::string>& texts, std::size_t bytes) {
  std::string out;
  for (std::size_t i = 0; out.size() < bytes; ++i) out += texts[i % texts.size()] + "\n\n";
  return out;
}

Run run_once(const Models& models, const Pipeline& pipeline, const std::vector<std::string>& texts,
             Buffers& buffers) {
  Run run;
  for (const std::string& text : texts) {
    Document doc;
    doc.text = text;
    run.tokenizer += seconds_of([&] {
      split_blocks(doc);
      tokenize(models.tokenizer, doc, buffers.tokenizer);
    });
    run.syntax += seconds_of([&] { read_syntax(models.syntax, doc, buffers.syntax); });
    run.entities += seconds_of([&] { find_entities(models.coreference, doc, buffers.entities); });
    run.times += seconds_of([&] { find_times(models.times, doc, buffers.times); });
    run.attribution += seconds_of([&] { find_attributions(models.attribution, doc, buffers.attribution); });
    run.entities += seconds_of([&] { link_sources(models.coreference, doc); });
    run.attribution +=
        seconds_of([&] { read_acts(models.acts, buffers.attribution.facts, doc, buffers.acts); });
    run.events += seconds_of([&] {
      resolve_places(models.places, doc, buffers.places);
      find_events(models.events, doc, buffers.events);
    });
    run.whole += seconds_of([&] { static_cast<void>(pipeline.analyze(text, buffers.whole)); });
  }
  return run;
}

void print_line(const char* what, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::printf("%s\t%.1f\t%.1f\t%.1f\t%zu\n", what, values[values.size() / 2], values.front(), values.back(),
              values.size());
}

void measure(const Models& models, const Pipeline& pipeline, const std::vector<std::string>& texts,
             int count) {
  Buffers buffers;
  const auto words = static_cast<double>(count_words(pipeline, texts));
  std::vector<Run> runs;
  for (int i = 0; i < count; ++i) runs.push_back(run_once(models, pipeline, texts, buffers));
  const auto print = [&](const char* what, double Run::*part) {
    std::vector<double> speeds;
    for (const Run& run : runs) speeds.push_back(words / std::max(run.*part, 1e-9));
    print_line(what, speeds);
  };
  print("tokenizer", &Run::tokenizer);
  print("syntax", &Run::syntax);
  print("entities", &Run::entities);
  print("times", &Run::times);
  print("attribution", &Run::attribution);
  print("events, places", &Run::events);
  print("all", &Run::whole);
}

void measure_load(int runs) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    times.push_back(1e3 * seconds_of([] { static_cast<void>(Pipeline::load()); }));
  }
  print_line("load_ms", times);
}

int run(std::string_view input, int runs, const std::vector<std::string>& articles) {
  const std::filesystem::path from = default_model_directory();
  const auto pipeline = Pipeline::load(from);
  auto tokenizer = load_tokenizer(from / "tokenizer.model");
  auto syntax = load_syntax(from);
  auto coreference = load_coreference(from / "coreference.model");
  auto times = load_time_rules(from / "times.rules");
  auto attribution = load_attribution(from);
  auto acts = load_acts(from / "acts.model");
  auto events = load_event_words(from / "events.model");
  auto places = load_places(from / "places.model");
  if (!pipeline || !tokenizer || !syntax || !coreference || !times || !attribution || !acts || !events ||
      !places) {
    std::fprintf(stderr, "%s\n", pipeline ? "a model vanished" : pipeline.error().message.c_str());
    return 1;
  }
  const Models models{*std::move(tokenizer), *std::move(syntax),      *std::move(coreference),
                      *std::move(times),     *std::move(attribution), *std::move(acts),
                      *std::move(events),    *std::move(places)};
  if (input == "load") measure_load(runs);
  if (input == "news") measure(models, *pipeline, repeat(*pipeline, articles, kNewsWords), runs);
  if (input == "small") {
    measure(models, *pipeline, repeat(*pipeline, paragraphs_of(articles), kSmallWords), runs);
  }
  if (input == "large") measure(models, *pipeline, {joined(articles, kLargeBytes)}, runs);
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  std::vector<std::string> articles;
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    articles.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const int runs = argc > 2 ? std::atoi(argv[2]) : 0;
  if (runs < 1 || articles.empty()) {
    std::fprintf(stderr, "usage: hearsay_bench news|small|large|load RUNS ARTICLE.txt...\n");
    return 2;
  }
  return hearsay::run(argv[1], runs, articles);
}
