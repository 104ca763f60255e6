#include "server/connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <future>

#include "server/chunks.h"
#include "server/problem.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using std::chrono::seconds;

constexpr std::uint64_t kMostBodyBytes = 8 << 20;
constexpr std::uint64_t kMostBodiesBytes = 128 << 20;  // of all requests that are there
constexpr std::size_t kMostListeners = 1500;
constexpr std::size_t kMostUnread = 16 << 20;  // that is read of a request that was refused
constexpr seconds kIdleTime{60}, kHeaderTime{15}, kBodyTime{30}, kLingerTime{2}, kWriteTime{30};

}  // namespace

Connection::Connection(tcp::socket socket, HttpServer::State& server)
    : stream_(std::move(socket)), server_(server) {
  beast::error_code error;
  const tcp::endpoint peer = stream_.socket().remote_endpoint(error);
  if (!error) client_ = peer.address().to_string();
  server_.connections.insert(this);
}

void Connection::close() {
  beast::error_code error;
  stream_.socket().shutdown(tcp::socket::shutdown_both, error);
  stream_.close();
}

// Ends what is being read after this time, unless it ended before.
void Connection::limit(seconds time) {
  late_ = false;
  deadline_.expires_after(time);
  deadline_.async_wait([weak = weak_from_this(), number = ++limits_](beast::error_code error) {
    const auto self = weak.lock();
    // A timer that was too late to be cancelled is of something that ended.
    if (error || !self || number != self->limits_) return;
    self->late_ = true;
    self->stream_.cancel();
  });
}

// A client may keep the connection for its next request, longer than it may take to send one.
void Connection::wait_for_request() {
  busy_ = false;
  server_.body_bytes -= std::exchange(counted_, 0);
  if (server_.stopping) return close();
  if (buffer_.size() > 0) return read_head();
  limit(kIdleTime);
  stream_.async_read_some(buffer_.prepare(kPieceBytes),
                          [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                            if (error) return self->close();
                            self->buffer_.commit(bytes);
                            self->read_head();
                          });
}

void Connection::read_head() {
  is_read_ = false;
  parser_.emplace();
  parser_->header_limit(kMostHeaderBytes);
  parser_->body_limit(kMostBodyBytes);
  limit(kHeaderTime);
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                            if (error) return self->failed(error);
                            self->read_body();
                          });
}

// A request did not come as it should.
void Connection::failed(beast::error_code error) {
  ++limits_;
  busy_ = true;
  const bool begun = parser_->got_some() || buffer_.size() > 0;
  if (late_ && begun) return respond(problem(408, "expected the request to come in time"), true);
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return respond(problem(431, "expected a header of at most 16384 bytes"), true);
  if (error == http::error::body_limit)
    return respond(problem(413, "expected a body of at most 8388608 bytes"), true);
  if (error == http::error::end_of_stream || error == http::error::partial_message) return close();
  if (error.category() == make_error_code(http::error::bad_method).category())
    return respond(problem(400, "expected a request of HTTP/1.1"), true);
  close();
}

void Connection::read_body() {
  busy_ = true;
  const auto& head = parser_->get();
  version_ = head.version();
  keep_alive_ = head.keep_alive();
  request_ = {
      .method = std::string(head.method_string()), .target = std::string(head.target()), .client = client_};
  is_head_ = request_.method == "HEAD";
  for (const auto& field : head) {
    std::string name(field.name_string());
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    request_.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  if (auto refused = server_.guard.refuse(request_, std::chrono::steady_clock::now()))
    return respond(*std::move(refused), true);
  const auto length = parser_->content_length();
  if (length && *length > kMostBodyBytes)
    return respond(problem(413, "expected a body of at most 8388608 bytes"), true);
  const bool has_body = !parser_->is_done();
  counted_ = has_body ? length.value_or(kMostBodyBytes) : 0;
  server_.body_bytes += counted_;
  if (server_.body_bytes > kMostBodiesBytes)
    return respond(try_again("too many requests with long bodies at once"), true);
  if (!has_body) return dispatch();
  if (request_.header("expect") == "100-continue") {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_.socket(), asio::buffer(kContinue),
                      [self = shared_from_this()](beast::error_code, std::size_t) {});
  }
  limit(kBodyTime);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](beast::error_code error, std::size_t) {
                     if (error) return self->failed(error);
                     self->dispatch();
                   });
}

void Connection::dispatch() {
  is_read_ = true;
  ++limits_;
  deadline_.cancel();
  request_.body = std::move(parser_->get().body());
  if (request_.target.starts_with("/v1/events"))
    return respond(server_.service.answer(request_, *server_.workers.back()), false);
  const bool given = server_.answering->give([self = shared_from_this()](std::size_t thread) mutable {
    HttpServer::State& server = self->server_;
    ServerResponse response = server.service.answer(self->request_, *server.workers[thread]);
    asio::post(server.io, [self = std::move(self), response = std::move(response)]() mutable {
      Connection& connection = *self;
      connection.respond(std::move(response), false);
    });
  });
  if (!given) respond(try_again("too many requests are waiting"), false);
}

void Connection::set_common(http::fields& fields, const ServerResponse& response) const {
  if (!response.content_type.empty()) fields.set(http::field::content_type, response.content_type);
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set(http::field::cache_control, "no-cache");
  for (const auto& [name, value] : response.headers) fields.set(name, value);  // the page's own policy
}

