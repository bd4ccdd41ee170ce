import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from '../../../src/demo/server.ts';
import { apiError } from '../../support/source.ts';
import type { DrivenClock } from './driven-clock.ts';

const json = { 'content-type': 'application/json' };
const page = '{"kind":"youtube#videoListResponse","items":[]}';
const html = '<!DOCTYPE html><title>502 Bad Gateway</title>';

/** Each way in which a server may fail that another attempt may mend, by name. */
export function failingAnswers(clock: Pick<DrivenClock, 'keepSilent' | 'now'>): Readonly<Record<string, Answer>> {
  return { ...statuses, ...tooFast, ...brokenConnections, ...unreadableBodies, ...silences(clock) };
}

const statuses: Readonly<Record<string, Answer>> = {
  'request time-out (408)': { status: 408 },
  'server error (500)': apiError(500, 'backendError'),
  'server error without a body (500)': { status: 500 },
  'server error in HTML (502)': { status: 502, body: html },
  'unavailable (503)': apiError(503, 'backendError'),
  'unavailable for a while (503)': apiError(503, 'backendError', { 'retry-after': '2' }),
  'gateway time-out (504)': { status: 504 },
  'a quota that no server error has (500)': apiError(500, 'quotaExceeded'),
};

const tooFast: Readonly<Record<string, Answer>> = {
  'too fast without a header (429)': apiError(429, 'rateLimitExceeded'),
  'too fast without a body (429)': { status: 429 },
  'too fast for no time (429)': apiError(429, 'rateLimitExceeded', { 'retry-after': '0' }),
  'too fast until long ago (429)': apiError(429, 'rateLimitExceeded', { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }),
  'too fast until nobody knows (429)': apiError(429, 'rateLimitExceeded', { 'retry-after': 'soon' }),
  'too fast for two seconds (429)': apiError(429, 'rateLimitExceeded', { 'retry-after': '2' }),
  'too fast (403)': apiError(403, 'userRateLimitExceeded'),
};

const raw = (act: (response: ServerResponse) => void): Answer => ({ raw: act });

const brokenConnections: Readonly<Record<string, Answer>> = {
  'a reset': raw((response) => response.socket?.resetAndDestroy()),
  'a connection closed': raw((response) => response.destroy()),
  'no HTTP': raw((response) => response.socket?.end('+OK hello\r\n')),
  'headers cut short': raw((response) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Le')),
  'a body cut short': raw((response) => response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n${page}`)),
  'a body reset': raw((response) => {
    response.writeHead(200, json).write('{"items":[');
    response.socket?.resetAndDestroy();
  }),
  'a chunk of no size': raw((response) => response.socket?.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n')),
};

const unreadableBodies: Readonly<Record<string, Answer>> = {
  'no body': { status: 200 },
  'a page of HTML': { body: html },
  'half a page': { headers: json, body: page.slice(0, -9) },
  'JSON that is no page': { headers: json, body: '{}' },
  null: { headers: json, body: 'null' },
  'no gzip though it says so': { headers: { ...json, 'content-encoding': 'gzip' }, body: page },
  'half a gzip': { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(page).subarray(0, 30) },
};

function silences({ keepSilent }: Pick<DrivenClock, 'keepSilent'>): Readonly<Record<string, Answer>> {
  return {
    silence: raw(keepSilent),
    'silence after half a page': raw((response) => {
      response.writeHead(200, json).write(page.slice(0, -9));
      keepSilent(response);
    }),
  };
}
