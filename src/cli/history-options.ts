import { regionCodes, regionName } from '../core/region.ts';
import { ages, limit, oneRun, type Option, since } from './option.ts';

/** What is asked about the charts that were stored. */
export const historyOptions = {
  region: {
    flag: '--region <codes>',
    help: 'only these regions, as ISO codes such as PL,NL',
    values: () => regionCodes.map((code) => [code, regionName(code)] as const),
    list: true,
    schema: (s) => s.optional(s.regionList()),
  },
  since: since(),
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
  videoLimit: limit('20', 'how many videos'),
  moverLimit: limit('10', 'how many of each kind'),
  pairLimit: limit('10', 'how many pairs to list'),
  onlyRun: oneRun('only those of this run'),
  rejectionLimit: limit('20', 'how many items to list'),
  retry: {
    flag: '--retry',
    help: 'read them again with this version of the program, and store what can be read now',
    schema: (s) => s.flag(),
  },
  runLimit: limit('20', 'how many of its runs, the newest'),
  videoId: { argument: '<id>', help: "a video's id, or its address", schema: (s) => s.videoId() },
  words: { argument: '<words...>', help: 'all of them have to be found; of the last one the beginning', schema: (s) => s.anyText() },
} as const satisfies Record<string, Option>;
