import { writeFileSync } from 'node:fs';
import { array, assert, asyncProperty, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnType, DatasetRow } from '../../src/core/dataset.ts';
import { startParquet } from '../../src/export/parquet.ts';
import { temporaryPath } from '../sqlite/temporary-vault.ts';
import { queryDuckDb } from '../support/duckdb.ts';

const types: readonly ColumnType[] = ['text', 'integer', 'time', 'boolean', 'list'];
const columns = types.map((type) => ({ name: type, type }));
const full: DatasetRow = ['Łódź 東京 👩‍👩‍👧‍👦', 2 ** 53 - 1, '2026-11-23T18:53:00.123Z', true, ['one', '', 'ł']];
const empty: DatasetRow = [null, null, null, null, null];

/** What DuckDB reads out of a file with these rows. */
async function readBack(rows: readonly DatasetRow[], sql = 'SELECT *'): Promise<Record<string, unknown>[]> {
  const path = await temporaryPath('rows.parquet');
  const parquet = startParquet(columns);
  writeFileSync(path, Buffer.concat([parquet.encode(rows), parquet.end()]));
  return queryDuckDb(`${sql} FROM '${path}'`);
}

describe('Parquet', () => {
  test('has real types', async () => {
    const [types] = await readBack([full], `SELECT ${columns.map(({ name }) => `typeof("${name}") AS "${name}"`).join()}`);
    expect(types).toEqual({ text: 'VARCHAR', integer: 'BIGINT', time: 'TIMESTAMP WITH TIME ZONE', boolean: 'BOOLEAN', list: 'VARCHAR[]' });
  });

  test('holds values to the last digit, and null as null', async () => {
    expect(await readBack([full, empty, full])).toEqual([
      { text: full[0], integer: '9007199254740991', time: '2026-11-23 18:53:00.123+00', boolean: true, list: ['one', '', 'ł'] },
      { text: null, integer: null, time: null, boolean: null, list: null },
      expect.objectContaining({ text: full[0] }),
    ]);
  });

  test('without rows has its columns all the same', async () => {
    expect(await readBack([])).toEqual([]);
    expect(await readBack([], 'SELECT count(*) AS n, max("integer") AS most')).toEqual([{ n: '0', most: null }]);
  });

  test('is compressed with GZIP', async () => {
    const path = await temporaryPath('rows.parquet');
    const parquet = startParquet(columns);
    writeFileSync(path, Buffer.concat([parquet.encode(Array.from({ length: 1000 }, () => full)), parquet.end()]));
    const chunks = await queryDuckDb(`SELECT DISTINCT compression FROM parquet_metadata('${path}')`);
    expect(chunks).toEqual([{ compression: 'GZIP' }]);
  });

  test('gives any text back', async () => {
    const texts = array(string({ unit: 'binary' }), { minLength: 1, maxLength: 30 });
    await assert(
      asyncProperty(texts, async (given) => {
        const rows = await readBack(
          given.map((text) => [text, null, null, null, [text]]),
          'SELECT text, list',
        );
        expect(rows).toEqual(given.map((text) => ({ text, list: [text] })));
      }),
      { numRuns: 30 },
    );
  });

  test('lets rows go as they come, in groups, however many there are', () => {
    const parquet = startParquet(columns);
    const long: DatasetRow = ['x'.repeat(5000), 1, null, null, null];
    let written = 0;
    for (let batch = 0; batch < 40; batch += 1) {
      written += parquet.encode(Array.from({ length: 200 }, () => long)).length;
      expect(parquet.pending).toBeLessThan(3_000_000);
    }
    expect(written).toBeGreaterThan(0);
  });

  test('keeps all groups readable', async () => {
    const path = await temporaryPath('rows.parquet');
    const parquet = startParquet(columns);
    const parts = [];
    for (let batch = 0; batch < 300; batch += 1)
      parts.push(parquet.encode(Array.from({ length: 200 }, (_, row): DatasetRow => [`${batch}`, batch * 200 + row, null, null, null])));
    parts.push(parquet.flush(), parquet.end());
    writeFileSync(path, Buffer.concat(parts));
    expect(await queryDuckDb(`SELECT count(*) AS n, sum(integer) AS sum, count(DISTINCT text) AS texts FROM '${path}'`)).toEqual([
      { n: '60000', sum: String((60_000 * 59_999) / 2), texts: '300' },
    ]);
    const groups = await queryDuckDb(`SELECT count(DISTINCT row_group_id) AS n FROM parquet_metadata('${path}')`);
    expect(Number(groups[0]?.['n'])).toBeGreaterThan(1);
  });
});
