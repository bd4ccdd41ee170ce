import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { VaultError } from '../core/errors.ts';
import { unlessAborted } from '../core/unless-aborted.ts';

/** An answer with its body read to the end. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Decodes the body. Throws zlib's error, or VaultError `too-large`. */
  readonly text: () => string;
}

/** More than 20 times the largest page: whoever sends more has no chart for us. */
const maxBodyBytes = 8 * 1024 * 1024;

/**
 * One GET, from connecting to the last byte of its body; `signal` covers all of it: undici's own body time-out starts anew with every
 * chunk, and undici looks at no signal while it connects, nor while a proxy keeps it waiting for a tunnel. Never follows a redirect, which
 * would carry the key elsewhere. Rejects with undici's error, with the signal's reason, or with VaultError `too-large` or `unreadable`.
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
  return { status: statusCode, header, text: await readBody(body, header('content-encoding')) };
}

/** One POST of a JSON document or of a text; gives the status, and reads no more of the answer than it has to. The rest is as for `exchange`. */
export async function post(
  url: URL,
  { body, dispatcher, signal, userAgent }: { body: string; dispatcher: Dispatcher; signal: AbortSignal; userAgent: string },
): Promise<{ readonly status: number }> {
  const headers = { 'content-type': body.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8', 'user-agent': userAgent };
  const answer = await unlessAborted(dispatcher.request({ ...target(url), method: 'POST', headers, body, signal }), signal);
  answer.body.on('error', () => {}).destroy();
  return { status: answer.statusCode };
}

function target({ origin, pathname, search }: URL): { origin: string; path: string } {
  return { origin, path: `${pathname}${search}` };
}

async function readBody(body: Readable, encoding: string | undefined): Promise<Answer['text']> {
  // Who reads the body gets its error; a body that is thrown away has nobody to tell, and would end the process.
  body.on('error', () => {});
  const decode = decoderOf(body, encoding);
  const bytes = await readBytes(body);
  return () => new TextDecoder().decode(decode(bytes));
}

/** Leaving the loop early destroys the body and its connection. */
async function readBytes(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** At once and in this thread, which takes a third of the time that a stream takes. */
function decoderOf(body: Readable, encoding: string | undefined): (bytes: Buffer) => Buffer {
  const coding = encoding?.trim().toLowerCase() || 'identity';
  if (coding === 'identity') return (bytes) => bytes;
  // RFC 9110, 8.4.1.3: x-gzip is gzip.
  if (coding === 'gzip' || coding === 'x-gzip') return unzip;
  body.destroy();
  throw new VaultError('unreadable', 'the answer is compressed in a way that was not asked for');
}

/** 200 KB of gzip can unpack to 200 MB. */
function unzip(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBodyBytes });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : error;
  }
}

function tooLarge(): VaultError {
  return new VaultError('too-large', 'the answer is larger than 8 MiB');
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
