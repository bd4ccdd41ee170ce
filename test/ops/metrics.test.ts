import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MetricsFacts, renderMetrics } from '../../src/ops/metrics.ts';
import { broken, partial, region, summary } from './facts.ts';

const cases: Readonly<Record<string, MetricsFacts>> = {
  'a partial run': partial,
  'a broken vault': broken,
  'a vault that never stored anything': { ...broken, lastSuccessAt: undefined, regionLastSuccess: [] },
  'a first run in which every region failed': {
    ...partial,
    summary: summary(region('US', 'failed')),
    exitCode: 69,
    lastSuccessAt: undefined,
    regionLastSuccess: [],
  },
  'a run of no region': { ...partial, summary: summary() },
  'labels that try to break out': {
    ...partial,
    version: '1"} 2\n# TYPE x counter\nx 1\\',
    summary: summary(region('\\', 'stored'), region('"', 'failed'), region('\n', 'stored'), region('{},= 😀\r\t\0', 'stored')),
  },
  'one chart twice': { ...partial, summary: summary(region('US', 'stored'), region('US', 'failed')) },
  'times that are none': {
    ...partial,
    summary: { ...summary(region('US', 'stored')), startedAt: 'x', durationMs: NaN },
    lastSuccessAt: '',
    regionLastSuccess: [{ region: 'US', category: 0, startedAt: 'never' }],
  },
  'a start that is no time': { ...partial, summary: { ...summary(region('US', 'stored')), startedAt: 'x' } },
  'times of long ago and far ahead': {
    ...broken,
    startedAt: -1,
    finishedAt: 8.64e15,
    lastSuccessAt: '+275760-09-13T00:00:00.000Z',
  },
};

const missing = spawnSync('promtool', ['--version']).status !== 0;
if (missing) process.stderr.write('SKIPPED: what promtool says of the metrics: install it (apt-get install prometheus)\n');

