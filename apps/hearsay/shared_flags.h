// Flags and operands that several of the commands about ledgers have. `read` is the command
// of that name, some of whose flags they take over.
#ifndef HEARSAY_APPS_HEARSAY_SHARED_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_SHARED_FLAGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "flags.h"

namespace hearsay {

// The number of the choice; the choices' own number if it is none of them.
std::size_t place_in(const std::vector<std::string_view>& choices, const std::string& value);

// "expected ..., found ...", of a value that is none of the choices.
std::string unknown(const std::vector<std::string_view>& choices, const std::string& value);

// Set `number` and return "", or what was expected: a number from 1 on.
std::string read_number(const std::string& value, int& number);

// Operands, as Command::add_operand takes them. The first one is the ledger; the others, where
// there may be any, are words or files.
std::string add_ledger(Arguments& arguments, const std::string& value);
std::string add_ledger_and_words(Arguments& arguments, const std::string& value);
std::string add_ledger_and_files(Arguments& arguments, const std::string& value);

// Requires: the command has it.
Flag flag_of(const Command& command, std::string_view name);

// --limit; `what` is its brief line.
Flag limit_flag(std::string_view what);

// --min-confidence for relations, of which less sure ones are left out.
Flag min_confidence_flag(const Command& read);

// What all commands that look for statements leave out: --by, --after, --before.
std::vector<Flag> filter_flags();

// --after and --before, which are among them.
std::vector<Flag> date_flags();

// `own` and what all commands have that print.
std::vector<Flag> printing_flags(const Command& read, std::vector<Flag> own);

// `own` and what those have that look for statements and print them.
std::vector<Flag> searching_flags(const Command& read, std::vector<Flag> own);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_SHARED_FLAGS_H_
