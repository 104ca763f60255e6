// What an export can be.
#ifndef HEARSAY_SRC_ANSWERS_EXPORT_KINDS_H_
#define HEARSAY_SRC_ANSWERS_EXPORT_KINDS_H_

namespace hearsay {

enum class ExportFormat { json, csv, jsonld, ftm, webanno };
enum class ExportTable { statements, relations, threads, entities, articles };

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_EXPORT_KINDS_H_
