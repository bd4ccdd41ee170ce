import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTable } from '../src/cli/table.ts';
import { formatBytes, formatNumber } from '../src/text/format.ts';
import { environment } from './process.ts';

/** One export of a whole dataset, in one file or many. */
export interface Exported {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly files: number;
}

/** Exports each dataset of a vault once. */
export function weighParquet(url: string, tell: (line: string) => void): Exported[] {
  const lines = [
    'videos',
    'snapshots --partition-by date',
    'appearances --partition-by date',
    'charts --partition-by date',
    'charts --partition-by date,region',
  ];
  const folder = mkdtempSync(join(tmpdir(), 'vault-bench-'));
  try {
    return lines.map((line, index) => {
      tell(`export ${line}`);
      const out = join(folder, index === 0 ? 'videos.parquet' : String(index));
      const args = ['bin/vault.js', 'export', ...line.split(' '), '--format', 'parquet', '--out', out, '--json', '--db', url];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment });
      if (status !== 0) throw new Error(`vault export ended with ${status}: ${stderr.toString()}`);
      const { rows } = JSON.parse(stdout.toString()) as { rows: number };
      const files = index === 0 ? [out] : readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => join(out, name));
      const parquet = files.filter((name) => name.endsWith('.parquet'));
      const bytes = parquet.reduce((sum, name) => sum + statSync(name).size, 0);
      return { name: line, rows, bytes, files: parquet.length };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What they weigh. */
export function renderParquet(exported: readonly Exported[]): string {
  return renderTable<Exported>(
    [
      { title: 'Parquet: vault export', align: 'left', dispensable: 0, cell: ({ name }) => name },
      { title: 'Rows', align: 'right', dispensable: 0, cell: ({ rows }) => formatNumber(rows) },
      { title: 'Files', align: 'right', dispensable: 0, cell: ({ files }) => formatNumber(files) },
      { title: 'Size', align: 'right', dispensable: 0, cell: ({ bytes }) => formatBytes(bytes) },
      { title: 'A row', align: 'right', dispensable: 0, cell: (file) => `${(file.bytes / file.rows).toFixed(1)} B` },
    ],
    exported,
    { width: 200, paint: (_, title) => title },
  );
}
