#include "hearsay/pipeline.h"

#include <system_error>
#include <utility>

#include "attribution/acts.h"
#include "attribution/attribution.h"
#include "attribution/explain_acts.h"
#include "document/reading.h"
#include "entities/entities.h"
#include "entities/sources.h"
#include "events/events.h"
#include "ingest/language.h"
#include "ingest/plain_text.h"
#include "places/places.h"
#include "syntax/syntax.h"
#include "times/times.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {

struct Pipeline::Models {
  TokenizerModel tokenizer;
  SyntaxModel syntax;
  CoreferenceModel coreference;
  TimeRules times;
  AttributionModel attribution;
  ActModel acts;
  EventWords events;
  PlaceTable places;
  LanguageModel languages;
};

struct Scratch::Buffers {
  TokenizerScratch tokenizer;
  SyntaxScratch syntax;
  EntityScratch entities;
  TimesScratch times;
  AttributionScratch attribution;
  ActScratch acts;
  EventScratch events;
  PlaceScratch places;
};

Scratch::Scratch() : buffers_(std::make_unique<Buffers>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Pipeline::Pipeline(std::unique_ptr<const Models> models) : models_(std::move(models)) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

Result<Pipeline> Pipeline::load(const std::filesystem::path& directory) {
  const std::filesystem::path from = directory.empty() ? default_model_directory() : directory;
  std::error_code ignored;
  if (!std::filesystem::is_directory(from, ignored)) {
    return Error{ErrorCode::not_found, "models: expected a directory of models, found none at '" +
                                           from.string() + "' (name one with --models or $HEARSAY_MODELS)"};
  }
  auto tokenizer = load_tokenizer(from / "tokenizer.model");
  if (!tokenizer) return tokenizer.error();
  auto syntax = load_syntax(from);
  if (!syntax) return syntax.error();
  auto coreference = load_coreference(from / "coreference.model");
  if (!coreference) return coreference.error();
  auto times = load_time_rules(from / "times.rules");
  if (!times) return times.error();
  auto attribution = load_attribution(from);
  if (!attribution) return attribution.error();
  auto acts = load_acts(from / "acts.model");
  if (!acts) return acts.error();
  auto events = load_event_words(from / "events.model");
  if (!events) return events.error();
  auto places = load_places(from / "places.model");
  if (!places) return places.error();
  auto languages = load_languages(from / "languages.model");
  if (!languages) return languages.error();
  auto models = std::make_unique<Models>();
  models->tokenizer = *std::move(tokenizer);
  models->syntax = *std::move(syntax);
  models->coreference = *std::move(coreference);
  models->times = *std::move(times);
  models->attribution = *std::move(attribution);
  models->acts = *std::move(acts);
  models->places = *std::move(places);
  models->events = *std::move(events);
  models->languages = *std::move(languages);
  return Pipeline(std::move(models));
}

namespace {

// Fills metadata.language as pipeline.h says. Can the models read it?
bool settle_language(const LanguageModel& model, const std::string& wanted, Document& doc) {
  std::string& language = doc.metadata.language;
  if (!wanted.empty()) {
    language = wanted;
    doc.metadata.language_given = true;
  } else if (doc.metadata.language_given) {
    // As when it was read before.
  } else if (std::string detected = detect_language(model, doc.text);
             !detected.empty() && !is_same_language(detected, language)) {
    language = std::move(detected);
  }
  return !names_language(language) || is_same_language(language, model.reads);
}

}  // namespace

Result<Document> Pipeline::analyze(std::string text) const {
  Scratch scratch;
  return analyze(std::move(text), scratch);
}

Result<Document> Pipeline::analyze(std::string text, Scratch& scratch) const {
  Document doc;
  doc.text = std::move(text);
  if (const Result<Success> done = annotate(doc, scratch); !done) return done.error();
  return doc;
}

Result<Success> Pipeline::annotate(Document& doc, Scratch& scratch, const Wishes& wishes) const {
  if (const std::string broken = find_violation(doc); !broken.empty()) {
    return Error{ErrorCode::invalid_input, broken};
  }
  Scratch::Buffers& buffers = *scratch.buffers_;
  if (doc.blocks.empty()) split_blocks(doc);
  if (is_taken_back(doc.metadata.status)) {
    // What is said against a report repeats it.
    for (Block& block : doc.blocks) block.kind = BlockKind::furniture;
  }
  if (doc.tokens.empty() && !settle_language(models_->languages, wishes.language, doc)) return Success{};
  if (doc.tokens.empty()) tokenize(models_->tokenizer, doc, buffers.tokenizer);
  if (doc.tags.empty() || doc.arcs.empty() || doc.names.empty()) {
    read_syntax(models_->syntax, doc, buffers.syntax);
  }
  if (doc.entities.empty()) {
    find_entities(models_->coreference, doc, buffers.entities);
    resolve_places(models_->places, doc, buffers.places);
  }
  if (doc.times.empty()) find_times(models_->times, doc, buffers.times);
  if (doc.attributions.empty()) {
    find_attributions(models_->attribution, doc, buffers.attribution, wishes.explain);
    link_sources(models_->coreference, doc);
    read_acts(models_->acts, buffers.attribution.facts, doc, buffers.acts);
    if (wishes.explain) explain_acts(models_->acts, buffers.attribution.facts, doc, buffers.acts);
  } else if (doc.source_entities.empty()) {
    link_sources(models_->coreference, doc);
  }
  if (doc.events.empty() && doc.statement_times.empty()) {
    find_events(models_->events, doc, buffers.events);
  }
  return Success{};
}

}  // namespace hearsay
