import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { VaultError } from '../core/errors.ts';

/** An answer with its body read to the end and decoded. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** More than 20 times the largest page: whoever sends more has no chart for us. */
const maxBodyBytes = 8 * 1024 * 1024;

/**
 * One GET, from connecting to the last byte of its body; `signal` covers all of it, for undici's own body time-out starts anew
 * with every chunk. Never follows a redirect, which would carry the key elsewhere. Rejects with undici's or zlib's error, with
 * the signal's reason, or with VaultError `too-large`.
 */
export async function exchange(
  url: URL,
  { headers, dispatcher, signal }: { headers: Record<string, string>; dispatcher: Dispatcher; signal: AbortSignal },
): Promise<Answer> {
  const {
    statusCode,
    headers: received,
    body,
  } = await unlessAborted(dispatcher.request({ ...target(url), method: 'GET', headers, signal }), signal);
  const header = (name: string): string | undefined => first(received[name]);
  return { status: statusCode, header, text: await readText(body, header('content-encoding')) };
}

/** One POST of a text; gives the status, and reads no more of the answer than it has to. The rest is as for `exchange`. */
export async function post(
  url: URL,
  { body, dispatcher, signal, userAgent }: { body: string; dispatcher: Dispatcher; signal: AbortSignal; userAgent: string },
): Promise<{ readonly status: number }> {
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent };
  const answer = await unlessAborted(dispatcher.request({ ...target(url), method: 'POST', headers, body, signal }), signal);
  answer.body.on('error', () => {}).destroy();
  return { status: answer.statusCode };
}

function target({ origin, pathname, search }: URL): { origin: string; path: string } {
  return { origin, path: `${pathname}${search}` };
}

/** undici does not look at the signal of a request while it connects, nor while a proxy keeps it waiting for a tunnel. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => (stop = () => reject(signal.reason)));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Counts decoded bytes: 200 KB of gzip can unpack to 200 MB. Leaving the loop early destroys the body and its connection. */
async function readText(body: Readable, encoding: string | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Who reads the body gets its error; a body that is thrown away has nobody to tell, and would end the process.
  body.on('error', () => {});
  for await (const chunk of decoded(body, encoding)) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new VaultError('too-large', 'the answer is larger than 8 MiB');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function decoded(body: Readable, encoding: string | undefined): Readable {
  const coding = encoding?.trim().toLowerCase() || 'identity';
  if (coding === 'identity') return body;
  // RFC 9110, 8.4.1.3: x-gzip is gzip.
  if (coding !== 'gzip' && coding !== 'x-gzip') {
    body.destroy();
    throw new VaultError('unreadable', 'the answer is compressed in a way that was not asked for');
  }
  const gunzip = createGunzip();
  body.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => body.destroy());
  return body.pipe(gunzip);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
