import * as z from 'zod';
import { categoryIds } from '../core/category.ts';
import { parseDuration } from '../core/duration.ts';
import { defaultRegions, nearestRegions, regionCodes, regionName } from '../core/region.ts';

/** How an option is given and explained. Its schema holds its type, its limits and its message. */
export interface OptionInfo {
  /** As commander reads it: `--max-results <n>`. None for what only the environment sets. */
  readonly flag?: string;
  readonly variable?: string;
  /** As somebody would type it. */
  readonly default?: string;
  readonly help: string;
  /** Never printed, not even in an error. */
  readonly secret?: boolean;
}

/** The flag, variable, default and help of each schema in `options`. */
export const optionInfo = z.registry<OptionInfo>();

/** Every option of every command, declared here and nowhere else. Durations come out in ms. */
export const options = {
  regions: regionList().register(optionInfo, {
    flag: '--regions <codes>',
    variable: 'VAULT_REGIONS',
    default: defaultRegions.join(','),
    help: 'regions to fetch, as ISO codes such as PL,NL, or all',
  }),
  categories: categoryList().register(optionInfo, {
    flag: '--categories <ids>',
    variable: 'VAULT_CATEGORIES',
    default: '0',
    help: "YouTube's category ids, each a chart of its own; 0 is the chart of all",
  }),
  maxResults: wholeNumber(1, 200).register(optionInfo, {
    flag: '--max-results <n>',
    variable: 'VAULT_MAX_RESULTS',
    default: '25',
    help: 'videos of each chart, 1 to 200; every 50 cost one unit of quota',
  }),
  concurrency: wholeNumber(1, 50).register(optionInfo, {
    flag: '--concurrency <n>',
    variable: 'VAULT_CONCURRENCY',
    default: '3',
    help: 'requests at a time',
  }),
  timeout: duration('100ms', '10m').register(optionInfo, {
    flag: '--timeout <duration>',
    variable: 'VAULT_TIMEOUT',
    default: '10s',
    help: 'for one attempt, its whole answer included',
  }),
  deadline: duration('1s', '1d').register(optionInfo, {
    flag: '--deadline <duration>',
    variable: 'VAULT_DEADLINE',
    default: '10m',
    help: 'for the whole run; what arrived by then is stored',
  }),
  maxWait: duration('1s', '1d').register(optionInfo, {
    variable: 'VAULT_MAX_WAIT',
    default: '5m',
    help: 'a longer Retry-After ends the run, and the next one waits for it',
  }),
  quotaPerDay: wholeNumber(1, 1_000_000_000).register(optionInfo, {
    variable: 'VAULT_QUOTA_PER_DAY',
    default: '10000',
    help: "the project's units of quota a day",
  }),
  apiUrl: origin().register(optionInfo, {
    variable: 'VAULT_API_URL',
    default: 'https://youtube.googleapis.com',
    help: 'where the API is',
  }),
  apiKey: z
    .string()
    .regex(/^[!-[\]-~]+$/, 'expected one word of printable ASCII without backslashes, as the Google Cloud console shows it')
    .optional()
    .register(optionInfo, { variable: 'YOUTUBE_API_KEY', secret: true, help: 'key of the YouTube Data API v3; only fetch needs it' }),
  ifOlderThan: duration('1m', '365d').optional().register(optionInfo, {
    flag: '--if-older-than <duration>',
    help: 'do nothing while the last run that stored something is younger',
  }),
  wait: duration('0s', '1d').register(optionInfo, {
    flag: '--wait <duration>',
    default: '0s',
    help: 'for another run to end, before giving up',
  }),
  dryRun: z.boolean().default(false).register(optionInfo, { flag: '--dry-run', help: 'print what a run would do, and send nothing' }),
  json: z.boolean().default(false).register(optionInfo, { flag: '--json', help: 'print one JSON document' }),
  quiet: z.boolean().default(false).register(optionInfo, { flag: '--quiet', help: 'print nothing on success, unless a chart is sparse' }),
  db: vaultPath().register(optionInfo, {
    flag: '--db <path>',
    variable: 'VAULT_DB',
    default: 'vault.db',
    help: 'the vault, an SQLite file',
  }),
  demoDb: vaultPath().register(optionInfo, {
    flag: '--db <path>',
    default: 'vault-demo.db',
    help: 'the demo vault, made anew each time; never one that holds anything else',
  }),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'expected silent, error, warn, info or debug').register(optionInfo, {
    flag: '--log-level <level>',
    variable: 'VAULT_LOG_LEVEL',
    default: 'info',
    help: 'how much to log on stderr: silent, error, warn, info or debug',
  }),
  run: wholeNumber(1, Number.MAX_SAFE_INTEGER)
    .optional()
    .register(optionInfo, { flag: '--run <n>', help: 'this run instead of the last one' }),
  limit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '10', help: 'how many runs' }),
  runs: wholeNumber(1, 1000).register(optionInfo, {
    flag: '--runs <n>',
    default: '1',
    help: 'play so many runs, 7 simulated hours apart',
  }),
  seed: wholeNumber(0, 4_294_967_295).register(optionInfo, {
    flag: '--seed <n>',
    default: '7',
    help: 'another seed is another world',
  }),
} as const;

export type OptionName = keyof typeof options;

/** What a command works with: the values of the options it declares. */
export type Settings<Name extends OptionName> = { readonly [Key in Name]: z.output<(typeof options)[Key]> };

function wholeNumber(min: number, max: number) {
  const upTo = max === Number.MAX_SAFE_INTEGER ? 'up' : `to ${max}`;
  return z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, `expected a whole number from ${min} ${upTo}`)
    .transform(Number);
}

function duration(min: string, max: string) {
  const within = (ms: number | undefined): ms is number => ms !== undefined && ms >= toMs(min) && ms <= toMs(max);
  return z
    .string()
    .refine((text) => within(parseDuration(text)), `expected a duration from ${min} to ${max}, such as 500ms, 10s, 5m, 7h or 30d`)
    .transform(toMs);
}

function toMs(text: string): number {
  return parseDuration(text) ?? Number.NaN;
}

function regionList() {
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

function categoryList() {
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
function origin() {
  const isOrigin = (text: string): boolean => /^https?:\/\/[^/?#@]+\/?$/i.test(text) && URL.canParse(text);
  return z.string().refine(isOrigin, 'expected https:// or http://, a host, and nothing after it but a port');
}

function vaultPath() {
  return z
    .string()
    .refine((text) => text.trim() !== '', 'expected the path of a file')
    .refine((text) => !/^postgres(ql)?:/i.test(text), 'this version keeps vaults in SQLite only: expected the path of a file');
}
