import type { DatasetRow } from '../core/dataset.ts';
import { VaultError } from '../core/errors.ts';
import type { Encoder, Format } from '../export/encoder.ts';
import type { Sink } from '../export/export-file.ts';
import type { Edges, Output } from './edges.ts';
import { plain } from './text.ts';

/** Rows to stdout; a terminal gets lines without anything that could move its cursor, and no Parquet. */
export function openStdoutSink({ stdout }: Pick<Edges, 'stdout'>, format: Format, encoder: Encoder): Sink {
  if (stdout.isTTY && format === 'parquet')
    throw new VaultError('usage', 'Parquet is not for a terminal; name a file with --out, or send it into another program');
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length > 0 && stdout.write(stdout.isTTY ? legible(bytes) : bytes) === false) await drained(stdout);
  };
  return {
    write: async (rows: readonly DatasetRow[]) => write(encoder.encode(rows)),
    async finish() {
      await write(encoder.end());
      return { files: 0, bytes: 0 };
    },
    abandon() {},
  };
}

/** A slow reader is waited for, one that went away is not. */
async function drained(stdout: Output): Promise<void> {
  if (stdout.once === undefined || stdout.errored) return;
  await new Promise<void>((resolve) => {
    for (const event of ['drain', 'error', 'close'] as const) stdout.once?.(event, resolve);
  });
}

function legible(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().split(/\r?\n/).map(plain).join('\n');
}
