#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/ledger.h"
#include "ledger_commands.h"
#include "reading.h"
#include "server/http_server.h"

namespace hearsay {
namespace {

// The token that clients have to show: from the file, else from $HEARSAY_TOKEN, else none.
Result<std::string> read_token(const std::string& file) {
  std::string token;
  if (file.empty()) {
    const char* given = std::getenv("HEARSAY_TOKEN");
    return std::string(given == nullptr ? "" : given);
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::io, file + ": expected a file with a token, found none that can be read"};
  token.assign(std::istreambuf_iterator<char>(in), {});
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r')) token.pop_back();
  if (token.size() < 16 || token.find_first_of(" \t\r\n") != std::string::npos)
    return Error{ErrorCode::invalid_input, file + ": expected a token of 16 characters or more on one line"};
  return token;
}

// A ledger to serve: the one that is there, or, where that is wanted, a new one.
Result<Success> find_ledger(const Arguments& arguments) {
  const std::string& path = arguments.ledger.path;
  std::error_code error;
  if (std::filesystem::exists(path, error)) return Success{};
  if (!arguments.serve.create) {
    return Error{ErrorCode::not_found,
                 path +
                     ": expected a ledger, found no such file; `hearsay add` makes one of "
                     "articles, `hearsay serve --create` an empty one"};
  }
  const Result<Ledger> made = Ledger::open_for_adding(path, arguments.read.models);
  if (!made) return made.error();
  return Success{};
}

}  // namespace

int run_serve(const Arguments& arguments) {
  const ServeArguments& serve = arguments.serve;
  const Result<std::string> token = read_token(serve.token_file);
  if (!token) return report_failure(token.error().message);
  if (const auto found = find_ledger(arguments); !found) return report_failure(found.error().message);
  const Result<Pipeline> pipeline = Pipeline::load(arguments.read.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  Result<HttpServer> server = HttpServer::open(*pipeline, {.host = serve.host,
                                                           .port = serve.port,
                                                           .threads = arguments.read.threads,
                                                           .token = *token,
                                                           .rate = serve.rate,
                                                           .ledger = arguments.ledger.path,
                                                           .models = arguments.read.models});
  if (!server) return report_failure(server.error().message);
  const bool is_ipv6 = serve.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + serve.host + "]" : serve.host;
  std::printf("http://%s:%d/\n", host.c_str(), server->port());
  std::fflush(stdout);
  server->run();
  return kExitDone;
}

}  // namespace hearsay
