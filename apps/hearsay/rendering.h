// How a document is printed: the format, and what a terminal can show.
#ifndef HEARSAY_APPS_HEARSAY_RENDERING_H_
#define HEARSAY_APPS_HEARSAY_RENDERING_H_

#include <string>

#include "arguments.h"
#include "hearsay/format.h"
#include "inputs.h"
#include "output_file.h"

namespace hearsay {

struct Rendering {
  OutputFormat format = OutputFormat::json;  // never automatic
  TextOptions text;
  float min_confidence = 0;  // claims less sure are left out
};

// What the arguments ask for; where they leave it open, what suits the output.
Rendering choose_rendering(const ReadArguments& arguments, const OutputFile& output);

// An input that was read, as bytes to print. May use up `input`. Empty where the
// format prints all documents at once.
std::string render(const Rendering& rendering, Input& input);

// What stands in the place of an input that failed; often nothing.
std::string render_error(const Rendering& rendering, const Input& input);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_RENDERING_H_
