// Positions of the API count code points, those of a string in the browser UTF-16 units.
export type ToUnits = (codePoint: number) => number;

export function unitsOf(text: string): ToUnits {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => at; // each code point is one unit
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  return (at) => starts[at] ?? text.length;
}