void Connection::respond(ServerResponse response, bool last) {
  if (response.events && !is_head_) return send_events(response);
  if (response.stream && !is_head_) return send_stream(std::move(response));
  auto message = std::make_shared<http::response<http::string_body>>();
  message->version(version_);
  message->result(static_cast<unsigned>(response.status));
  message->reason(std::string(reason_phrase(response.status)));
  set_common(*message, response);
  const bool keep = keep_alive_ && !last && !server_.stopping;
  message->keep_alive(keep);
  const bool has_length =
      response.status != 204 && response.status != 304 && !response.stream && !response.events;
  if (has_length) message->content_length(response.body.size());
  if (!is_head_) message->body() = std::move(response.body);
  stream_.expires_after(kWriteTime);
  http::async_write(stream_, *message,
                    [self = shared_from_this(), message, keep](beast::error_code error, std::size_t) {
                      if (error) return self->close();
                      if (!keep) return self->finish();
                      self->stream_.expires_never();
                      self->wait_for_request();
                    });
}

// A client that is still sending would lose the answer if the connection were closed at once.
void Connection::finish() {
  busy_ = false;
  if (is_read_ || server_.stopping) return close();
  beast::error_code error;
  stream_.socket().shutdown(tcp::socket::shutdown_send, error);
  stream_.expires_never();
  limit(kLingerTime);
  drain();
}

void Connection::drain() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kPieceBytes),
                          [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                            self->unread_bytes_ += bytes;
                            if (error || self->unread_bytes_ > kMostUnread) return self->close();
                            self->drain();
                          });
}

void Connection::send_piece(std::shared_ptr<std::string> piece, std::function<void(bool)> sent) {
  stream_.expires_after(kWriteTime);
  asio::async_write(stream_, asio::buffer(*piece),
                    [self = shared_from_this(), piece, sent = std::move(sent)](
                        beast::error_code error, std::size_t) { sent(!error); });
}

// The head of an answer that has no length, after which the connection is closed.
std::shared_ptr<std::string> Connection::head_of(const ServerResponse& response, bool chunked) const {
  http::fields fields;
  set_common(fields, response);
  fields.set(http::field::connection, "close");
  if (chunked) fields.set(http::field::transfer_encoding, "chunked");
  auto text = std::make_shared<std::string>("HTTP/1.1 200 OK\r\n");
  for (const auto& field : fields)
    *text += std::string(field.name_string()) + ": " + std::string(field.value()) + "\r\n";
  *text += "\r\n";
  return text;
}

// The export thread gives a piece, and waits until it is sent: no more than two are in memory.
void Connection::send_stream(ServerResponse response) {
  const bool chunked = version_ >= 11;
  const auto text = head_of(response, chunked);
  auto stream = std::move(response.stream);
  const bool given =
      server_.exporting->give([self = shared_from_this(), text, stream, chunked](std::size_t) mutable {
        HttpServer::State& server = self->server_;
        const auto send = [&](const std::string& piece) {
          const auto sent = std::make_shared<std::promise<bool>>();
          std::future<bool> done = sent->get_future();
          asio::post(server.io, [self, sent, shared = std::make_shared<std::string>(piece)] {
            self->send_piece(shared, [sent](bool went) { sent->set_value(went); });
          });
          while (done.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            if (server.io.stopped()) return false;
          }
          return done.get();
        };
        if (send(*text)) send_chunks(stream, chunked, kPieceBytes, send);
        asio::post(server.io, [self = std::move(self)] { self->close(); });
      });
  if (!given) respond(try_again("too many exports are waiting"), false);
}

void Connection::send_events(const ServerResponse& response) {
  if (server_.listeners.size() >= kMostListeners || server_.stopping)
    return respond(try_again("too many are listening"), true);
  auto text = head_of(response, false);
  *text += ": hearsay\n\n";
  next_event_ = server_.log.next();
  if (!response.last_event.empty()) {
    const std::optional<std::uint64_t> next = server_.log.after(response.last_event);
    if (!next) *text += "event: reset\ndata: {}\n\n";  // it missed some
    next_event_ = next.value_or(next_event_);
  }
  listening_ = true;
  server_.listeners.insert(this);
  server_.body_bytes -= std::exchange(counted_, 0);
  request_ = {};
  parser_.reset();
  buffer_ = beast::flat_buffer(1);
  tell(std::move(text));
  // Hears of the client's going away, and keeps the connection until then.
  stream_.socket().async_read_some(
      asio::buffer(&unread_, 1),
      [self = shared_from_this()](beast::error_code, std::size_t) { self->close(); });
}

void Connection::tell(std::shared_ptr<std::string> text) {
  writing_ = true;
  send_piece(std::move(text), [self = shared_from_this()](bool done) {
    self->writing_ = false;
    if (!done) return self->close();
    self->pump();
  });
}

// Sends what the listener has not heard of. Who lags too far behind is left behind.
void Connection::pump() {
  if (writing_) return;
  if (server_.stopping) return close();
  stream_.expires_never();
  if (next_event_ >= server_.log.next()) return;
  std::optional<std::string> events = server_.log.read(kPieceBytes, next_event_);
  if (!events) return close();
  auto text = std::make_shared<std::string>(*std::move(events));
  tell(std::move(text));
}

void Connection::beat() {
  if (writing_) return;
  static const auto kBeat = std::make_shared<std::string>(": \n\n");
  tell(kBeat);
}

}  // namespace hearsay
