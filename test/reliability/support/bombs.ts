import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Answer } from '../../../src/demo/server.ts';

const mebibyte = 1024 * 1024;

/** What a bomb unpacks to. */
const bombBytes = 200 * mebibyte;

/** A gzip body of some 200 KB that unpacks to 200 MiB of spaces, which JSON allows before a page. */
export async function packBomb(): Promise<Buffer> {
  const spaces = Buffer.alloc(mebibyte, ' ');
  const pieces = Array.from({ length: bombBytes / mebibyte }, () => spaces);
  return buffer(Readable.from(pieces).pipe(createGzip({ level: 9 })));
}

/** A body of pieces without end, as fast as the client reads them, or one each so many milliseconds. */
export function endlessly(piece: Buffer, { headers = {}, everyMs }: { headers?: Record<string, string>; everyMs?: number } = {}): Answer {
  return { raw: (response) => void pour(response.writeHead(200, headers), piece, everyMs) };
}

async function pour(response: ServerResponse, piece: Buffer, everyMs: number | undefined): Promise<void> {
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  response.on('error', () => {});
  while (!closed.signal.aborted) {
    const more = response.write(piece);
    if (everyMs !== undefined) await delay(everyMs);
    else if (!more) await once(response, 'drain', closed).catch(() => {});
  }
}
