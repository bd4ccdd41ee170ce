import { parse } from 'csv-parse/sync';
import { array, assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetRow } from '../../src/core/dataset.ts';
import { startCsv } from '../../src/export/csv.ts';

const columns = (['a', 'b'] as const).map((name) => ({ name, type: 'text' }) as const);

/** A file with these rows, as text. */
function write(rows: readonly DatasetRow[], style: { raw?: boolean; bom?: boolean } = {}): string {
  const csv = startCsv(columns, { raw: false, bom: false, ...style });
  return Buffer.concat([csv.encode(rows), csv.end()]).toString();
}

describe('CSV', () => {
  test('is what RFC 4180 says: CRLF at the end of each line, quotes where a cell needs them and doubled in it', () => {
    const rows = [
      ['plain', 'comma, here'],
      ['"quoted"', 'two\nlines'],
      [' edges ', ''],
    ];
    expect(write(rows)).toBe('a,b\r\nplain,"comma, here"\r\n"""quoted""","two\nlines"\r\n" edges ",\r\n');
  });

  test('has an empty cell for null, True and False for booleans, and JSON for a list', () => {
    expect(
      write([
        [null, 0],
        [true, false],
        [['x', 'ł"'], 2 ** 53 - 1],
      ]),
    ).toBe('a,b\r\n,0\r\nTrue,False\r\n"[""x"",""ł\\""""]",9007199254740991\r\n');
  });

  test('has its names in the first line also where no row follows', () => {
    expect(write([])).toBe('a,b\r\n');
  });

  test('begins with a byte order mark, once, when asked', () => {
    const csv = startCsv(columns, { raw: false, bom: true });
    const parts = [csv.encode([['1', '2']]), csv.encode([['3', '4']]), csv.end()];
    expect(Buffer.concat(parts).toString()).toBe('\uFEFFa,b\r\n1,2\r\n3,4\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    'puts an apostrophe before %j, unless raw',
    (text) => {
      const cells = (raw: boolean): unknown => parse(write([[text, 'x']], { raw }), { from: 2 });
      expect(cells(false)).toEqual([[`'${text}`, 'x']]);
      expect(cells(true)).toEqual([[text, 'x']]);
    },
  );

  test('leaves a key as it is that begins with a minus, for rows are joined by it; but not one that could be a formula', () => {
    const csv = startCsv([{ name: 'id', type: 'key' }], { raw: false, bom: false });
    const text = Buffer.concat([csv.encode([['-dII8FxKeuN'], ['-1+cmd|x'], ['=1']]), csv.end()]).toString();
    expect(text).toBe("id\r\n-dII8FxKeuN\r\n'-1+cmd|x\r\n'=1\r\n");
  });

  test.each(['a=1', ' =1', "'quoted", '#', '1-1', ''])('leaves %j as it is', (text) => {
    expect(parse(write([[text, 'x']]), { from: 2 })).toEqual([[text, 'x']]);
  });

  test('gives any text back to whoever reads it by the rules', () => {
    const rows = array(array(string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { maxLength: 8 });
    assert(
      property(rows, (given) => {
        expect(parse(write(given, { raw: true }), { record_delimiter: '\r\n', from: 2 })).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });
});
