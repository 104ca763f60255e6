// Tables as CSV (RFC 4180), by the same rules as `hearsay export --format csv`.

export type Cell = string | number | boolean | null | undefined;

// What a spreadsheet would take for a formula begins with an apostrophe.
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? safe(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function toCsv(header: string[], rows: Cell[][]): string {
  return [header, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}