test.skipIf(missing).each(Object.keys(cases))('promtool has nothing to say against the metrics of %s', (name) => {
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: render(name), encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

function render(name: string): string {
  return renderMetrics(cases[name] ?? partial);
}

/** Every sample of a text, by its name and labels: `name{"region":"PL"}`. Throws for a line that it cannot read. */
function readBack(text: string): Record<string, number> {
  const samples: Record<string, number> = {};
  for (const line of text.split('\n').slice(0, -1)) {
    if (/^# (HELP \w+ .|TYPE \w+ gauge$)/.test(line)) continue;
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/s.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a line of metrics: ${line}`);
    const pairs = Array.from(labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"(?:,|$)/gs), ([, key = '', escaped = '']) => {
      return [key, escaped.replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character))];
    });
    samples[name + (labels && JSON.stringify(Object.fromEntries(pairs)))] = Number(value);
  }
  return samples;
}

describe('renderMetrics', () => {
  test('tells a run, in seconds, bytes and counts', () => {
    expect(readBack(renderMetrics(partial))).toEqual({
      'vault_build_info{"version":"0.1.0"}': 1,
      vault_last_run_number: 12,
      vault_last_run_start_timestamp_seconds: 1795435200.25,
      vault_last_run_duration_seconds: 2.5,
      vault_last_run_exit_code: 3,
      vault_last_run_success: 0,
      vault_last_success_timestamp_seconds: 1795435200.25,
      vault_last_run_videos: 28,
      vault_last_run_new_videos: 7,
      vault_last_run_shared_videos: 2,
      vault_last_run_rejected_items: 1,
      vault_last_run_requests: 5,
      vault_last_run_retries: 2,
      vault_quota_used_units: 40,
      vault_quota_limit_units: 10_000,
      vault_database_bytes: 1_234_944,
      'vault_region_up{"region":"AT","category":"0"}': 1,
      'vault_region_up{"region":"PL","category":"0"}': 0,
      'vault_region_up{"region":"PL","category":"10"}': 1,
      'vault_region_up{"region":"US","category":"0"}': 1,
      'vault_region_videos{"region":"AT","category":"0"}': 0,
      'vault_region_videos{"region":"PL","category":"0"}': 0,
      'vault_region_videos{"region":"PL","category":"10"}': 3,
      'vault_region_videos{"region":"US","category":"0"}': 25,
      'vault_region_duration_seconds{"region":"AT","category":"0"}': 1.5,
      'vault_region_duration_seconds{"region":"PL","category":"0"}': 1.5,
      'vault_region_duration_seconds{"region":"PL","category":"10"}': 1.5,
      'vault_region_duration_seconds{"region":"US","category":"0"}': 1.5,
      'vault_region_last_success_timestamp_seconds{"region":"PL","category":"0"}': 1795384800,
      'vault_region_last_success_timestamp_seconds{"region":"US","category":"0"}': 1795435200.25,
    });
  });

  test('says of a broken vault only what is known, and of its last success what was known before', () => {
    expect(readBack(renderMetrics(broken))).toEqual({
      'vault_build_info{"version":"0.1.0"}': 1,
      vault_last_run_start_timestamp_seconds: 1795460400,
      vault_last_run_duration_seconds: 0.3,
      vault_last_run_exit_code: 74,
      vault_last_run_success: 0,
      vault_last_success_timestamp_seconds: 1795435200.25,
      'vault_region_last_success_timestamp_seconds{"region":"PL","category":"0"}': 1795384800,
      'vault_region_last_success_timestamp_seconds{"region":"US","category":"0"}': 1795410000,
    });
  });

  test('names no last success while there is none', () => {
    expect(render('a vault that never stored anything')).not.toContain('success_timestamp');
    expect(render('a first run in which every region failed')).not.toContain('success_timestamp');
  });

  test('calls a run a success only when it exits with 0', () => {
    const success = [0, 3, 69, 130].map((exitCode) => readBack(renderMetrics({ ...partial, exitCode }))['vault_last_run_success']);
    expect(success).toEqual([1, 0, 0, 0]);
  });

  test('leaves out what is no number, and keeps the success before a start that is no time', () => {
    const text = render('times that are none');
    expect(text).not.toMatch(/NaN|Infinity|timestamp_seconds|last_run_duration/);
    expect(render('a start that is no time')).toContain(
      'vault_region_last_success_timestamp_seconds{region="US",category="0"} 1795410000\n',
    );
  });

  test.each(Object.keys(cases))('each metric of %s is explained, then typed, then told once for each set of labels', (name) => {
    const text = render(name);
    const blocks = text.split(/^(?=# HELP )/m);
    expect(blocks.join('')).toBe(text);
    for (const block of blocks) expect(block).toMatch(/^# HELP (\w+) [^\n]+\n# TYPE \1 gauge\n(\1[ {][^\n]+\n)+$/);
    const lines = text.split('\n').map((line) => line.replace(/ \S+$/, ''));
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('gives the same text in whatever order the regions come', () => {
    const { regions } = partial.summary ?? summary();
    const facts = fc.record({ some: fc.shuffledSubarray([...regions], { minLength: regions.length }), turned: fc.boolean() });
    fc.assert(
      fc.property(facts, ({ some, turned }) => {
        const regionLastSuccess = turned ? partial.regionLastSuccess.toReversed() : partial.regionLastSuccess;
        expect(renderMetrics({ ...partial, summary: summary(...some), regionLastSuccess })).toBe(renderMetrics(partial));
      }),
    );
  });

  test('any label reads back as it was, and stays in its line', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', '{', '}', ',', '=', ' ', '#') }),
    );
    fc.assert(
      fc.property(hostile, hostile, (version, name) => {
        const samples = readBack(renderMetrics({ ...partial, version, summary: summary(region(name, 'stored')), regionLastSuccess: [] }));
        expect(samples).toHaveProperty([`vault_build_info${JSON.stringify({ version })}`], 1);
        expect(samples).toHaveProperty([`vault_region_videos${JSON.stringify({ region: name, category: '0' })}`], 25);
        expect(Object.keys(samples)).toHaveLength(20);
      }),
    );
  });
});
