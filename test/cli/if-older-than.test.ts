import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/demo/random.ts';
import { renderSchedule } from '../../src/ops/schedule/schedule.ts';
import { openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const days = 14;

/** What vault schedule writes for cron: when it looks, and what it runs. */
const crontab = renderSchedule('cron', {
  node: 'node',
  script: 'vault.js',
  folder: '/srv/vault',
  user: 'vault',
  everyMs: 7 * hourMs,
  minute: 37,
})[0]?.text;
const [, fields = '', words = ''] = /^((?:\S+ ){5}).* vault\.js (fetch .*)$/m.exec(crontab ?? '') ?? [];

interface World {
  readonly timeZone: string;
  readonly from: string;
  /** Each trigger starts its command up to so much later. */
  readonly jitterMs: number;
  /** Places of triggers that do not come, because the machine is off. */
  readonly missed: readonly number[];
  /** Places of triggers after which the machine starts again, and looks once more 20 minutes later. */
  readonly reboots: readonly number[];
  /** By how much the machine's clock is set forward, or back, from the trigger at this place on. */
  readonly steps: Readonly<Record<number, number>>;
}

/** The moments of all triggers, in true time, and what the machine's clock then shows. */
function triggersOf({ timeZone, from, jitterMs, missed, reboots, steps }: World): { time: number; shown: number }[] {
  const random = createRandom('jitter', from, jitterMs);
  const times = new Cron(fields.trim(), { timezone: timeZone }).nextRuns(days * 24, new Date(from)).map((date) => date.getTime());
  let step = 0;
  return times.flatMap((due, index) => {
    step += steps[index] ?? 0;
    const look = (at: number): { time: number; shown: number } => ({ time: at, shown: at + step });
    const looks = missed.includes(index) ? [] : [look(due + Math.floor(random() * jitterMs))];
    return looks.concat(reboots.includes(index) ? look(due + 20 * minuteMs) : []);
  });
}

/** Plays the real command at each trigger; gives the triggers at which something was asked for. */
async function play(world: World): Promise<{ ran: { time: number; shown: number }[]; all: { time: number; shown: number }[] }> {
  const shell = await openShellWithApi(({ region }) => page(region));
  const all = triggersOf(world);
  const ran = [];
  for (const trigger of all) {
    const before = shell.server.requests.length;
    const ended = await shell.vault(`${words} --regions PL`, { clock: createEagerClock(trigger.shown) });
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    if (shell.server.requests.length > before) ran.push(trigger);
  }
  const { stdout } = await shell.vault('runs --json --limit 10000');
  expect((JSON.parse(stdout) as { startedAt: string }[]).map(({ startedAt }) => Date.parse(startedAt)).toReversed()).toEqual(
    ran.map(({ shown }) => shown),
  );
  return { ran, all };
}

/** Hours between one run and the next. */
function gapsOf(runs: readonly { time: number }[]): number[] {
  return runs.slice(1).map(({ time }, index) => (time - (runs[index]?.time ?? 0)) / hourMs);
}

// Of 14 days, five triggers at which a run was due, each alone; a reboot soon after a run, and one when the next is nearly due.
const usual = { jitterMs: 0, missed: [7, 50, 101, 186, 300], reboots: [22, 35, 128], steps: {} };
const autumn = { timeZone: 'Europe/Warsaw', from: '2026-10-18T00:00:00Z' };
const spring = { timeZone: 'Europe/Warsaw', from: '2027-03-21T00:00:00Z' };

describe(`${days} days of hourly triggers, five of them missed, with reboots`, () => {
  test.each<[string, World]>([
    ['in which summer time ends', { ...usual, ...autumn }],
    ['in which summer time begins', { ...usual, ...spring }],
  ])('%s: every gap lies between 7 h and 8 h', async (_, world) => {
    const { ran } = await play(world);
    const gaps = gapsOf(ran);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8);
    // The missed ones that were due made a gap longer, and nothing else did.
    expect(gaps.filter((gap) => gap > 7).length).toBeGreaterThan(0);
    expect(gaps.filter((gap) => gap > 7).length).toBeLessThanOrEqual(usual.missed.length);
  });

  test.each<[string, World]>([
    ['cron’s random delay', { ...usual, ...autumn, jitterMs: 4 * minuteMs }],
    [
      'a clock that is set right by two minutes, back and forth',
      { ...usual, ...autumn, steps: { 30: 120_000, 90: -120_000, 200: 60_000 } },
    ],
    ['both', { ...usual, ...spring, jitterMs: 4 * minuteMs, steps: { 40: 120_000, 160: -120_000 } }],
  ])('%s moves a gap by no more than itself, and lets none grow by a trigger', async (_, world) => {
    const slack = (world.jitterMs + 120_000) / hourMs;
    const { ran } = await play(world);
    const gaps = gapsOf(ran);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7 - slack);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8 + slack);
    expect(gaps.filter((gap) => gap > 7.5).length).toBeLessThanOrEqual(usual.missed.length);
  });

  test('a clock that was hours fast, and is set back, costs one early run and no late one', async () => {
    const { ran } = await play({ ...usual, ...autumn, steps: { 60: 3 * hourMs, 80: -3 * hourMs } });
    const gaps = gapsOf(ran);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8 + 3);
    expect(gaps.filter((gap) => gap < 7).length).toBeLessThanOrEqual(2);
  });

  test('five missed in a row are made up for at the first trigger after them', async () => {
    const { ran, all } = await play({ ...usual, ...autumn, missed: [26, 27, 28, 29, 30], reboots: [] });
    const times = ran.map(({ time }) => time);
    const firstAfter = all[26]?.time ?? 0;
    expect(times).toContain(firstAfter);
    expect(Math.max(...gapsOf(ran))).toBe(10);
  });
});

test('a trigger that is not due says so in one line, unless told to be quiet', async () => {
  const shell = await openShellWithApi(({ region }) => page(region));
  await shell.vault('fetch --regions PL --quiet');
  const later = { clock: createEagerClock(Date.parse('2026-11-23T18:51:35.999Z')) };
  const said = await shell.vault('fetch --regions PL --if-older-than 7h', later);
  expect(said).toEqual({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/^Nothing to do: [^\n]+\n$/) });
  expect(await shell.vault('fetch --regions PL --if-older-than 7h --quiet', later)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  expect(shell.server.requests).toHaveLength(1);
  // To the millisecond: 98 % of 7 h.
  await shell.vault('fetch --regions PL --if-older-than 7h', { clock: createEagerClock(Date.parse('2026-11-23T18:51:36.000Z')) });
  expect(shell.server.requests).toHaveLength(2);
});
