import * as z from 'zod/mini';
import { categoryIds } from '../core/category.ts';
import { parseDuration } from '../core/duration.ts';
import { type Moment, parseMoment } from '../core/period.ts';
import { nearestRegions, regionCodes, regionName } from '../core/region.ts';
import { isServerAddress } from '../core/vault-address.ts';

/** Ends with a message what cannot be read. */
type Reject = (message: string) => never;

/** What stands in a text, or why that cannot be told. One step each, for every part of a schema takes time to make. */
function read<Value>(readText: (text: string, reject: Reject) => Value) {
  return z.transform((input: string, { issues }) =>
    readText(input, (message) => {
      issues.push({ code: 'custom', message, input });
      return z.NEVER;
    }),
  );
}

/** A text of which something must be true. */
function soundText(isSound: (text: string) => boolean, expected: string) {
  return read((given, reject) => (isSound(given) ? given : reject(expected)));
}

/** What need not be given. */
export const optional = z.optional;

/** Any text at all. */
export function anyText() {
  return read((given) => given);
}

/** A flag that is given or not. */
export function flag() {
  return z.transform((input: boolean | undefined) => input === true);
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return read((given, reject) => words.find((word) => word === given) ?? reject(`expected ${listWords(words)}`));
}

/** A whole number within limits, both included. */
export function wholeNumber(min: number, max: number) {
  const upTo = max === Number.MAX_SAFE_INTEGER ? 'up' : `to ${max}`;
  return read((given, reject) => {
    const isWithin = /^\d+$/.test(given) && Number(given) >= min && Number(given) <= max;
    return isWithin ? Number(given) : reject(`expected a whole number from ${min} ${upTo}`);
  });
}

/** Milliseconds, given as `500ms`, `10s`, `5m`, `7h` or `30d`; limits as they are written. */
export function duration(min: string, max: string) {
  return read(durationWithin(min, max));
}

/** Milliseconds, of whole minutes. */
export function wholeMinutes(min: string, max: string) {
  const isWhole = z.refine<number>((ms) => ms % 60_000 === 0, 'expected whole minutes, such as 90m or 7h');
  return z.pipe(duration(min, max), z.number().check(isWhole));
}

/** Milliseconds, `usual` for a flag without a value. */
export function durationOr(usual: string, min: string, max: string) {
  const withValue = durationWithin(min, max);
  return z.pipe(
    z.transform((input: string | true) => (input === true ? usual : input)),
    read(withValue),
  );
}

function durationWithin(min: string, max: string) {
  const isWithin = (ms: number): boolean => ms >= toMs(min) && ms <= toMs(max);
  return (given: string, reject: Reject): number => {
    const ms = toMs(given);
    if (isWithin(ms)) return ms;
    const allowed = ['500ms', '10s', '5m', '7h', '30d'].filter((example) => isWithin(toMs(example)));
    return reject(`expected a duration from ${min} to ${max}, such as ${listWords(allowed)}`);
  };
}

/** `a, b or c`. */
function listWords(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
}

function toMs(text: string): number {
  return parseDuration(text) ?? Number.NaN;
}

/** Regions in the order given, each once; `all` stands for every one. */
export function regionList() {
  return read((text, reject): readonly string[] => {
    const codes = splitList(text.toUpperCase());
    if (codes.includes('ALL')) return regionCodes;
    const unknown = codes.filter((code) => !regionCodes.includes(code));
    for (const code of unknown) reject(`${code} is no region with a chart; did you mean ${suggest(code)}?`);
    if (codes.length === 0 || unknown.length > 0) reject('expected codes such as US,GB,PL, or all');
    return codes;
  });
}

function suggest(code: string): string {
  return nearestRegions(code)
    .map((near) => `${near} (${regionName(near)})`)
    .join(', ');
}

