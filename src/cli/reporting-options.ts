import { allowedDays } from '../core/retention.ts';
import { type Option, since } from './option.ts';

/** The report, and how it is made. */
export const reportingOptions = {
  reportFormat: {
    flag: '--format <format>',
    help: 'html, a page of its own, or text, for a terminal or a mail; without it what the ending of --out says, and html',
    values: [
      ['html', 'a page for a browser'],
      ['text', '80 columns, for a terminal or a mail'],
    ],
    schema: (s) => s.optional(s.oneOf(['html', 'text'])),
  },
  reportOut: {
    flag: '--out <file>',
    help: 'the file to write, - for stdout; without it report.html, and for text stdout',
    values: 'files',
    schema: (s) => s.optional(s.filePath()),
  },
  reportSince: since(`; without it the ${allowedDays} days before the newest run, or before --until`),
  thumbnails: {
    flag: '--thumbnails',
    help: 'show pictures of the videos: whoever looks at the page then asks YouTube for them',
    schema: (s) => s.flag(),
  },
  open: { flag: '--open', help: 'open the page in a browser', schema: (s) => s.flag() },
} as const satisfies Record<string, Option>;
