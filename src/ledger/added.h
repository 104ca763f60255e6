// What became of an article that was given to the ledger.
#ifndef HEARSAY_SRC_LEDGER_ADDED_H_
#define HEARSAY_SRC_LEDGER_ADDED_H_

namespace hearsay {

enum class Added { new_article, new_version, known_already };

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ADDED_H_
