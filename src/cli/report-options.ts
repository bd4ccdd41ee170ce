import * as z from 'zod';
import { optionInfo } from './option-info.ts';
import { ages, filePath, moment } from './option-schemas.ts';

/** The report, and how it is made. */
export const reportOptions = {
  reportFormat: z
    .enum(['html', 'text'], 'expected html or text')
    .optional()
    .register(optionInfo, {
      flag: '--format <format>',
      help: 'html, a page of its own, or text, for a terminal or a mail; without it what the ending of --out says, and html',
      values: [
        ['html', 'a page for a browser'],
        ['text', '80 columns, for a terminal or a mail'],
      ],
    }),
  reportOut: filePath().optional().register(optionInfo, {
    flag: '--out <file>',
    help: 'the file to write, - for stdout; without it report.html, and for text stdout',
    values: 'files',
  }),
  reportSince: moment().optional().register(optionInfo, {
    flag: '--since <when>',
    help: 'runs from then on: an age such as 7d, or a day such as 2026-11-01, of UTC; without it the 30 days before the newest run, or before --until',
    values: ages,
  }),
  thumbnails: z.boolean().default(false).register(optionInfo, {
    flag: '--thumbnails',
    help: 'show pictures of the videos: whoever looks at the page then asks YouTube for them',
  }),
  open: z.boolean().default(false).register(optionInfo, { flag: '--open', help: 'open the page in a browser' }),
} as const;
