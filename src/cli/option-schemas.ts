import * as z from 'zod';
import { categoryIds } from '../core/category.ts';
import { parseDuration } from '../core/duration.ts';
import { type Moment, parseMoment } from '../core/period.ts';
import { nearestRegions, regionCodes, regionName } from '../core/region.ts';
import { isServerAddress } from '../core/vault-address.ts';

/** Durations that somebody may want between two runs, for a shell to offer. */
export const paces = [
  ['1h', 'every hour'],
  ['6h', 'four times a day'],
  ['7h', 'as is usual'],
  ['12h', 'twice a day'],
  ['1d', 'once a day'],
] as const;

/** Ages that somebody may want to keep runs for, for a shell to offer. */
export const ages = [
  ['7d', 'a week'],
  ['30d', "what YouTube's rules allow"],
] as const;

/** A whole number within limits, both included. */
export function wholeNumber(min: number, max: number) {
  const upTo = max === Number.MAX_SAFE_INTEGER ? 'up' : `to ${max}`;
  return z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, `expected a whole number from ${min} ${upTo}`)
    .transform(Number);
}

/** Milliseconds, given as `500ms`, `10s`, `5m`, `7h` or `30d`; limits as they are written. */
export function duration(min: string, max: string) {
  const within = (ms: number | undefined): ms is number => ms !== undefined && ms >= toMs(min) && ms <= toMs(max);
  return z
    .string()
    .refine((text) => within(parseDuration(text)), `expected a duration from ${min} to ${max}, such as 500ms, 10s, 5m, 7h or 30d`)
    .transform(toMs);
}

function toMs(text: string): number {
  return parseDuration(text) ?? Number.NaN;
}

/** Regions in the order given, each once; `all` stands for every one. */
export function regionList() {
  return z.string().transform((text, context): readonly string[] => {
    const codes = splitList(text.toUpperCase());
    if (codes.includes('ALL')) return regionCodes;
    const unknown = codes.filter((code) => !regionCodes.includes(code));
    for (const code of unknown) context.addIssue(`${code} is no region with a chart; did you mean ${suggest(code)}?`);
    if (codes.length === 0 || unknown.length > 0) context.addIssue('expected codes such as US,GB,PL, or all');
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
  return z.string().transform((text, context): readonly number[] => {
    const ids = splitList(text).map((id) => (/^\d+$/.test(id) ? Number(id) : Number.NaN));
    const allowed = ids.length > 0 && ids.every((id) => categoryIds.includes(id));
    if (!allowed) context.addIssue(`expected ids out of ${categoryIds.join(', ')}`);
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
  return z.string().refine(isOrigin, 'expected https:// or http://, a host, and nothing after it but a port');
}

/** The path of a file, or the address of a database. What looks like an address and is none would become a file of that name. */
export function vaultAddress() {
  const isMeantAsPath = (text: string): boolean => !/^postgres\w*(:|\/\/)|^\w[\w+.-]+:\/\//i.test(text);
  const expected = 'expected the path of a file, or postgres://user:password@host:5432/database, where a password has %40 for @, %2F for /';
  return vaultText().refine((text) => isMeantAsPath(text) || isSoundAddress(text), expected);
}

/** The path of a vault that is a file. */
export function vaultPath() {
  return vaultText().refine((text) => !/^\w[\w+.-]+:\/\//.test(text), 'expected the path of a file, not the address of a server');
}

function vaultText() {
  return z
    .string()
    .trim()
    .refine((text) => text !== '', 'expected the path of a file');
}

/** A `/`, `?` or `#` in a password that is not written as `%2F` and its like ends the host's name early, and leaves an `@` in what follows. */
function isSoundAddress(text: string): boolean {
  return isServerAddress(text) && URL.canParse(text) && !/^\w+:\/\/[^/?#]*[/?#].*@/s.test(text) && !text.includes('#');
}

/** The path of a file or folder. */
export function filePath() {
  return z.string().refine((text) => text.trim() !== '' && !text.includes('\0'), 'expected a path');
}

/** The address that pings go to; what comes after a `#` would never be sent. */
export function pingAddress() {
  const isAddress = (text: string): boolean => /^https?:\/\/[^\s#@]+$/i.test(text) && URL.canParse(text);
  return z.string().refine(isAddress, 'expected an address that begins with https:// or http://, without a user, a password or a #');
}

/** A moment as `7d`, `2026-11-01` or `2026-11-01T12:00:00Z`. */
export function moment() {
  return z.string().transform((text, context): Moment => {
    const read = parseMoment(text.trim());
    if (read) return read;
    context.addIssue('expected an age such as 7d, a day such as 2026-11-01, or a time such as 2026-11-01T12:00:00Z');
    return z.NEVER;
  });
}

/** The id of a video, also out of the addresses that people copy. */
export function videoId() {
  return z
    .string()
    .transform(
      (text) => /^https?:\/\/\S*?(?:youtu\.be\/|[?&]v=|\/(?:shorts|live|embed)\/)([\w-]{11})/.exec(text.trim())?.[1] ?? text.trim(),
    )
    .refine((id) => /^[!-~]{1,64}$/.test(id) && !id.includes('/'), "expected a video's id such as dQw4w9WgXcQ, or its address");
}
