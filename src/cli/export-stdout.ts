import type { DatasetRow } from '../core/dataset.ts';
import { VaultError } from '../core/errors.ts';
import type { Encoder, Format } from '../export/encoder.ts';
import type { Sink } from '../export/export-file.ts';
import type { Edges } from './edges.ts';
import { plain } from '../text/plain.ts';

/**
 * Rows to stdout; a terminal gets lines without anything that could move its cursor, and no Parquet. A slow reader is waited for, but not
 * one that went away, nor by who is told to end.
 */
export function openStdoutSink({ stdout, interruption }: Pick<Edges, 'stdout' | 'interruption'>, format: Format, encoder: Encoder): Sink {
  if (stdout.isTTY && format === 'parquet')
    throw new VaultError('usage', 'Parquet is not for a terminal; name a file with --out, or send it into another program');
  let isOver = false;
  let goOn = (): void => {};
  const end = (): void => {
    isOver = true;
    goOn();
  };
  for (const event of ['error', 'close'] as const) stdout.once?.(event, end);
  interruption.addEventListener('abort', end, { once: true });
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (isOver || bytes.length === 0) return;
    const hasRoom = stdout.write(stdout.isTTY ? legible(bytes) : bytes) !== false;
    if (hasRoom || isOver || stdout.once === undefined) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
      stdout.once?.('drain', resolve);
    });
  };
  return {
    write: async (rows: readonly DatasetRow[]) => write(encoder.encode(rows)),
    async finish() {
      await write(encoder.end());
      return undefined;
    },
    abandon() {},
    isOver: () => isOver,
  };
}

function legible(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().split(/\r?\n/).map(plain).join('\n');
}
