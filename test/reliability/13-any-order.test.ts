import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { RunPlan } from '../../src/core/pipeline.ts';
import type { Store } from '../../src/core/ports.ts';
import { createRandom, pick } from '../../src/demo/random.ts';
import { type Answer, startServer } from '../../src/demo/server.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { apiItem } from '../support/items.ts';
import { apiError } from '../support/source.ts';
import { createDrivenClock } from './support/driven-clock.ts';
import { hashRows } from './support/hash-rows.ts';
import { temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { openScriptedSource } from './support/scripted-source.ts';

keepsPromise({
  number: 13,
  title: 'The same answers in any order of arrival give the same rows',
  async check(program, scale) {
    const count = scale === 'full' ? 1000 : 25;
    const path = join(temporaryFolder(), 'vault.db');
    const orders = new Set<string>();
    const hashes = new Set<string>();
    const store = await program.parts.openSqliteStore(path);
    onTestFinished(() => store.close());
    for (let seed = 1; seed <= count; seed += 1) {
      orders.add(await fetchInSomeOrder(program, store, seed));
      hashes.add(hashRows(path));
      expect(hashes.size, `hashes of the rows, seed ${seed}`).toBe(1);
    }
    const [kept] = queryFile(path, keptSql);
    expect(kept, 'what the runs are about').toEqual({ charts: 7, failed: 1, missing: 1, shared: 5, rejections: 11, retries: 2 });
    expect(orders.size, 'different orders of arrival').toBeGreaterThan(count / 2);
    return `${hashes.size} hash over all tables for ${count.toLocaleString('en')} runs in ${orders.size.toLocaleString('en')} orders of arrival`;
  },
  sabotages: [
    {
      title: 'charts kept in their order of arrival',
      patches: [
        {
          file: 'src/core/fetch-outcomes.ts',
          from: 'return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b));',
          to: 'return arrived;',
        },
        { file: 'src/core/fetch-outcomes.ts', from: 'return outcome;', to: 'arrived.push(outcome); return outcome;' },
        {
          file: 'src/core/fetch-outcomes.ts',
          from: 'const order = past',
          to: 'const arrived: ChartOutcome[] = []; const order = past',
        },
      ],
    },
    {
      title: 'a shared video takes the title of whichever region answers first',
      patches: [
        {
          file: 'src/core/pipeline.ts',
          from: 'past: store, report }',
          to: "past: store, report: (event) => void (event.kind === 'chart' && arrived.push(event.outcome.region)) }",
        },
        { file: 'src/core/pipeline.ts', from: 'const outcomes', to: 'const arrived: string[] = []; const outcomes' },
        {
          file: 'src/core/pipeline.ts',
          from: 'mergeCharts(outcomes,',
          to: 'mergeCharts(outcomes.toSorted((a, b) => arrived.indexOf(a.region) - arrived.indexOf(b.region)),',
        },
        {
          file: 'src/core/merge.ts',
          from: '.toSorted((a, b) => place(a.chart) - place(b.chart) || a.video.rank - b.video.rank)',
          to: '',
        },
      ],
    },
  ],
});

const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];

const plan: RunPlan = {
  charts: regions.map((region) => ({ region, category: 0 })),
  concurrency: 3,
  maxResults: 12,
  quotaPerDay: 10_000,
  version: '1.2.3',
  database: 'vault.db',
};

/** That the answers hold everything whose order could matter. */
const keptSql = `
  SELECT count(*) AS charts, sum(status = 'failed') AS failed, sum(status = 'no-chart') AS missing, sum(retries) AS retries,
    (SELECT count(*) FROM rejections) AS rejections,
    (SELECT count(*) FROM (SELECT 1 FROM appearances GROUP BY video_id HAVING count(*) > 1)) AS shared
  FROM charts`;

/** Fetches every chart anew into an empty vault, each answer after a time of its own, and gives the order of arrival. */
async function fetchInSomeOrder(program: Program, store: Store, seed: number): Promise<string> {
  const random = createRandom('any order', seed);
  const clock = createDrivenClock();
  const arrivals: string[] = [];
  const refused = new Set<string>();
  const server = await startServer(async ({ region, pageToken }) => {
    await clock.hold(1 + 900 * random());
    arrivals.push(region);
    if (refused.has(region) || pageToken !== undefined) return answer(region, pageToken);
    refused.add(region);
    return firstAnswers[region] ?? answer(region, pageToken);
  });
  const source = openScriptedSource(program, { apiUrl: server.url, clock, random, limits: { concurrency: pick(random, [3, 7]) } });
  await store.clear();
  await clock.drive(program.parts.runPipeline(plan, { source, store, clock, report: () => {} }));
  await server.close();
  return arrivals.join(' ');
}

/** What only the first request for a chart is answered. */
const firstAnswers: Readonly<Record<string, Answer>> = {
  GB: apiError(429, 'rateLimitExceeded', { 'retry-after': '1' }),
  NL: apiError(503, 'backendError'),
};

/** Two pages a chart. Videos that many charts show, each with another title and other counts, and one that none can read. */
function answer(region: string, pageToken: string | undefined): Answer {
  if (region === 'SE') return apiError(404, 'notFound');
  if (region === 'AT' && pageToken !== undefined) return apiError(400, 'invalidParameter');
  const place = regions.indexOf(region);
  const shared = Array.from({ length: 4 }, (_, index) => sharedItem(`shared-${(place + index) % 5}`, place));
  const own = [apiItem(`${region}-1-${pageToken}`), { id: `unreadable in ${region}` }];
  const items = place % 2 === 0 ? [...shared, ...own] : [...own, ...shared];
  return {
    gzip: false,
    body: { items: pageToken === undefined ? items : items.toReversed(), ...(!pageToken && { nextPageToken: 'second' }) },
  };
}

function sharedItem(id: string, place: number): object {
  const language = place % 3 === 0 ? {} : { defaultAudioLanguage: ['pl', 'nl'][place % 2] };
  return apiItem(id, {
    snippet: { title: `${id} as ${regions[place]} shows it`, tags: [String(place)], ...language },
    statistics: { viewCount: String(1000 + ((place * 37) % 100)), ...(place % 2 === 0 && { likeCount: String(place) }) },
  });
}
