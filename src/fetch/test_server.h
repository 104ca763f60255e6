// A server of a test's own, on this machine, which answers with whatever bytes the test wants.
#ifndef HEARSAY_SRC_FETCH_TEST_SERVER_H_
#define HEARSAY_SRC_FETCH_TEST_SERVER_H_

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

class TestServer {
 public:
  // The bytes to answer a request's with; "" closes the connection.
  using Answer = std::function<std::string(const std::string& path, const std::string& request)>;

  explicit TestServer(Answer answer)
      : answer_(std::move(answer)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(socket_, reinterpret_cast<sockaddr*>(&address), length);
    ::listen(socket_, 16);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~TestServer() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  std::string url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }

  // Paths, in the order of the requests.
  std::vector<std::string> asked() {
    const std::scoped_lock lock(mutex_);
    return asked_;
  }

 private:
  void serve() {
    for (int peer = ::accept(socket_, nullptr, nullptr); peer >= 0;
         peer = ::accept(socket_, nullptr, nullptr)) {
      std::string request;
      char bytes[4096];
      while (request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::recv(peer, bytes, sizeof bytes, 0);
        if (got <= 0) break;
        request.append(bytes, static_cast<std::size_t>(got));
      }
      const std::size_t begin = request.find(' ') + 1;
      const std::string path = request.substr(begin, request.find(' ', begin) - begin);
      {
        const std::scoped_lock lock(mutex_);
        asked_.push_back(path);
      }
      const std::string out = answer_(path, request);
      ::send(peer, out.data(), out.size(), MSG_NOSIGNAL);
      ::close(peer);
    }
  }

  Answer answer_;
  int socket_;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<std::string> asked_;
  std::thread thread_;
};

// "HTTP/1.1 200 OK", headers and a body.
inline std::string answer_with(int status, std::string_view headers, std::string_view body = "") {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nConnection: close\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_TEST_SERVER_H_
