#include "fetch/curl_library.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(CurlLibrary, IsLoadedOnce) {
  const Result<CurlLibrary>& curl = curl_library();
  ASSERT_TRUE(curl) << curl.error().message;
  EXPECT_EQ(&curl_library(), &curl);
  EXPECT_STRNE(curl->easy_strerror(CURLE_COULDNT_CONNECT), "");
}

TEST(CurlLibrary, WhatIsNotThereIsNamed) {
  const Result<CurlLibrary> none = load_curl("libnone.so.4");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_TRUE(
      none.error().message.starts_with("libnone.so.4: expected the library for the network, found: "));
  EXPECT_FALSE(load_curl("libc.so.6"));
}

}  // namespace
}  // namespace hearsay
