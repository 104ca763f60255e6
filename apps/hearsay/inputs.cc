#include "inputs.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include "ingest/plain_text.h"
#include "input_files.h"
#include "pages/page.h"

namespace hearsay {
namespace {

// False if there are more bytes than the format's positions and our memory bear.
bool read_all(std::istream& in, std::size_t most, std::string& bytes) {
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  bytes.clear();
  while (in && bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    in.read(bytes.data() + before, kChunk);
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  return bytes.size() <= most;
}

// Requires: `forced` is not automatic. The enumerators stand in one order.
Format format_of(InputFormat forced) { return static_cast<Format>(static_cast<int>(forced) - 1); }
static_assert(static_cast<int>(InputFormat::ninjs) - 1 == static_cast<int>(Format::ninjs));

// What stands around the page goes before what it says itself.
void read_page_of(Input& input) {
  const RawPage page = *std::exchange(input.page, std::nullopt);
  Result<Document> read = read_page(page.bytes, {.url = page.url, .content_type = page.content_type});
  if (!read) {
    input.error = Error{read.error().code, input.name + ": " + read.error().message};
    return;
  }
  const Metadata given = std::exchange(input.doc, *std::move(read)).metadata;
  for (const auto field :
       {&Metadata::id, &Metadata::file, &Metadata::url, &Metadata::title, &Metadata::publisher,
        &Metadata::byline, &Metadata::published, &Metadata::modified, &Metadata::language}) {
    if (!(given.*field).empty()) input.doc.metadata.*field = given.*field;
  }
  input.doc.metadata.status = given.status;
  input.doc.metadata.version = given.version;
}

}  // namespace

void finish_input(Input& input, const std::string& published) {
  if (input.page) read_page_of(input);
  if (input.doc.metadata.published.empty()) input.doc.metadata.published = published;
}

Inputs::Inputs(const ReadArguments& arguments)
    : arguments_(arguments), files_(list_input_files(arguments.files)), stream_(nullptr) {
  // Who forgot to name a file would wait for ever.
  if (files_.empty() && ::isatty(STDIN_FILENO) == 1)
    std::fputs("hearsay: reading what is typed here, up to Ctrl-D\n", stderr);
  if (files_.empty()) files_.push_back("-");
}

Input Inputs::failed(Error error) const {
  return {.name = path_, .doc = {}, .lines = {}, .page = {}, .error = std::move(error)};
}

// The compression's fault, where it is why the reader met the end of the stream.
std::optional<Input> Inputs::take_fault() {
  std::optional<Error> fault = bytes_->take_fault();
  if (!fault) return std::nullopt;
  fault->message = path_ + ": " + fault->message;
  return failed(*std::move(fault));
}

Input Inputs::next_text() {
  Result<Document> read = read_plain_text(stream_, path_);
  if (std::optional<Input> fault = take_fault()) return *std::move(fault);
  if (!read) return failed(read.error());
  Input input{.name = path_, .doc = *std::move(read), .lines = {}, .page = {}, .error = {}};
  if (files_[file_ - 1] != "-") input.doc.metadata.file = path_;
  return input;
}

Input Inputs::next_page() {
  RawPage page;
  const bool fits = read_all(stream_, kMostPageBytes, page.bytes);
  if (std::optional<Input> fault = take_fault()) return *std::move(fault);
  if (stream_.bad()) return failed({ErrorCode::io, path_ + ": cannot be read"});
  if (!fits) {
    return failed({ErrorCode::invalid_input, path_ + ": expected a page of at most " +
                                                 std::to_string(kMostPageBytes) + " bytes, found more"});
  }
  Input input{.name = path_, .doc = {}, .lines = {}, .page = std::move(page), .error = {}};
  if (files_[file_ - 1] != "-") input.doc.metadata.file = path_;
  return input;
}

std::optional<Input> Inputs::next_json_line() {
  std::optional<JsonLine> line = json_lines_->next();
  if (!line || (line->error && json_lines_->is_at_end())) {
    if (std::optional<Input> fault = take_fault()) {
      stream_.clear();
      if (!bytes_->resume()) json_lines_.reset();
      return fault;
    }
  }
  if (!line) {
    json_lines_.reset();
    return std::nullopt;
  }
  Input input{.name = path_ + ":" + std::to_string(line->number),
              .doc = std::move(line->document),
              .lines = {},
              .page = {},
              .error = std::move(line->error)};
  // JSON is UTF-8, whatever the page says.
  constexpr const char* kType = "text/html; charset=utf-8";
  if (!line->html.empty()) input.page = RawPage{std::move(line->html), input.doc.metadata.url, kType};
  return input;
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
               .page = {},
               .error = {}};
}

std::optional<Input> Inputs::next_article() {
  std::optional<Article> article = articles_->next();
  if (!article) {
    skipped_ += articles_->skipped();
    articles_.reset();
    return take_fault();
  }
  Input input{.name = path_ + ": " + article->place,
              .doc = std::move(article->doc),
              .lines = {},
              .page = std::move(article->page),
              .error = std::move(article->error)};
  if (input.error) input.error->message = input.name + ": " + input.error->message;
  return input;
}

std::optional<Input> Inputs::open_as(Format format) {
  articles_ = make_archive_reader(format, *bytes_);
  if (articles_) return std::nullopt;
  switch (format) {
    case Format::jsonl:
      json_lines_.emplace(stream_, path_);
      return std::nullopt;
    case Format::conllu:
      if (!read_all(stream_, std::size_t{1} << 30, conllu_bytes_)) {
        return failed({ErrorCode::invalid_input, path_ + ": expected at most 1 GiB of CoNLL-U, found more"});
      }
      if (std::optional<Input> fault = take_fault()) return fault;
      conllu_.emplace(conllu_bytes_);
      return std::nullopt;
    case Format::html:
      return next_page();
    default:
      return next_text();
  }
}

// Decides on the format, and makes the reader that goes with it. Returns the document of a file
// that is one, or what is wrong.
std::optional<Input> Inputs::open_next_file() {
  if (const int error = buffer_.open(path_); error != 0) {
    const ErrorCode code = error == ENOENT ? ErrorCode::not_found : ErrorCode::io;
    const std::string what = error == EISDIR
                                 ? ": expected files in the folder, found none"
                                 : ": expected a file, found: " + std::string(std::strerror(error));
    return failed({code, path_ + what});
  }
  if (path_ == "-") path_ = "standard input";
  bytes_.emplace(buffer_);
  stream_.rdbuf(&*bytes_);
  std::string_view begin = bytes_->peek(kSniffBytes, true);
  if (!is_enough_to_sniff(begin)) begin = bytes_->peek(kSniffBytes);
  // No reader takes offence at a file of no documents; an empty file is a mistake in any format.
  if (begin.empty()) return next_text();
  if (arguments_.input != InputFormat::automatic) return open_as(format_of(arguments_.input));
  const Sniffed sniffed = sniff(begin, path_);
  if (sniffed.format == Format::feed || sniffed.format == Format::other) {
    const std::string hint = sniffed.format == Format::feed ? " (`hearsay watch` reads feeds)" : "";
    return failed(
        {ErrorCode::invalid_input, path_ + ": expected articles, found " + std::string(sniffed.name) + hint});
  }
  return open_as(sniffed.format);
}

std::optional<Input> Inputs::next_of_open_file() {
  if (json_lines_) return next_json_line();
  if (conllu_) return next_conllu();
  if (articles_) return next_article();
  return std::nullopt;
}

std::optional<Input> Inputs::next() {
  for (;;) {
    if (std::optional<Input> input = next_of_open_file()) return input;
    if (file_ == files_.size()) return std::nullopt;
    path_ = files_[file_++];
    if (std::optional<Input> input = open_next_file()) return input;
  }
}

}  // namespace hearsay
