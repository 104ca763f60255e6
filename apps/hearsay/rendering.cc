#include "rendering.h"

#include <algorithm>
#include <utility>

#include "document/drop_unsure.h"
#include "progress.h"

namespace hearsay {

Rendering choose_rendering(const ReadArguments& arguments, const OutputFile& output) {
  constexpr int kWidest = 100;  // longer lines tire the eye
  Rendering rendering{
      .format = arguments.format, .text = {}, .min_confidence = arguments.min_confidence.value_or(0)};
  const bool terminal = output.is_terminal();
  if (rendering.format == OutputFormat::automatic) {
    rendering.format = terminal ? OutputFormat::text : OutputFormat::json;
  }
  rendering.text.width = std::min(output.columns(), kWidest);
  rendering.text.color = wants_color(arguments.color, terminal);
  return rendering;
}

std::string render(const Rendering& rendering, Input& input) {
  if (rendering.min_confidence > 0) drop_unsure(rendering.min_confidence, input.doc);
  switch (rendering.format) {
    case OutputFormat::text:
      return to_text(input.doc, rendering.text) + "\n";
    case OutputFormat::conllu:
      if (input.lines.empty()) return to_conllu(input.doc);
      return to_conllu(ConlluDocument{.doc = std::move(input.doc), .lines = std::move(input.lines)});
    case OutputFormat::html:
      return "";
    default:
      return to_json(input.doc) + "\n";
  }
}

std::string render_error(const Rendering& rendering, const Input& input) {
  if (rendering.format != OutputFormat::json) return "";
  const std::string& id = input.doc.metadata.id;
  return to_json(id.empty() ? input.name : id, *input.error) + "\n";
}

}  // namespace hearsay
