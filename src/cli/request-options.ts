import { categoryIds, categoryName } from '../core/category.ts';
import { defaultRegions, regionCodes, regionName } from '../core/region.ts';
import { type Option, paces } from './option.ts';

/** How a run asks YouTube, and when it does not. */
export const requestOptions = {
  regions: {
    flag: '--regions <codes>',
    variable: 'VAULT_REGIONS',
    default: defaultRegions.join(','),
    help: 'regions to fetch, as ISO codes such as PL,NL, or all',
    values: () => [...regionCodes.map((code) => [code, regionName(code)] as const), ['all', 'every region that has charts']],
    list: true,
    schema: (s) => s.regionList(),
  },
  categories: {
    flag: '--categories <ids>',
    variable: 'VAULT_CATEGORIES',
    default: '0',
    help: "YouTube's category ids, each a chart of its own; 0 is the chart of all",
    values: () => categoryIds.map((id) => [String(id), categoryName(id) ?? 'the chart of all'] as const),
    list: true,
    schema: (s) => s.categoryList(),
  },
  maxResults: {
    flag: '--max-results <n>',
    variable: 'VAULT_MAX_RESULTS',
    default: '25',
    help: 'videos of each chart; every 50 cost one unit of quota',
    schema: (s) => s.wholeNumber(1, 200),
  },
  concurrency: {
    flag: '--concurrency <n>',
    variable: 'VAULT_CONCURRENCY',
    default: '3',
    help: 'requests at a time',
    schema: (s) => s.wholeNumber(1, 50),
  },
  timeout: {
    flag: '--timeout <duration>',
    variable: 'VAULT_TIMEOUT',
    default: '10s',
    help: 'for one attempt, its whole answer included',
    schema: (s) => s.duration('100ms', '10m'),
  },
  deadline: {
    flag: '--deadline <duration>',
    variable: 'VAULT_DEADLINE',
    default: '10m',
    help: 'for the whole run; what arrived by then is stored',
    schema: (s) => s.duration('1s', '1d'),
  },
  maxWait: {
    variable: 'VAULT_MAX_WAIT',
    default: '5m',
    help: 'a longer Retry-After ends the run, and the next one waits for it',
    schema: (s) => s.duration('1s', '1d'),
  },
  quotaPerDay: {
    variable: 'VAULT_QUOTA_PER_DAY',
    default: '10000',
    help: "the project's units of quota a day",
    schema: (s) => s.wholeNumber(1, 1_000_000_000),
  },
  apiUrl: { variable: 'VAULT_API_URL', default: 'https://youtube.googleapis.com', help: 'where the API is', schema: (s) => s.origin() },
  apiKey: {
    variable: 'YOUTUBE_API_KEY',
    secret: true,
    help: 'key of the YouTube Data API v3; only fetch needs it',
    schema: (s) => s.optional(s.apiKey()),
  },
  ifOlderThan: {
    flag: '--if-older-than <duration>',
    help: 'do nothing while the last run that stored something is younger',
    values: paces,
    schema: (s) => s.optional(s.duration('1m', '365d')),
  },
  wait: {
    flag: '--wait <duration>',
    default: '0s',
    help: 'for another run to end, before giving up',
    schema: (s) => s.duration('0s', '1d'),
  },
  dryRun: { flag: '--dry-run', help: 'print what a run would do, and send nothing', schema: (s) => s.flag() },
  quiet: { flag: '--quiet', help: 'print nothing on success, unless a chart is sparse', schema: (s) => s.flag() },
} as const satisfies Record<string, Option>;
