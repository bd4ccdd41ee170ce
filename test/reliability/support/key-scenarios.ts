import type { Answer, ReceivedRequest } from '../../../src/demo/server.ts';
import { apiItem } from '../../support/items.ts';
import { page } from '../../support/source.ts';

/** The key that must appear nowhere: of the length and the alphabet of Google's, and worth nothing. */
export const key = 'AIzaSyB-l0_k7Qw3Zt9XvR2mNc5UeHy8PfGdJ4o';

/** A situation in which a key could get out. */
export interface KeyScenario {
  readonly title: string;
  readonly args?: readonly string[];
  /** Beside the address of the API and, unless it is in `.env`, the key. */
  readonly env?: Readonly<Record<string, string>>;
  readonly envFile?: string;
  /** Where the scenario hangs on it. */
  readonly exitCode?: number;
  readonly answer?: (request: ReceivedRequest) => Answer;
}

const hexes = Array.from(key, (character) => character.charCodeAt(0).toString(16));

/** What a gateway, a proxy or a debugging aid may make of the key in an answer. */
const forms = {
  plain: key,
  'URL-encoded': hexes.map((hex) => `%${hex}`).join(''),
  'partly URL-encoded': key.replaceAll('-', '%2D').replaceAll('_', '%5F'),
  'escaped in JSON': hexes.map((hex) => String.raw`\u00${hex}`).join(''),
  'URL-encoded and then escaped in JSON': hexes.map((hex) => String.raw`\u0025${hex}`).join(''),
  base64: Buffer.from(key).toString('base64'),
  'base64 of a header': Buffer.from(`x-goog-api-key: ${key}\r\n`).toString('base64'),
  'base64url of a URL': Buffer.from(`/youtube/v3/videos?key=${key}&part=id`).toString('base64url'),
};

const quoted = Object.entries(forms).flatMap(([form, text]): KeyScenario[] => [
  { title: `a 400 that quotes it, ${form}`, answer: () => json(400, `{"error":{"code":400,"message":"Bad: ${text} is bad."}}`) },
  { title: `a title that holds it, ${form}`, answer: () => json(200, JSON.stringify(pageOf({ title: '@' })).replace('@', text)) },
]);

const errors = [401, 403, 404, 429, 500, 503].map((status): KeyScenario => {
  const error = { code: status, message: `Key ${key}`, status: key, errors: [{ reason: key, message: key, domain: key }] };
  return { title: `a ${status} full of it`, answer: () => ({ status, headers: { 'retry-after': '999' }, body: { error } }) };
});

/** A hook that breaks the program in the middle of a run with an error that names the key. */
const breaking = `data:text/javascript,${encodeURIComponent(`
  const { stringify } = JSON;
  JSON.stringify = (value, ...more) => {
    if (value?.run) throw new Error('broken by ' + process.env.YOUTUBE_API_KEY);
    return stringify(value, ...more);
  };
`)}`;

const others: readonly KeyScenario[] = [
  {
    title: 'a message with markup in the middle of it',
    answer: () => json(400, `{"error":{"message":"${key.slice(0, 9)}<b></b>${key.slice(9)}"}}`),
  },
  { title: 'an answer that is HTML', answer: () => ({ status: 502, body: `<html><a href="/?key=${key}">${key}</a></html>` }) },
  { title: 'an error that is a string', answer: () => json(400, `{"error":"no such key: ${key}"}`) },
  { title: 'a page that is none', answer: () => json(200, `{"key":"${key}"}`) },
  { title: 'a redirect to it', answer: () => ({ status: 302, headers: { location: `http://127.0.0.1:9/?key=${key}` } }) },
  { title: 'an item that cannot be read', answer: () => ({ body: { items: [{ ...apiItem('a'), snippet: key, [key]: key }] } }) },
  { title: 'a page token', answer: ({ region }) => page(region, { size: 50, next: key }), args: ['fetch', '--max-results', '200'] },
  { title: 'a description and tags', answer: () => ({ body: pageOf({ description: `x${key}x`, tags: [key] }) }) },
  { title: 'debug logs', args: ['fetch', '--log-level', 'debug'] },
  { title: 'a plan', args: ['fetch', '--dry-run', '--json'] },
  {
    title: 'a server that is not there',
    env: { VAULT_API_URL: 'http://127.0.0.1:9' },
    args: ['fetch', '--regions', 'PL', '--deadline', '1s'],
  },
  { title: 'a proxy that is none', env: { HTTP_PROXY: `socks5://${key}@127.0.0.1:9` } },
  { title: 'a proxy that is not there', env: { HTTP_PROXY: `http://${key}@127.0.0.1:9` }, args: ['fetch', '--deadline', '1s'] },
  { title: 'an address with it', env: { VAULT_API_URL: `http://127.0.0.1/${key}` } },
  { title: 'a wrong region', args: ['fetch', '--regions', key] },
  { title: 'a wrong region in the environment', args: ['fetch'], env: { VAULT_REGIONS: `PL,${key}` } },
  { title: 'a flag that there is not', args: ['fetch', `--api-key=${key}`] },
  { title: 'a word too many', args: ['fetch', key] },
  { title: 'a key with a line break', env: { YOUTUBE_API_KEY: `${key}\n` } },
  { title: 'a key between curly quotes', env: { YOUTUBE_API_KEY: `“${key}”` }, exitCode: 64 },
  { title: 'a key of two words', env: { YOUTUBE_API_KEY: `key ${key}` } },
  { title: 'a key in .env', envFile: `YOUTUBE_API_KEY="${key}"`, args: ['fetch', '--regions', key] },
  { title: 'a bug', env: { NODE_OPTIONS: `--import=${breaking}` }, args: ['fetch', '--json'], exitCode: 70 },
];

/** All of them: those in which an answer quotes the key, those in which an error does, and the rest. */
export const keyScenarios: readonly KeyScenario[] = [...quoted, ...errors, ...others];

function json(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body };
}

function pageOf(snippet: object): object {
  return { kind: 'youtube#videoListResponse', items: [apiItem('a', { snippet }), apiItem('b')] };
}
