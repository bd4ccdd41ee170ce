import { describe, expect, test } from 'vitest';
import type { RunOutcome, UnfinishedRun } from '../../src/core/summary.ts';
import type { StoredFacts } from '../../src/report/facts.ts';
import { assessHealth, findPace } from '../../src/report/health.ts';
import { judge } from '../../src/report/verdict.ts';
import { formatAgo } from '../../src/text/format.ts';
import { assess, at, chart, ended, failed, hour, start, unfinished } from './support/runs.ts';

/** The verdict so many hours after the first run. */
const verdict = (
  runs: readonly (RunOutcome | UnfinishedRun)[],
  now: number,
  { goesOn = false, ...more }: { goesOn?: boolean } & Partial<Parameters<typeof judge>[0]> = {},
) =>
  judge(
    { health: assess(runs, goesOn), runs, missing: [], newestRun: runs.at(-1), isCurrent: true, stored: undefined, ...more },
    { now: start + now * hour, timeZone: 'UTC', since: (time) => formatAgo(time, start + now * hour) },
  );

describe('the verdict', () => {
  test('is good where every run got everything at its pace', () => {
    const { level, sentences } = verdict([ended(1, 0), ended(2, 7), ended(3, 14), ended(4, 21)], 23);
    expect(level).toBe('good');
    expect(sentences).toEqual([
      'The last run, 4, of 20 Nov 2026, 21:00 (2 h ago), got all 2 charts.',
      'All 4 runs got everything; one came every 7 h.',
    ]);
  });

  test('says first that nothing was fetched for long', () => {
    const runs = [ended(1, 0), ended(2, 7), ended(3, 14), ended(4, 21)];
    const { level, sentences } = verdict(runs, 21 + 15);
    expect(level).toBe('bad');
    expect(sentences[0]).toBe('No run started for 15 h, though one came every 7 h before.');
    expect(verdict(runs, 21 + 14).level).toBe('good');
  });

  test('takes two or three runs for no pace that a later one could miss', () => {
    expect(verdict([ended(1, 0), ended(2, 7), ended(3, 70)], 400)).toMatchObject({ level: 'good' });
  });

  test('names what the last run did not get, and why', () => {
    const { level, sentences } = verdict([ended(1, 0), ended(2, 7, [failed('PL'), chart('NL')])], 8);
    expect(level).toBe('warning');
    expect(sentences[0]).toContain('got 1 of 2 charts; PL failed: PL: no answer within 10 s');
    expect(verdict([ended(1, 0, [failed('PL'), failed('NL')])], 1).level).toBe('bad');
  });

  test('is about the runs of its period, and does not miss one that came after them', () => {
    const [before, newestRun] = [[ended(1, 0), ended(2, 7), ended(3, 14), ended(4, 21)], ended(9, 90)];
    const { level, sentences } = verdict(before, 91, { newestRun, isCurrent: false });
    expect([level, sentences[0]]).toEqual([
      'good',
      'The last run of this period, 4, of 20 Nov 2026, 21:00 (2 d 22 h ago), got all 2 charts.',
    ]);
    expect(verdict([], 91, { newestRun, isCurrent: false })).toEqual({
      level: 'bad',
      sentences: ['No run started in this period; the last one was run 9, of 23 Nov 2026, 18:00 (1 h ago).'],
    });
  });

  test('is about the run before one that goes on', () => {
    const { level, sentences } = verdict([ended(1, 0, [failed('PL')]), unfinished(2, 7)], 8, { goesOn: true });
    expect(level).toBe('bad');
    expect(sentences[0]).toContain('The last run, 1, of 20 Nov 2026, 00:00 (8 h ago), got 0 of 1 chart; PL failed');
    expect(sentences).toContain('Run 2, of 20 Nov 2026, 07:00 (1 h ago), is going on.');
  });

  test('says which run is the last that stored anything, where that is not the last one', () => {
    const [last] = [{ run: 1, startedAt: at(0) }];
    const stored = { range: { first: last, last, runs: 1 } } as unknown as StoredFacts;
    const runs = [ended(1, 0), ended(2, 7, [failed('PL')])];
    expect(verdict(runs, 8, { stored }).sentences).toContain(
      'The last one that stored anything was run 1, of 20 Nov 2026, 00:00 (8 h ago).',
    );
  });

  test('names charts that the last run left out, regions that none asked for, and a run in the future', () => {
    const byHand = [ended(1, 0), ended(2, 7), ended(3, 8, [chart('PL')])];
    expect(verdict(byHand, 9).sentences).toContain('The last run did not ask for NL, as others of this period did.');
    expect(verdict(byHand, 9, { missing: ['DE', 'AT'] }).sentences).toContain('No run of this period asked for DE, AT.');
    expect(verdict(byHand, 3).sentences).toContain('The last run lies in the future: a clock was set back, or is wrong.');
  });

  test('knows the pace of a period that is too short to have one', () => {
    const pace = findPace([0, 7, 14, 21].map((hours) => start + hours * hour));
    const runs = [ended(4, 21)];
    const health = assessHealth(runs, { goesOn: false, now: start + 43 * hour, pace });
    expect(verdict(runs, 43, { health })).toMatchObject({ level: 'bad' });
    expect(verdict(runs, 35, { health })).toMatchObject({ level: 'good' });
  });

  test('counts as got what was stored, not what is sparse or does not exist', () => {
    const charts = [
      chart('PL'),
      chart('NL', { status: 'sparse', videos: 1 }),
      chart('AT', { status: 'no-chart', videos: 0 }),
      failed('NO'),
    ];
    expect(verdict([ended(1, 0, charts)], 1).sentences[0]).toContain('got 1 of 3 charts; NO failed');
    expect(verdict([ended(1, 0, charts.slice(2, 3))], 1).sentences[0]).toContain('asked for no chart that there is');
  });

  test('takes a run for interrupted that did not end before one that goes on', () => {
    const { level, sentences } = verdict([ended(1, 0), unfinished(2, 7), unfinished(3, 8)], 8, { goesOn: true });
    expect(level).toBe('bad');
    expect(sentences[0]).toContain('The last run, 2, of 20 Nov 2026, 07:00 (1 h ago), was interrupted');
  });

  test('expects no pace of runs by hand', () => {
    const byHand = [0, 1, 1.1, 9, 9.5, 30, 31, 50].map((hours, index) => ended(index + 1, hours));
    expect(verdict(byHand, 500).level).toBe('good');
  });

  test('does not say of a sparse chart that it never answered, nor of one that nobody asks for any more', () => {
    const sparse = chart('NL', { status: 'sparse', videos: 1 });
    expect(verdict([ended(1, 0, [chart('PL'), sparse]), ended(2, 7, [chart('PL'), sparse])], 8).sentences.join(' ')).not.toContain('never');
    expect(verdict([ended(1, 0, [failed('NO')]), ended(2, 7), ended(3, 14)], 15).sentences.join(' ')).not.toContain('NO never');
  });

  test('says of several failures what befell the first, and whose that is, or once what befell all', () => {
    const full = (region: string) =>
      chart(region, { status: 'failed', videos: 0, error: { code: 'backend', message: 'backend error (503)' } });
    expect(verdict([ended(1, 0, [failed('PL'), full('NL')])], 1).sentences[0]).toContain(
      'PL, NL failed, PL with: PL: no answer within 10 s.',
    );
    expect(verdict([ended(1, 0, [full('PL'), full('NL'), chart('US')])], 1).sentences[0]).toContain('PL, NL failed: backend error (503).');
  });

  test('names a region that never answered, one that is sparse, and the gaps', () => {
    const never = [ended(1, 0, [failed('PL'), chart('NL')]), ended(2, 7, [failed('PL'), chart('NL')])];
    expect(verdict(never, 8).sentences).toContain('PL never answered in this period.');
    const sparse = [ended(1, 0), ended(2, 7, [chart('PL'), chart('NL', { status: 'sparse', videos: 1 })])];
    expect(verdict(sparse, 8).sentences).toContain('NL gave far fewer videos than before.');
    const late = [ended(1, 0), ended(2, 7), ended(3, 14), ended(4, 42)];
    expect(verdict(late, 43)).toMatchObject({ level: 'warning' });
    expect(verdict(late, 43).sentences.join()).toContain('one came every 7 h, but for one gap of 1 d 4 h');
  });

  test('is bad after a run that was interrupted, and not while one goes on', () => {
    expect(verdict([ended(1, 0), unfinished(2, 7)], 8)).toMatchObject({ level: 'bad' });
    expect(verdict([ended(1, 0), unfinished(2, 7)], 8, { goesOn: true })).toMatchObject({ level: 'good' });
    expect(verdict([], 0)).toEqual({ level: 'bad', sentences: ['No run ever started.'] });
  });
});
