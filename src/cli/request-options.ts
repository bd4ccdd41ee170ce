import * as z from 'zod';
import { categoryIds, categoryName } from '../core/category.ts';
import { defaultRegions, regionCodes, regionName } from '../core/region.ts';
import { optionInfo } from './option-info.ts';
import { categoryList, duration, origin, paces, regionList, wholeNumber } from './option-schemas.ts';

/** How a run asks YouTube, and when it does not. */
export const requestOptions = {
  regions: regionList().register(optionInfo, {
    flag: '--regions <codes>',
    variable: 'VAULT_REGIONS',
    default: defaultRegions.join(','),
    help: 'regions to fetch, as ISO codes such as PL,NL, or all',
    values: () => [...regionCodes.map((code) => [code, regionName(code)] as const), ['all', 'every region that has charts']],
    list: true,
  }),
  categories: categoryList().register(optionInfo, {
    flag: '--categories <ids>',
    variable: 'VAULT_CATEGORIES',
    default: '0',
    help: "YouTube's category ids, each a chart of its own; 0 is the chart of all",
    values: () => categoryIds.map((id) => [String(id), categoryName(id) ?? 'the chart of all'] as const),
    list: true,
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
    values: paces,
  }),
  wait: duration('0s', '1d').register(optionInfo, {
    flag: '--wait <duration>',
    default: '0s',
    help: 'for another run to end, before giving up',
  }),
  dryRun: z.boolean().default(false).register(optionInfo, { flag: '--dry-run', help: 'print what a run would do, and send nothing' }),
  quiet: z.boolean().default(false).register(optionInfo, { flag: '--quiet', help: 'print nothing on success, unless a chart is sparse' }),
} as const;
