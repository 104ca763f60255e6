// Where the places are that a text names. What a name can stand for is looked up in a
// gazetteer. A name that means one place many times as big as any other of that name is
// that place ("Paris"); else what stands beside it decides ("Paris, Texas"), or the
// countries, peoples and regions that the text names, or a town near by. Where nothing
// decides, a place stays unresolved, or has its country alone where all it may be are in
// one.
//
// Reads:    text, names, entities, mentions
// Writes:   Entity::place, also of what is described by its country ("Norwegian police")
// Cost:     O(names + mentions); once `scratch` is warm, allocates only in doc
// Threads:  one PlaceTable may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_PLACES_PLACES_H_
#define HEARSAY_SRC_PLACES_PLACES_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "places/place_table.h"

namespace hearsay {

struct PlaceScratch {
  // What is known of one entity.
  struct Candidates {
    std::span<const PlaceRow> rows;
    const PlaceRow* chosen = nullptr;
    std::uint32_t beside = kNone;    // the entity that it is said to lie in: "Texas" of "Paris, Texas"
    std::uint32_t own_mentions = 0;  // that speak for the country of `sure`
    const PlaceRow* sure = nullptr;  // what it is, whatever the text says; may still change
  };
  std::vector<Candidates> entities;
  std::array<std::uint32_t, kCountryCodes> countries{};  // mentions that speak for each
  std::vector<std::uint32_t> regions;                    // the same for each region
  std::vector<std::uint16_t> touched_regions;
  std::vector<const PlaceRow*> towns;  // some that are sure
  std::string folded;
};

// Cannot fail. Requires: no entity has a place.
void resolve_places(const PlaceTable& table, Document& doc, PlaceScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PLACES_PLACES_H_
