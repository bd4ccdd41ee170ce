import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderMetrics } from '../../src/ops/metrics.ts';
import { readLastSuccess, writeMetricsFile } from '../../src/ops/metrics-file.ts';
import { broken, partial } from './facts.ts';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-metrics-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('readLastSuccess', () => {
  const reading = async (content: string) => {
    const path = join(openFolder(), 'vault.prom');
    writeFileSync(path, content);
    return readLastSuccess(path);
  };

  test('what it reads keeps the last success through failure after failure', async () => {
    const path = join(openFolder(), 'vault.prom');
    await writeMetricsFile(path, renderMetrics(partial));
    const first = await readLastSuccess(path);
    for (let failures = 0; failures < 3; failures++) {
      const known = { ...broken, lastSuccessAt: undefined, regionLastSuccess: [], ...(await readLastSuccess(path)) };
      await writeMetricsFile(path, renderMetrics(known));
    }
    expect(await readLastSuccess(path)).toEqual(first);
    expect(first).toEqual({
      lastSuccessAt: '2026-11-23T12:00:00.250Z',
      regionLastSuccess: [
        { region: 'PL', category: 0, startedAt: '2026-11-22T22:00:00.000Z' },
        { region: 'US', category: 0, startedAt: '2026-11-23T12:00:00.250Z' },
      ],
    });
  });

  test.each(['', 'NaN', '-1', '+Inf', '1e999', '9'.repeat(30), '1 2', 'x'])('takes %j for no time', async (value) => {
    const labels = '{region="PL",category="0"}';
    const content = `vault_last_success_timestamp_seconds ${value}\nvault_region_last_success_timestamp_seconds${labels} ${value}\n`;
    expect(await reading(content)).toEqual({ lastSuccessAt: undefined, regionLastSuccess: [] });
  });

  test('takes only what is a region and a category, and only in lines of its own', async () => {
    const lines = [
      '{region="P\\"",category="0"} 1',
      '{region="PL",category="x"} 1',
      '{region="pl",category="0"} 1',
      '{category="0"} 1',
      ' 1',
      '{region="SE",category="10"} 1.5',
    ];
    const content = lines.map((line) => `vault_region_last_success_timestamp_seconds${line}\n`).join('');
    expect(await reading(`# vault_last_success_timestamp_seconds 1\n${content}`)).toEqual({
      lastSuccessAt: undefined,
      regionLastSuccess: [{ region: 'SE', category: 10, startedAt: '1970-01-01T00:00:01.500Z' }],
    });
  });

  test('reads no file beyond 1 MB, and none that is not there', async () => {
    expect(await reading(renderMetrics(partial).padEnd(1_000_000))).toBeDefined();
    expect(await reading(renderMetrics(partial).padEnd(1_000_001))).toBeUndefined();
    expect(await readLastSuccess(join(openFolder(), 'vault.prom'))).toBeUndefined();
  });
});
