#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hearsay {
namespace {

using std::string;
using std::string_view;

struct Range4 {
  std::uint32_t first;
  int bits;
  string_view what;
};
// The registry of special-purpose addresses, RFC 6890 and later.
constexpr std::array<Range4, 15> kRanges4 = {{{0x00000000, 8, "this network"},
                                              {0x0A000000, 8, "private"},
                                              {0x64400000, 10, "shared by a provider's customers"},
                                              {0x7F000000, 8, "loopback"},
                                              {0xA9FE0000, 16, "link-local"},
                                              {0xAC100000, 12, "private"},
                                              {0xC0000000, 24, "reserved"},
                                              {0xC0000200, 24, "for documentation"},
                                              {0xC0586300, 24, "reserved"},
                                              {0xC0A80000, 16, "private"},
                                              {0xC6120000, 15, "for benchmarks"},
                                              {0xC6336400, 24, "for documentation"},
                                              {0xCB007100, 24, "for documentation"},
                                              {0xE0000000, 4, "multicast"},
                                              {0xF0000000, 4, "reserved"}}};

string_view kind_of(std::uint32_t address) {
  for (const Range4& range : kRanges4) {
    if (address >> (32 - range.bits) == range.first >> (32 - range.bits)) return range.what;
  }
  return "";
}

using Bytes6 = std::array<std::uint8_t, 16>;

std::uint32_t four_bytes(const Bytes6& a, std::size_t at) {
  return std::uint32_t{a[at]} << 24 | std::uint32_t{a[at + 1]} << 16 | std::uint32_t{a[at + 2]} << 8 |
         a[at + 3];
}

bool begins(const Bytes6& a, std::initializer_list<std::uint8_t> prefix) {
  return std::memcmp(a.data(), prefix.begin(), prefix.size()) == 0;
}

string_view kind_of(const Bytes6& a) {
  // Addresses of IPv4 in those of IPv6: mapped, translated (NAT64), 6to4.
  if (begins(a, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) return kind_of(four_bytes(a, 12));
  if (begins(a, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return kind_of(four_bytes(a, 12));
  if (begins(a, {0x20, 0x02})) return kind_of(four_bytes(a, 2));
  if (a == Bytes6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}) return "loopback";
  if (a[0] == 0xfe && (a[1] & 0xc0) == 0x80) return "link-local";
  if ((a[0] & 0xfe) == 0xfc) return "private";
  if (a[0] == 0xff) return "multicast";
  if (begins(a, {0x20, 0x01, 0x0d, 0xb8}) || (begins(a, {0x3f, 0xff}) && a[2] < 0x10))
    return "for documentation";
  if (begins(a, {0x20, 0x01}) && a[2] < 0x02) return "reserved";
  // Only 2000::/3 is in use.
  return (a[0] & 0xe0) == 0x20 ? "" : "reserved";
}

string described(int family, const void* address, string_view kind) {
  if (kind.empty()) return "";
  char text[INET6_ADDRSTRLEN] = "";
  inet_ntop(family, address, text, sizeof text);
  return string(text) + " (" + string(kind) + ")";
}

}  // namespace

string find_private_address(const sockaddr* address, std::size_t length) {
  if (address->sa_family == AF_INET && length >= sizeof(sockaddr_in)) {
    sockaddr_in in;
    std::memcpy(&in, address, sizeof in);
    return described(AF_INET, &in.sin_addr, kind_of(ntohl(in.sin_addr.s_addr)));
  }
  if (address->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
    sockaddr_in6 in;
    std::memcpy(&in, address, sizeof in);
    Bytes6 bytes;
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return described(AF_INET6, &in.sin6_addr, kind_of(bytes));
  }
  return "an address that is not of the internet";
}

}  // namespace hearsay
