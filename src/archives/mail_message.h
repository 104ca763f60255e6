// Messages of mail (RFC 5322, MIME) as articles: newsletters.
#ifndef HEARSAY_SRC_ARCHIVES_MAIL_MESSAGE_H_
#define HEARSAY_SRC_ARCHIVES_MAIL_MESSAGE_H_

#include <string>
#include <string_view>

#include "archives/article.h"
#include "hearsay/result.h"

namespace hearsay {

// The text of a message: of alternatives the HTML, else plain text; attachments are left out. Subject is its
// title, the name in From its publisher, Date its date, Message-ID its id, Archived-At its url. The article
// has no place. Fails with invalid_input where there is no text. Parts nest at most 16 deep. O(message).
Result<Article> read_message(std::string_view message);

// Header text with its encoded words (RFC 2047) as UTF-8.
std::string decode_words(std::string_view text);

// "2024-03-06T08:15:00+01:00" of "Wed, 6 Mar 2024 08:15:00 +0100 (CET)"; "" of what is no date.
std::string iso_of_mail_date(std::string_view date);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_MAIL_MESSAGE_H_
