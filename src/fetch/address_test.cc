#include "fetch/address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace hearsay {
namespace {

std::string check(const char* text) {
  sockaddr_in in4 = {};
  in4.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &in4.sin_addr) == 1)
    return find_private_address(reinterpret_cast<const sockaddr*>(&in4), sizeof in4);
  sockaddr_in6 in6 = {};
  in6.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text, &in6.sin6_addr), 1) << text;
  return find_private_address(reinterpret_cast<const sockaddr*>(&in6), sizeof in6);
}

TEST(Address, KnowsPrivateOnes) {
  EXPECT_EQ(check("127.0.0.1"), "127.0.0.1 (loopback)");
  EXPECT_EQ(check("::1"), "::1 (loopback)");
  for (const char* text :
       {"0.0.0.0",         "0.1.2.3",         "10.0.0.1",        "100.64.0.1",     "100.127.255.255",
        "127.255.255.254", "169.254.169.254", "172.16.0.1",      "172.31.255.255", "192.0.0.8",
        "192.0.2.1",       "192.168.1.1",     "198.18.0.1",      "198.19.255.255", "198.51.100.1",
        "203.0.113.9",     "224.0.0.1",       "239.255.255.255", "240.0.0.1",      "255.255.255.255"})
    EXPECT_NE(check(text), "") << text;
  for (const char* text :
       {"::", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::1",
        "fe80::1", "febf::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2001::1",
        "3fff::1", "100::1", "64:ff9b:1::1", "4000::1"})
    EXPECT_NE(check(text), "") << text;
}

TEST(Address, KnowsPublicOnes) {
  for (const char* text :
       {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.0.1.1", "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255",
        "2a00:1450::1", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"})
    EXPECT_EQ(check(text), "") << text;
}

TEST(Address, TakesOtherFamiliesForPrivate) {
  sockaddr other = {};
  other.sa_family = AF_UNIX;
  EXPECT_NE(find_private_address(&other, sizeof other), "");
}

}  // namespace
}  // namespace hearsay
