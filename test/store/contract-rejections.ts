import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RegionalVideo, readItems, type Rejection } from '../../src/core/chart.ts';
import type { RejectionQuestion } from '../../src/core/rejections.ts';
import { rereadRejections } from '../../src/core/reread.ts';
import { apiItem } from '../support/items.ts';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleOutcome, startRun, storeRun } from './sample-run.ts';

const everything: RejectionQuestion = { run: undefined, regions: undefined, since: undefined, until: undefined };
const always = async () => true;
const whole = ['good', 'lost', 'part'] as const;

/** An item that an earlier program read, could not read at all, or not the views of. */
interface Shown {
  readonly id: number;
  readonly views: number;
  readonly read: (typeof whole)[number];
}

const asItem = ({ id, views }: Shown, chart: string): unknown =>
  apiItem(`v${id}`, { snippet: { title: `v${id} in ${chart}` }, statistics: { viewCount: String(views), likeCount: String(views % 7) } });

/** A chart as a program left it that could not read everything, or, with `all`, could. What it repeats counts once, at its best rank. */
function outcomeOf(chart: string, shown: readonly Shown[], all: boolean) {
  const videos = new Map<string, RegionalVideo>();
  const rejections: Rejection[] = [];
  for (const [index, one] of shown.entries()) {
    const item = asItem(one, chart);
    const [video] = readItems([item]).videos;
    if (video === undefined) throw new Error('expected an item that can be read');
    const read = all ? 'good' : one.read;
    const isRepeat = read !== 'lost' && videos.has(video.id);
    if (read !== 'lost' && !isRepeat) videos.set(video.id, { ...video, rank: index + 1, views: read === 'part' ? null : video.views });
    if (read !== 'good' && !isRepeat) rejections.push({ position: index + 1, reason: 'not understood yet', item });
  }
  return sampleOutcome(chart, [], { videos: [...videos.values()], rejections });
}

