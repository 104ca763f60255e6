// Names as they are compared, and what shows in two names alone that they may mean the same.
//
// All functions are pure; nothing depends on a ledger.
#ifndef HEARSAY_SRC_LEDGER_NAME_KEY_H_
#define HEARSAY_SRC_LEDGER_NAME_KEY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The name's words in lower case, with one space between them: without accents, full stops,
// apostrophes and quotation marks; hyphens part words, "&" is "and", "Ministry of Health" "health ministry";
// without "the", forms of address and military ranks before it ("Mr", "Dr", "Capt") and legal forms behind it
// ("Ltd", "Inc"), unless nothing else is left. Empty where the name has no letter or digit. Requires: valid
// UTF-8.
std::string name_key(std::string_view name);

// What stands for a name where there is none: no other thing has it. `article` is an id.
std::string unnamed_key(std::string_view article, std::uint32_t entity);
bool is_unnamed_key(std::string_view key);

// What a name is looked up by, and its bearer's id is made of: the first eight bytes of the key's hash.
// Values are stored: never change them.
std::int64_t key_hash(std::string_view key);

// The key's words.
std::vector<std::string_view> words_of_key(std::string_view key);

// First letters of the words but for "of", "for", "and" and the like: "iaea" for
// "international atomic energy agency". Empty under three words.
std::string acronym_of(std::string_view key);

// The names by which a bearer of this one may be called when it is known already: its last words, from
// the longest on ("ada maria holm": "maria holm", "holm"), but never behind "of" and the like, and its
// acronym.
std::vector<std::string> short_forms(std::string_view key);

// The name without its last word, by which organisations are called: "norrland" for "norrland
// copper". Empty where there is none.
std::string leading_form(std::string_view key);

// The name without its middle initials: "ada holm" for "ada m holm", "ada m k holm" and "ada mk holm". Empty
// where there are none.
std::string without_initials(std::string_view key);

// True for "ada m holm" alone: one letter between two words.
bool has_one_initial(std::string_view key);

// By what a name is found: its words, each once, "=" with its acronym, and "~" with the name without its
// middle initials.
std::vector<std::string> index_words(std::string_view key);

// True if `words` stand in `key`, whole and in their order. Both are keys.
bool holds_words(std::string_view key, std::string_view words);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_NAME_KEY_H_
