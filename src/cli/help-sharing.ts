import { allowedDays } from '../core/retention.ts';
import { anyCommand, reading } from './help-exit-codes.ts';
import type { HelpPage } from './help-page.ts';

/** What leaves the vault, for people and for programs. */
export const sharingPages = {
  report: {
    about: [
      'Writes one page that needs no network and no script, and tells at a glance whether the fetcher is well, what is on top, rising, new ' +
        'and gone, how hits spread, and what regions share. As text it answers the same in 80 columns.',
      'A report of before is replaced, and nothing else without --force. With --thumbnails whoever looks at the page asks YouTube for ' +
        'pictures, and so tells it about the visit.',
    ],
    files: [['report.html', 'in the working directory, unless --out says otherwise; with the permissions of the vault']],
    exitCodes: { ...reading, 0: anyCommand[0], 78: `${reading[78]}, a report to be replaced by that of a vault without runs` },
    examples: [
      ['vault report --open', `the last ${allowedDays} days, in a browser`],
      ['vault report --since 7d --region PL,NL --out /var/www/charts.html --quiet', 'a week of two regions, for a web server'],
      ['vault report --format text', 'on the terminal, or for a mail'],
    ],
    seeAlso: ['vault top', 'vault movers', 'vault overlap', 'vault export', 'docs/operations.md'],
  },
  export: {
    about: [
      'Writes rows for other programs, as CSV, NDJSON or Parquet, to stdout, into a file, or into a folder a day and region, which DuckDB, ' +
        'Spark, Trino, BigQuery and ClickHouse read as one table. A file has its place when it is whole.',
      'In CSV a text that a spreadsheet would compute gets an apostrophe, unless --raw. What was fetched with a key alone may be kept for ' +
        `at most ${allowedDays} days, exports included.`,
    ],
    exitCodes: {
      ...reading,
      64: 'wrong usage, also a file that is there already',
      78: `${reading[78]}, no vault where --out names a file`,
    },
    examples: [
      ['vault export charts --out charts.csv --bom', 'for a spreadsheet'],
      ['vault export snapshots --since 7d --format ndjson | head', 'the first rows of a week'],
      ['vault export charts --format parquet --partition-by date,region --out charts', 'for DuckDB and its like'],
      [
        'vault export charts --format parquet --partition-by date,region --out charts --since 2d --force',
        'once a day: only the days that may have grown',
      ],
    ],
    seeAlso: ['vault report', 'vault copy', 'docs/data.md', 'docs/scale.md'],
  },
} satisfies Readonly<Record<string, HelpPage>>;
