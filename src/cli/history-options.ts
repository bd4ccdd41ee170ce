import { regionCodes, regionName } from '../core/region.ts';
import { ages, type Option } from './option.ts';

/** What is asked about the charts that were stored. */
export const historyOptions = {
  region: {
    flag: '--region <codes>',
    help: 'only these regions, as ISO codes such as PL,NL',
    values: () => regionCodes.map((code) => [code, regionName(code)] as const),
    list: true,
    schema: (s) => s.optional(s.regionList()),
  },
  since: {
    flag: '--since <when>',
    help: 'runs from then on: an age such as 7d, or a day such as 2026-11-01, of UTC',
    values: ages,
    schema: (s) => s.optional(s.moment()),
  },
  until: {
    flag: '--until <when>',
    help: 'runs until then: an age such as 7d, or a day such as 2026-11-30, to its end',
    values: ages,
    schema: (s) => s.optional(s.moment()),
  },
  category: {
    flag: '--category <id>',
    help: "only videos of this category, by YouTube's id, such as 10 for Music",
    schema: (s) => s.optional(s.wholeNumber(1, 999)),
  },
  language: { flag: '--language <tag>', help: 'only videos in this language, such as pl', schema: (s) => s.optional(s.languageTag()) },
  videoLimit: { flag: '--limit <n>', default: '20', help: 'how many videos', schema: (s) => s.wholeNumber(1, 10_000) },
  moverLimit: { flag: '--limit <n>', default: '10', help: 'how many of each kind', schema: (s) => s.wholeNumber(1, 10_000) },
  pairLimit: { flag: '--limit <n>', default: '10', help: 'how many pairs to list', schema: (s) => s.wholeNumber(1, 10_000) },
  onlyRun: { flag: '--run <n>', help: 'only those of this run', schema: (s) => s.optional(s.wholeNumber(1, Number.MAX_SAFE_INTEGER)) },
  rejectionLimit: { flag: '--limit <n>', default: '20', help: 'how many items to list', schema: (s) => s.wholeNumber(1, 10_000) },
  retry: {
    flag: '--retry',
    help: 'read them again with this version of the program, and store what can be read now',
    schema: (s) => s.flag(),
  },
  runLimit: { flag: '--limit <n>', default: '20', help: 'how many of its runs, the newest', schema: (s) => s.wholeNumber(1, 10_000) },
  videoId: { argument: '<id>', help: "a video's id, or its address", schema: (s) => s.videoId() },
  words: { argument: '<words...>', help: 'all of them have to be found; of the last one the beginning', schema: (s) => s.anyText() },
} as const satisfies Record<string, Option>;
