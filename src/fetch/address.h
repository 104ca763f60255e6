// Which addresses are the public internet's: feeds must not be able to make us ask machines that
// only we can reach.
#ifndef HEARSAY_SRC_FETCH_ADDRESS_H_
#define HEARSAY_SRC_FETCH_ADDRESS_H_

#include <sys/socket.h>

#include <string>

namespace hearsay {

// "127.0.0.1 (loopback)" where `address` is private, of this machine, of this link, multicast, of no use
// or of a family that is not IP, also where IPv6 wraps such an address of IPv4; "" where it is
// public. Requires: `length` bytes at `address`.
std::string find_private_address(const sockaddr* address, std::size_t length);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_ADDRESS_H_
