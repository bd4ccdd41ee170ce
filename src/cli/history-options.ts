import * as z from 'zod';
import { regionCodes, regionName } from '../core/region.ts';
import { optionInfo } from './option-info.ts';
import { ages, moment, regionList, videoId, wholeNumber } from './option-schemas.ts';

/** What is asked about the charts that were stored. */
export const historyOptions = {
  region: regionList()
    .optional()
    .register(optionInfo, {
      flag: '--region <codes>',
      help: 'only these regions, as ISO codes such as PL,NL',
      values: () => regionCodes.map((code) => [code, regionName(code)] as const),
      list: true,
    }),
  since: moment().optional().register(optionInfo, {
    flag: '--since <when>',
    help: 'runs from then on: an age such as 7d, or a day such as 2026-11-01, of UTC',
    values: ages,
  }),
  until: moment().optional().register(optionInfo, {
    flag: '--until <when>',
    help: 'runs until then: an age such as 7d, or a day such as 2026-11-30, to its end',
    values: ages,
  }),
  category: wholeNumber(1, 999).optional().register(optionInfo, {
    flag: '--category <id>',
    help: "only videos of this category, by YouTube's id, such as 10 for Music",
  }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z\d]{1,8})*$/i, 'expected a language such as pl or pt-BR')
    .optional()
    .register(optionInfo, { flag: '--language <tag>', help: 'only videos in this language, such as pl' }),
  videoLimit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '20', help: 'how many videos' }),
  moverLimit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '10', help: 'how many of each kind' }),
  pairLimit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '10', help: 'how many pairs to list' }),
  onlyRun: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional().register(optionInfo, { flag: '--run <n>', help: 'only those of this run' }),
  rejectionLimit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '20', help: 'how many items to list' }),
  retry: z.boolean().default(false).register(optionInfo, {
    flag: '--retry',
    help: 'read them again with this version of the program, and store what can be read now',
  }),
  runLimit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '20', help: 'how many of its runs, the newest' }),
  videoId: videoId().register(optionInfo, { argument: '<id>', help: "a video's id, or its address" }),
  words: z.string().register(optionInfo, { argument: '<words...>', help: 'all of them have to be found; of the last one the beginning' }),
} as const;
