import type { Dispatcher } from 'undici';
import { createRedact } from '../core/redact.ts';
import { type Answer, exchange } from './wire.ts';

/** One GET with the key in its header; whatever answers, the key is not in what comes back. */
export type KeyedExchange = (url: URL, signal: AbortSignal) => Promise<Answer>;

/** Prepares the headers that every request of ours carries. */
export function createKeyedExchange({ key, version }: { key: string; version: string }, dispatcher: Dispatcher): KeyedExchange {
  // Google compresses only for a User-Agent that contains "gzip": developers.google.com/youtube/v3/getting-started#gzip
  const headers = { 'x-goog-api-key': key, 'accept-encoding': 'gzip', 'user-agent': `viralvidvault/${version} (gzip)` };
  const redact = createRedact([key]);
  return async (url, signal) => {
    const answer = await exchange(url, { headers, dispatcher, signal });
    // An answer that quotes the key, as a gateway may, must not carry it into a message or a Rejection.
    return { ...answer, text: () => redact(answer.text()) };
  };
}