/** The part of the store contract about what could not be read. */
export function describeRejections(vault: VaultUnderTest): void {
  const content = async (): Promise<unknown> => {
    const tables = {
      runs: 'run_id, status',
      charts: 'run_id, region, category, videos, rejected',
      videos: '*',
      snapshots: '*',
      appearances: '*',
      rejections: '*',
    };
    const rows = Object.entries(tables).map(([table, columns]) => vault.query(`SELECT ${columns} FROM ${table}`));
    return (await Promise.all(rows)).map((table) => table.map((row) => JSON.stringify(row)).toSorted());
  };
  const one = (id: number, read: Shown['read'], views = 10): Shown => ({ id, views, read });

  describe('rejections', () => {
    test('are listed by item, newest run first and then in the order asked for, and counted by reason', async () => {
      const unread = { position: 2, item: { id: 'x' } };
      await storeRun(vault.store, [outcomeOf('PL', [one(1, 'lost')], false), failedOutcome('NL')]);
      const both = [
        { ...unread, reason: 'first' },
        { ...unread, reason: 'second' },
      ];
      await storeRun(vault.store, [
        outcomeOf('US', [one(1, 'good'), one(2, 'part')], false),
        sampleOutcome('AT', [], { rejections: both }),
      ]);
      const listed = await vault.store.listRejections(everything);
      expect(listed.map(({ run, region, position, reasons, isStored }) => [run, region, position, reasons, isStored])).toEqual([
        [2, 'US', 2, ['not understood yet'], true],
        [2, 'AT', 2, ['first', 'second'], false],
        [1, 'PL', 1, ['not understood yet'], false],
      ]);
      expect(listed[1]).toMatchObject({ startedAt: '2026-11-23T12:00:00.000Z', category: 0, item: { id: 'x' } });
      expect(await vault.store.countRejections(everything)).toEqual({
        items: 3,
        reasons: [
          { reason: 'not understood yet', items: 2 },
          { reason: 'first', items: 1 },
          { reason: 'second', items: 1 },
        ],
      });
      expect(await vault.store.listRejections(everything, 1)).toEqual(listed.slice(0, 1));
      expect(await vault.store.rejectedRuns(everything)).toEqual([1, 2]);
    });

    test('keep to a run, to regions and to a period', async () => {
      for (const day of [1, 2, 3]) {
        const run = await startRun(vault.store, `2026-11-0${day}T00:00:00.000Z`);
        await vault.store.finishRun(finishedRun(run, [outcomeOf('PL', [one(1, 'lost')], false), outcomeOf('US', [one(2, 'lost')], false)]));
      }
      const found = async (changes: Partial<RejectionQuestion>): Promise<string[]> =>
        (await vault.store.listRejections({ ...everything, ...changes })).map(({ run, region }) => `${run} ${region}`);
      expect(await found({ run: 2 })).toEqual(['2 PL', '2 US']);
      expect(await found({ regions: ['US'] })).toEqual(['3 US', '2 US', '1 US']);
      expect(await found({ since: '2026-11-02T00:00:00.000Z', until: '2026-11-03T00:00:00.000Z' })).toEqual(['2 PL', '2 US']);
      expect(await vault.store.rejectedRuns({ ...everything, since: '2026-11-02T00:00:00.000Z' })).toEqual([2, 3]);
      expect((await vault.store.countRejections({ ...everything, run: 9 })).items).toBe(0);
    });
  });

  describe('reading again', () => {
    const charts = ['PL', 'US', 'PL/10'] as const;
    const shown = record({ id: nat(5), views: nat(100), read: constantFrom(...whole) });
    const run = record({ PL: list(), US: list(), 'PL/10': list() });
    function list() {
      // The same video has the same count wherever a chart repeats it.
      return array(shown, { maxLength: 5 }).map((list) =>
        list.map((each) => ({ ...each, views: list.find(({ id }) => id === each.id)?.views ?? 0 })),
      );
    }

    test('leaves what a run would have left that had read everything at once', async () => {
      await assert(
        asyncProperty(array(run, { minLength: 1, maxLength: 3 }), async (runs) => {
          const play = async (all: boolean): Promise<void> => {
            await vault.store.clear();
            for (const shownIn of runs)
              await storeRun(
                vault.store,
                charts.map((chart) => outcomeOf(chart, shownIn[chart], all)),
              );
          };
          await play(false);
          const result = await rereadRejections(vault.store, everything, always);
          const read = await content();
          // Where the runs of a video are looked for.
          const between = 'snapshots.run_id BETWEEN first_run AND last_run';
          expect(await vault.query(`SELECT * FROM snapshots JOIN videos USING (video_id) WHERE NOT (${between})`)).toEqual([]);
          const rejected = (await vault.query('SELECT count(*) AS rows FROM rejections'))[0]?.['rows'];
          expect([rejected, result.stored + result.completed]).toEqual([0, result.items]);
          await play(true);
          expect(read).toEqual(await content());
        }),
        { numRuns: 40 },
      );
    });

    test('leaves alone what still cannot be read, and keeps the rest of a bad item', async () => {
      const views = apiItem('a', { statistics: { viewCount: 'many', likeCount: '5' } });
      const rejections = [
        { position: 1, reason: 'too deep', item: 'nested too deeply to be kept' },
        { position: 2, reason: 'snippet: expected nothing like it', item: views },
      ];
      await storeRun(vault.store, [sampleOutcome('PL', [], { rejections })]);
      expect(await rereadRejections(vault.store, everything, always)).toEqual({ items: 2, stored: 1, completed: 0 });
      expect(await vault.query('SELECT video_id, views, likes FROM snapshots')).toEqual([{ video_id: 'a', views: null, likes: 5 }]);
      expect(await vault.query('SELECT position, reason FROM rejections ORDER BY position')).toMatchObject([
        { position: 1, reason: 'too deep' },
        { position: 2, reason: expect.stringMatching(/^statistics.viewCount/) },
      ]);
      const before = await content();
      expect(await rereadRejections(vault.store, everything, always)).toEqual({ items: 2, stored: 0, completed: 0 });
      expect(await content()).toEqual(before);
    });

    test('makes a sparse chart whole that has as much as usual now, and a failed run one that stored something', async () => {
      const many = [1, 2, 3, 4].map((id) => one(id, 'good'));
      await storeRun(vault.store, [outcomeOf('PL', many, true)]);
      const sparse = {
        ...outcomeOf(
          'PL',
          [1, 2, 3, 4].map((id) => one(id, 'lost')),
          false,
        ),
        status: 'sparse' as const,
      };
      await storeRun(vault.store, [sparse]);
      const failed = failedOutcome('US', { rejections: outcomeOf('US', [one(1, 'lost')], false).rejections });
      await storeRun(vault.store, [failed]);
      await rereadRejections(vault.store, everything, always);
      expect(await vault.query('SELECT status, videos FROM charts ORDER BY run_id')).toEqual([
        { status: 'stored', videos: 4 },
        { status: 'stored', videos: 4 },
        { status: 'failed', videos: 1 },
      ]);
      expect(await vault.query('SELECT status FROM runs ORDER BY run_id')).toEqual(
        ['complete', 'complete', 'partial'].map((status) => ({ status })),
      );
    });

    test('can be searched for, and begins no further run once it is told to end', async () => {
      await storeRun(vault.store, [outcomeOf('PL', [one(7, 'lost')], false)]);
      expect(await rereadRejections(vault.store, everything, async () => false)).toEqual({ items: 0, stored: 0, completed: 0 });
      await rereadRejections(vault.store, everything, always);
      const question = { regions: undefined, since: undefined, until: undefined, language: undefined, limit: 9 };
      const hits = await vault.store.search({ ...question, words: [{ pieces: ['v7'], prefix: false }] });
      expect(hits).toEqual([{ videoId: 'v7', match: 'title' }]);
    });
  });
}
