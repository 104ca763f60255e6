// The elements of HTML, and what a parser has to know of each.
#ifndef HEARSAY_SRC_PAGES_HTML_TAG_H_
#define HEARSAY_SRC_PAGES_HTML_TAG_H_

#include <cstdint>
#include <string_view>

namespace hearsay {

// In alphabetical order. `text` stands for what is no element but text; `unknown` for
// any other name. `template` and `data` have an underscore for the language's sake.
enum class HtmlTag : std::uint8_t {
  text,
  unknown,
  a,
  abbr,
  acronym,
  address,
  applet,
  area,
  article,
  aside,
  audio,
  b,
  base,
  basefont,
  bdi,
  bdo,
  bgsound,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  data_,
  datalist,
  dd,
  del,
  desc,
  details,
  dfn,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  foreignobject,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  image,
  img,
  input,
  ins,
  kbd,
  keygen,
  label,
  legend,
  li,
  link,
  listing,
  main,
  map,
  mark,
  marquee,
  math,
  menu,
  menuitem,
  meta,
  meter,
  nav,
  nobr,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  output,
  p,
  param,
  picture,
  plaintext,
  pre,
  progress,
  q,
  rb,
  rp,
  rt,
  rtc,
  ruby,
  s,
  samp,
  script,
  search,
  section,
  select,
  slot,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
  xmp,
};
inline constexpr int kHtmlTagCount = static_cast<int>(HtmlTag::xmp) + 1;

// What the standard says of elements; a tag has any number of these.
enum HtmlTagTrait : std::uint16_t {
  kVoid = 1,        // has no content and no end tag
  kSpecial = 2,     // its end is not implied by the end of inline elements around it
  kFormatting = 4,  // <b>, <a>: may be closed across other elements
  kClosesParagraph = 8,
  kRawText = 16,         // the content is text without references, up to the end tag
  kEscapableText = 32,   // the content is text with references
  kScopeEdge = 64,       // end tags do not reach beyond it
  kLeavesForeign = 128,  // ends <svg> and <math>
  kMetadata = 256,       // stands in the head
  kImpliedEnd = 512,     // ends with what holds it: <li>, <p>
  kHeading = 1024,
  kBlock = 2048,  // begins on a new line, as browsers show it
  kTablePart = 4096,
};

// Requires: lower case. `unknown` where HTML has no such element.
HtmlTag tag_of_name(std::string_view lower_case_name);

// "div", "#text", "#unknown". Lives for ever.
std::string_view to_string(HtmlTag tag);

// Whether the tag has all (any) of the traits.
bool has_traits(HtmlTag tag, unsigned traits);
bool has_any_trait(HtmlTag tag, unsigned traits);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_HTML_TAG_H_
