import { allowedDays } from '../../core/retention.ts';
import { exitCodes } from './exit-codes.ts';
import type { HelpGroup } from './pages.ts';

/** What leaves a vault, for people and for programs. */
export const elsewherePages = {
  heading: 'Take it elsewhere',
  pages: {
    report: {
      about: [
        'Writes one page that needs no network and no script, and tells at a glance whether the fetcher is well, what is on top, ' +
          'rising, new and gone, how hits spread, and what regions share. As text it answers the same in 80 columns.',
        'An older report is replaced; anything else only with --force. With --thumbnails the page loads pictures from YouTube, which ' +
          'learns of each visit.',
      ],
      files: [['report.html', 'in the working directory, unless --out says otherwise; with the permissions of the vault']],
      exitCodes: {
        ...exitCodes.reading,
        0: exitCodes.anyCommand[0],
        78: `${exitCodes.reading[78]}, an older report and no runs to replace it with`,
      },
      examples: [
        ['vault report --open', `the last ${allowedDays} days, in a browser`],
        ['vault report --since 7d --region PL,NL --out /var/www/charts.html --quiet', 'a week of two regions, for a web server'],
        ['vault report --format text', 'on the terminal, or for an e-mail'],
      ],
      seeAlso: ['vault top', 'vault movers', 'vault overlap', 'vault export', 'docs/operations.md'],
    },
    export: {
      about: [
        'Writes rows for other programs, as CSV, NDJSON or Parquet, to stdout, into a file, or into one folder per day and region, ' +
          'which DuckDB, Spark, Trino, BigQuery and ClickHouse read as one table. A file appears only when it is complete.',
        'In CSV a text that a spreadsheet would take for a formula gets an apostrophe in front, unless --raw. What was ' +
          `fetched with a key alone may be kept for at most ${allowedDays} days, exports included.`,
      ],
      exitCodes: {
        ...exitCodes.reading,
        64: 'wrong usage, or a file that is there already',
        78: `${exitCodes.reading[78]}, no vault to export into the file of --out`,
      },
      examples: [
        ['vault export charts --out charts.csv --bom', 'for a spreadsheet'],
        ['vault export snapshots --since 7d --format ndjson | head', 'the first rows of a week'],
        ['vault export charts --format parquet --partition-by date,region --out charts', 'for DuckDB and the like'],
        [
          'vault export charts --format parquet --partition-by date,region --out charts --since 2d --force',
          'once a day: only the days that may have grown',
        ],
      ],
      seeAlso: ['vault report', 'vault copy', 'docs/data.md', 'docs/scale.md'],
    },
  },
} satisfies HelpGroup;
