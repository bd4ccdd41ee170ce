import { type DatasetName, datasetNames } from '../core/dataset.ts';
import { formats } from '../export/encoder.ts';
import type { Option } from './option.ts';

const meanings = {
  videos: 'one row a video',
  snapshots: "a video's counters in a run",
  appearances: 'a place in a chart',
  charts: 'the flat layout of public data sets',
} as const satisfies Record<DatasetName, string>;

/** What is written for other programs, and how. */
export const exportingOptions = {
  dataset: {
    argument: '<dataset>',
    values: datasetNames.map((name) => [name, meanings[name]] as const),
    help: `${datasetNames.slice(0, -1).join(', ')}, or charts: all of it in one flat table`,
    schema: (s) => s.oneOf(datasetNames),
  },
  format: {
    flag: '--format <format>',
    help: 'csv, ndjson or parquet; without it what the ending of --out says, and csv on stdout',
    values: formats.map((format) => [format, 'format'] as const),
    schema: (s) => s.optional(s.oneOf(formats)),
  },
  out: {
    flag: '--out <path>',
    default: '-',
    help: 'the file to write, or with --partition-by the folder; - for stdout',
    values: 'files',
    schema: (s) => s.filePath(),
  },
  partitionBy: {
    flag: '--partition-by <keys>',
    help: 'date or date,region: whole days of UTC, as folders that DuckDB, Spark and others read as one table',
    values: [
      ['date', 'one folder per day'],
      ['date,region', 'and in it one per region'],
    ],
    schema: (s) => s.optional(s.partitionKeys()),
  },
  raw: { flag: '--raw', help: 'CSV: leave texts as they are that a spreadsheet would take for formulas', schema: (s) => s.flag() },
  bom: { flag: '--bom', help: 'CSV: begin with a byte order mark, by which Excel knows UTF-8', schema: (s) => s.flag() },
} as const satisfies Record<string, Option>;
