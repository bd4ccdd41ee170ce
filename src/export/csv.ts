import { stringify } from 'csv-stringify/sync';
import type { DatasetColumn, DatasetValue } from '../core/dataset.ts';
import { type CsvStyle, type Encoder, immediate } from './encoder.ts';

/**
 * CSV as RFC 4180 has it: CRLF, quotes where they are needed. Null is an empty cell, a boolean `True` or `False` as in the public data
 * sets, a list JSON.
 *
 * Unless `raw`, a text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises: `=`, `+`, `-`, `@`, a
 * tab or a line break at its beginning. https://owasp.org/www-community/attacks/CSV_Injection A key of letters, digits, `-` and `_` stays
 * as it is, for rows are joined by it: it can name no function and no other program.
 */
export function startCsv(columns: readonly DatasetColumn[], { raw, bom }: CsvStyle): Encoder {
  const write = (rows: readonly (readonly DatasetValue[])[]): string =>
    stringify(
      rows.map((row) => row.map((value, index) => cell(value, raw || (columns[index]?.type === 'key' && isHarmless(value))))),
      { record_delimiter: '\r\n', quoted_match: /^\s|\s$|[\r\n]/ },
    );
  return immediate(write, { start: `${bom ? '\uFEFF' : ''}${columns.map(({ name }) => name).join(',')}\r\n` });
}

const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Many of YouTube's ids begin with a minus. */
function isHarmless(key: DatasetValue): boolean {
  return typeof key === 'string' && /^[\w-]*$/.test(key);
}

function cell(value: DatasetValue, raw: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return !raw && formulaStart.test(text) ? `'${text}` : text;
}
