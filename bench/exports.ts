import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formats } from '../src/export/encoder.ts';
import { environment } from './process.ts';

/** One whole export. */
export interface Exported {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  /** The most memory that the process held. */
  readonly peakBytes: number;
  readonly bytes: number;
}

/** Exports all of a vault's charts, the widest rows, in each format, once. */
export function measureExports(vault: string, tell: (line: string) => void): Exported[] {
  const folder = mkdtempSync(join(tmpdir(), 'vault-bench-'));
  try {
    return formats.map((format) => {
      tell(`export charts as ${format}`);
      const [out, peak] = [join(folder, `charts.${format}`), join(folder, 'peak')];
      const args = ['--require', './test/reliability/support/report-peak.cjs', 'bin/vault.js', 'export', 'charts', '--out', out, '--json'];
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '--db', vault], {
        env: { ...environment, REPORT_PEAK: peak },
      });
      const seconds = (performance.now() - start) / 1000;
      if (status !== 0) throw new Error(`vault export ended with ${status}: ${stderr.toString()}`);
      const { rows, bytes } = JSON.parse(stdout.toString()) as { rows: number; bytes: number };
      rmSync(out);
      return { name: `export charts --format ${format}`, rows, seconds, peakBytes: Number(readFileSync(peak, 'utf8')) * 1024, bytes };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
