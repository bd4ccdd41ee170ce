import { gzipSync } from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, DatasetColumn, DatasetRow, DatasetValue } from '../core/dataset.ts';
import type { Encoder } from './encoder.ts';

type Storage = Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>;
type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** What a row group may hold: readers skip whole groups, and this program keeps one in memory. */
const mostRows = 20_000;
const mostCharacters = 2_000_000;

/** Parquet with GZIP: texts as STRING, numbers as INT64, times as TIMESTAMP (ms, UTC), lists as LIST of STRING. */
export function startParquet(columns: readonly DatasetColumn[]): Encoder {
  const bytes = new ByteWriter();
  const schema = [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(elementsOf)];
  const writer = new ParquetWriter({
    writer: bytes,
    schema,
    codec: 'GZIP',
    compressors: { GZIP: (input) => gzipSync(input) },
    createdBy: 'vault',
  });
  let rows: DatasetRow[] = [];
  let characters = 0;
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    // `offset`, which the footer tells of, goes on.
    bytes.index = 0;
    return taken;
  };
  const flush = (): Uint8Array => {
    if (rows.length > 0) {
      const columnData = columns.map(({ name, type }, index) => ({
        name,
        data: rows.map((row) => valueAs[type](row[index] ?? null)),
        statistics: isOrdered(type),
        offsetIndex: false,
      }));
      void writer.write({ columnData, rowGroupSize: rows.length });
    }
    rows = [];
    characters = 0;
    return take();
  };
  return {
    get pending() {
      return characters;
    },
    encode(more) {
      rows.push(...more);
      for (const row of more) characters += lengthOf(row);
      return rows.length >= mostRows || characters >= mostCharacters ? flush() : new Uint8Array();
    },
    flush,
    end() {
      const last = flush();
      void writer.finish();
      return Buffer.concat([last, take()]);
    },
  };
}

/** By which readers pass over groups. The least and the greatest of texts help nobody, and would be held in memory until the end. */
function isOrdered(type: ColumnType): boolean {
  return type === 'integer' || type === 'time';
}

function elementsOf({ name, type }: DatasetColumn): SchemaElement[] {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...storage[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...string },
  ];
}

const string: Storage = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };

const storage: Record<Exclude<ColumnType, 'list'>, Storage> = {
  text: string,
  key: string,
  integer: { type: 'INT64' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
  boolean: { type: 'BOOLEAN' },
};

const unchanged = (value: DatasetValue): unknown => value;

const valueAs: Record<ColumnType, (value: DatasetValue) => unknown> = {
  text: unchanged,
  key: unchanged,
  boolean: unchanged,
  list: unchanged,
  integer: (value) => (typeof value === 'number' ? BigInt(value) : null),
  // A text that is no time has no place in such a column.
  time: (value) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null),
};

function lengthOf(row: DatasetRow): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : Array.isArray(value) ? value.join().length : 8),
    0,
  );
}
