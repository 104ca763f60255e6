// The character encoding of a page, and its text as UTF-8.
//
// Encodings and their labels are those of the WHATWG Encoding Standard ("iso-8859-1" means
// windows-1252, "gb2312" gbk). Which one a page is in, by the first of these that speaks:
//
//   1. a byte order mark: UTF-8, UTF-16LE or UTF-16BE
//   2. "<" as UTF-16 in the first two bytes
//   3. the charset of HTTP's Content-Type
//   4. a <meta> that declares one, among the first 16 KiB (browsers look at 1,024 bytes, and
//      begin anew when they find it later)
//   5. UTF-8 where the bytes are that, else windows-1252
//
// Pages lie, so the bytes are asked, too:
//
//   - Bytes that are UTF-8 throughout, with some character that is not ASCII, are UTF-8, whatever
//     is declared: a page that was saved by a browser keeps the <meta> that it had.
//   - Where UTF-8 is declared and more places break it than hold well-formed characters that are not
//     ASCII, the next declaration that is not UTF-8 is taken, at last windows-1252.
//   - Else what is malformed becomes U+FFFD, each place once.
#ifndef HEARSAY_SRC_PAGES_CHARACTER_SETS_H_
#define HEARSAY_SRC_PAGES_CHARACTER_SETS_H_

#include <string>
#include <string_view>

namespace hearsay {

// The encoding that a label names, as the standard spells it in lower case: "windows-1252" of
// " Latin1 ". "" where it names none. It lives for ever.
std::string_view encoding_of_label(std::string_view label);

// The encoding in a Content-Type ("text/html; charset=Shift_JIS"): "shift_jis"; "" where there is
// none that is known.
std::string_view encoding_of_content_type(std::string_view content_type);

// The encoding that a <meta charset> or <meta http-equiv="Content-Type"> declares: the standard's
// prescan, over the bytes given. "" where there is none.
std::string_view encoding_of_meta(std::string_view bytes);

// The encoding of a page, as said above. `content_type` is as HTTP gave it, or empty. O(bytes).
std::string_view encoding_of_page(std::string_view bytes, std::string_view content_type);

// `bytes` as UTF-8, without a byte order mark. Never fails: what the encoding does not know becomes U+FFFD,
// and so do all bytes of the encoding "replacement" together. At most 4 bytes for each byte given.
// Requires: `encoding` is what one of the functions above returned, not "".
std::string decode(std::string_view bytes, std::string_view encoding);

// Both together: a page as valid UTF-8. Threads: any number.
std::string decode_page(std::string_view bytes, std::string_view content_type);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_CHARACTER_SETS_H_
