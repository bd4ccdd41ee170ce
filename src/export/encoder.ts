import type { DatasetColumn, DatasetRow } from '../core/dataset.ts';

export const formats = ['csv', 'ndjson', 'parquet'] as const;

export type Format = (typeof formats)[number];

/** Turns the rows of one file into bytes. */
export interface Encoder {
  /** The bytes that these rows made ready, which may be none yet. */
  encode(rows: readonly DatasetRow[]): Uint8Array;
  /** How much text is held back, in characters. */
  readonly pending: number;
  /** The bytes of what is held back. */
  flush(): Uint8Array;
  /** What comes last in the file; nothing may be encoded after it. */
  end(): Uint8Array;
}

/** Begins a file with these columns. */
export type StartEncoder = (columns: readonly DatasetColumn[]) => Encoder;

/** How CSV is written: with formulas left as they are, with a byte order mark. */
export interface CsvStyle {
  readonly raw: boolean;
  readonly bom: boolean;
}

/** Loads a format, and nothing of the others. */
export async function loadFormat(format: Format, style: CsvStyle): Promise<StartEncoder> {
  if (format === 'ndjson') return (await import('./ndjson.ts')).startNdjson;
  if (format === 'parquet') return (await import('./parquet.ts')).startParquet;
  const { startCsv } = await import('./csv.ts');
  return (columns) => startCsv(columns, style);
}

/** An encoder that holds nothing back. */
export function immediate(encode: (rows: readonly DatasetRow[]) => string, { start = '' } = {}): Encoder {
  let head = start;
  const take = (text: string): Uint8Array => {
    const bytes = Buffer.from(head + text);
    head = '';
    return bytes;
  };
  return { pending: 0, encode: (rows) => take(encode(rows)), flush: () => take(''), end: () => take('') };
}
