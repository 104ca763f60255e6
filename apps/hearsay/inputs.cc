#include "inputs.h"

#include <cerrno>
#include <cstring>
#include <iterator>
#include <string_view>
#include <utility>

#include "ingest/plain_text.h"

namespace hearsay {
namespace {

bool has_suffix(std::string_view path, std::initializer_list<std::string_view> suffixes) {
  for (const std::string_view suffix : suffixes) {
    if (path.ends_with(suffix)) return true;
  }
  return false;
}

// An object's brace and a first name or its end: no article begins like that.
bool begins_like_json(std::string_view bytes) {
  constexpr std::string_view kSpace = " \t\r\n";
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t brace = bytes.find_first_not_of(kSpace);
  if (brace == bytes.npos || bytes[brace] != '{') return false;
  const std::size_t after = bytes.find_first_not_of(kSpace, brace + 1);
  return after != bytes.npos && (bytes[after] == '"' || bytes[after] == '}');
}

InputFormat recognize(std::string_view path, std::string_view first_bytes) {
  if (has_suffix(path, {".conllu"})) return InputFormat::conllu;
  if (has_suffix(path, {".jsonl", ".ndjson"}) || begins_like_json(first_bytes)) return InputFormat::jsonl;
  return InputFormat::text;
}

// False if there are more bytes than the format's positions and our memory bear.
bool read_all(std::istream& in, std::string& bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 30;
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  bytes.clear();
  while (in && bytes.size() <= kMost) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    in.read(bytes.data() + before, kChunk);
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  return bytes.size() <= kMost;
}

}  // namespace

Inputs::Inputs(const ReadArguments& arguments)
    : arguments_(arguments), files_(arguments.files), stream_(&buffer_) {
  if (files_.empty()) files_.push_back("-");
}

Input Inputs::failed(Error error, const Metadata& known) const {
  Input input{.name = path_, .doc = {}, .lines = {}, .error = std::move(error)};
  input.doc.metadata = known;
  return input;
}

// Decides on the format, and makes the reader that goes with it.
InputFormat Inputs::open_next_file() {
  stream_.clear();
  const std::string_view first_bytes = buffer_.peek();
  InputFormat format = arguments_.input;
  if (format == InputFormat::automatic) format = recognize(path_, first_bytes);
  // Neither reader takes offence at a file of no documents; an empty file is a
  // mistake in any format.
  if (first_bytes.empty()) return InputFormat::text;
  if (format == InputFormat::jsonl) json_lines_.emplace(stream_, path_);
  if (format == InputFormat::conllu && read_all(stream_, conllu_bytes_)) conllu_.emplace(conllu_bytes_);
  return format;
}

Input Inputs::next_text() {
  Result<Document> read = read_plain_text(stream_, path_);
  if (!read) return failed(read.error());
  Input input{.name = path_, .doc = *std::move(read), .lines = {}, .error = {}};
  if (files_[file_ - 1] != "-") input.doc.metadata.file = path_;
  return input;
}

std::optional<Input> Inputs::next_json_line() {
  std::optional<JsonLine> line = json_lines_->next();
  if (!line) {
    json_lines_.reset();
    return std::nullopt;
  }
  return Input{.name = path_ + ":" + std::to_string(line->number),
               .doc = std::move(line->document),
               .lines = {},
               .error = std::move(line->error)};
}

std::optional<Input> Inputs::next_conllu() {
  std::optional<Result<ConlluDocument>> read = conllu_->next();
  if (!read) {
    conllu_.reset();
    conllu_bytes_ = {};
    return std::nullopt;
  }
  if (!*read) return failed({read->error().code, path_ + ": " + read->error().message});
  const std::string& id = (**read).doc.metadata.id;
  return Input{.name = id.empty() ? path_ : path_ + ": " + id,
               .doc = std::move((**read).doc),
               .lines = std::move((**read).lines),
               .error = {}};
}

std::optional<Input> Inputs::next() {
  for (;;) {
    if (json_lines_) {
      if (std::optional<Input> input = next_json_line()) return input;
    } else if (conllu_) {
      if (std::optional<Input> input = next_conllu()) return input;
    }
    if (file_ == files_.size()) return std::nullopt;
    path_ = files_[file_++];
    if (const int error = buffer_.open(path_); error != 0) {
      const ErrorCode code = error == ENOENT ? ErrorCode::not_found : ErrorCode::io;
      return failed({code, path_ + ": expected a file, found: " + std::strerror(error)});
    }
    if (path_ == "-") path_ = "standard input";
    const InputFormat format = open_next_file();
    if (format == InputFormat::text) return next_text();
    if (format == InputFormat::conllu && !conllu_) {
      return failed({ErrorCode::invalid_input, path_ + ": expected at most 1 GiB of CoNLL-U, found more"});
    }
  }
}

}  // namespace hearsay