/** YouTube's category ids, each once. */
export function categoryList() {
  return read((text, reject): readonly number[] => {
    const ids = splitList(text).map((id) => (/^\d+$/.test(id) ? Number(id) : Number.NaN));
    const allowed = ids.length > 0 && ids.every((id) => categoryIds.includes(id));
    if (!allowed) reject(`expected ids out of ${categoryIds.join(', ')}`);
    return [...new Set(ids)];
  });
}

/** `"PL, NL"` and `PL,NL,PL` are the same list. */
function splitList(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
}

/** The API's path follows, so that one of its own would be lost, and so would a password. */
export function origin() {
  const isOrigin = (text: string): boolean => /^https?:\/\/[^/?#@]+\/?$/i.test(text) && URL.canParse(text);
  return soundText(isOrigin, 'expected https:// or http://, a host, and nothing after it but a port');
}

/** The path of a file, or the address of a database. What looks like an address and is none would become a file of that name. */
export function vaultAddress() {
  const isMeantAsPath = (db: string): boolean => !/^postgres\w*(:|\/\/)|^\w[\w+.-]+:\/\//i.test(db);
  const expected = 'expected the path of a file, or postgres://user:password@host:5432/database, where a password has %40 for @, %2F for /';
  return vaultText((db) => isMeantAsPath(db) || isSoundAddress(db), expected);
}

/** The path of a vault that is a file. */
export function vaultPath() {
  return vaultText((db) => !/^\w[\w+.-]+:\/\//.test(db), 'expected the path of a file, not the address of a server');
}

function vaultText(isSound: (db: string) => boolean, expected: string) {
  return read((given, reject) => {
    const db = given.trim();
    if (db === '') return reject('expected the path of a file');
    return isSound(db) ? db : reject(expected);
  });
}

/** A `/`, `?` or `#` in a password that is not written as `%2F` and its like ends the host's name early, and leaves an `@` in what follows. */
function isSoundAddress(text: string): boolean {
  return isServerAddress(text) && URL.canParse(text) && !/^\w+:\/\/[^/?#]*[/?#].*@/s.test(text) && !text.includes('#');
}

/** The path of a file or folder. */
export function filePath() {
  return soundText((path) => path.trim() !== '' && !path.includes('\0'), 'expected a path');
}

/** The address that pings go to; what comes after a `#` would never be sent. */
export function pingAddress() {
  const isAddress = (text: string): boolean => /^https?:\/\/[^\s#@]+$/i.test(text) && URL.canParse(text);
  return soundText(isAddress, 'expected an address that begins with https:// or http://, without a user, a password or a #');
}

/** A moment as `7d`, `2026-11-01` or `2026-11-01T12:00:00Z`. */
export function moment() {
  const expected = 'expected an age such as 7d, a day such as 2026-11-01, or a time such as 2026-11-01T12:00:00Z';
  return read((given, reject): Moment => parseMoment(given.trim()) ?? reject(expected));
}

/** The id of a video, also out of the addresses that people copy. */
export function videoId() {
  const inAddress = /^https?:\/\/\S*?(?:youtu\.be\/|[?&]v=|\/(?:shorts|live|embed)\/)([\w-]{11})/;
  return read((given, reject) => {
    const id = inAddress.exec(given.trim())?.[1] ?? given.trim();
    const isId = /^[!-~]{1,64}$/.test(id) && !id.includes('/');
    return isId ? id : reject("expected a video's id such as dQw4w9WgXcQ, or its address");
  });
}

/** A language as `pl` or `pt-BR`. */
export function languageTag() {
  return soundText((tag) => /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(tag), 'expected a language such as pl or pt-BR');
}

/** What goes into a header, and into a redacting pattern. */
export function apiKey() {
  const expected = 'expected one word of printable ASCII without backslashes, as the Google Cloud console shows it';
  return soundText((key) => /^[!-[\]-~]+$/.test(key), expected);
}

/** By what an export is parted. */
export function partitionKeys() {
  return read((given, reject): readonly ('date' | 'region')[] => {
    if (given === 'date') return ['date'];
    return given === 'date,region' ? ['date', 'region'] : reject('expected date or date,region');
  });
}
