// Two contents word by word: what they share, what each has alone. What they share in order is
// found as the longest common subsequence of their words.

export interface Word {
  text: string;
  // From the end of the word before to the beginning of this one.
  before: string;
  shared: boolean;
}

export interface Comparison {
  left: Word[];
  right: Word[];
}

// Beyond this many words, quadratic work is not done: words count as shared wherever they stand.
const MOST_ALIGNED = 600;
const WORD = /[\p{L}\p{N}]+(?:[’'.,:-]\p{L}*[\p{L}\p{N}]+)*|[^\s]/gu;
const COMMON = new Set(
  (
    'a an the of to in on at by for from with and or but that this it its is was were be been are as ' +
    'he she they we i his her their our had has have not no'
  ).split(' '),
);

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    words.push({text: found[0], before: text.slice(end, found.index), shared: false});
    end = found.index + found[0].length;
  }
  return words;
}

// "Dampers" and "damper" are one; "is" and "his" are not.
export function fold(word: string): string {
  const lower = word.toLowerCase().replace(/’/g, "'").replace(/'s$/, '');
  if (lower.length < 5 || !/^[\p{L}]+$/u.test(lower)) return lower;
  return lower.replace(/(?:ing|ed|es|s)$/, '');
}

export function isCommon(word: string): boolean {
  return COMMON.has(word.toLowerCase()) || !/[\p{L}\p{N}]/u.test(word);
}

function markAligned(left: Word[], right: Word[], a: string[], b: string[]): void {
  const columns = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * columns);
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      longest[i * columns + j] =
        a[i] === b[j]
          ? longest[(i + 1) * columns + j + 1]! + 1
          : Math.max(longest[(i + 1) * columns + j]!, longest[i * columns + j + 1]!);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      left[i++]!.shared = true;
      right[j++]!.shared = true;
    } else if (longest[(i + 1) * columns + j]! >= longest[i * columns + j + 1]!) ++i;
    else ++j;
  }
}

function markEverywhere(words: Word[], own: string[], others: string[]): void {
  const known = new Set(others);
  words.forEach((word, i) => (word.shared = known.has(own[i]!)));
}

// A shared "the" between words that differ says nothing; it counts where a neighbour is shared.
function dropLonelyCommonWords(words: Word[]): void {
  const telling = words.map((word) => word.shared && !isCommon(word.text));
  words.forEach((word, i) => {
    if (word.shared && !telling[i]) word.shared = Boolean(telling[i - 1] || telling[i + 1]);
  });
}

export function compare(left: string, right: string): Comparison {
  const result = {left: wordsOf(left), right: wordsOf(right)};
  const [a, b] = [result.left.map((w) => fold(w.text)), result.right.map((w) => fold(w.text))];
  if (a.length <= MOST_ALIGNED && b.length <= MOST_ALIGNED) markAligned(result.left, result.right, a, b);
  else {
    markEverywhere(result.left, a, b);
    markEverywhere(result.right, b, a);
  }
  dropLonelyCommonWords(result.left);
  dropLonelyCommonWords(result.right);
  return result;
}
