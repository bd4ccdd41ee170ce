import type { DatasetColumn } from '../core/dataset.ts';
import { type Encoder, immediate } from './encoder.ts';

/** One JSON object a line, in UTF-8, with the names of the columns. */
export function startNdjson(columns: readonly DatasetColumn[]): Encoder {
  const names = columns.map(({ name }) => name);
  return immediate((rows) =>
    rows.map((row) => `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, row[index]])))}\n`).join(''),
  );
}
