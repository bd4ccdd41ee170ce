// Fills an empty database with twenty days of runs of 110 regions, weighs it, and prints what ten years would be:
// npm run bench -- --postgres postgres://…
import { mergeCharts, type RegionalChart } from '../src/core/merge.ts';
import type { ChartOutcome } from '../src/core/outcome.ts';
import type { Store } from '../src/core/ports.ts';
import { connect } from '../src/postgres/connection.ts';
import { openPostgresStore } from '../src/postgres/store.ts';
import { formatNumber } from '../src/text/format.ts';
import { describeMachine } from './machine.ts';
import { renderEstimate } from './postgres-estimate.ts';
import { renderParquet, weighParquet } from './postgres-parquet.ts';
import { renderParts, weighServerParts } from './postgres-sizes.ts';
import { createWorld, hoursApart, likely, readCharts, regions, runsADay } from './postgres-world.ts';
import { median } from './row.ts';

/** Twenty days, all in one partition. */
const epochMs = Date.UTC(2026, 10, 1);
const runs = 68;

const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Prints what it found. */
export async function main(): Promise<void> {
  const url = process.argv.slice(2).find((word) => word !== '--postgres');
  if (url === undefined) throw new Error('name an empty database: npm run bench -- --postgres postgres://…');
  const connection = await connect(url);
  const [server] = await connection.query<{ version: string; fsync: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
  );
  say(...describeMachine(), `PostgreSQL ${server?.version}, fsync ${server?.fsync}`);
  // What the server does by itself in the seven hours between two runs, of which nothing is left here.
  const times = await storeRuns(url, () => connection.query('VACUUM (ANALYZE)'));
  say(
    `${runs} runs of ${regions.length} regions × 200 videos, ${runsADay} a day: a video stays in a chart for ${likely.stayDays} days, and`,
    `${likely.elsewhere * 100} % of a chart's newcomers come from another region's.`,
    '',
    ...Object.entries(times).map(
      ([what, all]) => `${what}: median ${ms(median(all))}, ${ms(Math.min(...all))} – ${ms(Math.max(...all))}, of ${all.length} runs`,
    ),
  );
  const parts = await weighServerParts(connection.query);
  await connection.close();
  const parquet = weighParquet(url, tell);
  say('', renderParts(parts), '', renderParquet(parquet), '', renderEstimate(parts, parquet));
}

const ms = (value: number): string => `${formatNumber(Math.round(value))} ms`;

/** Each run as the program stores it; its words go into the index at the next opening, so that they are timed apart. */
async function storeRuns(url: string, rest: () => Promise<unknown>): Promise<Record<string, number[]>> {
  const [transactions, indexing]: [number[], number[]] = [[], []];
  const play = createWorld(likely);
  const clock = { now: Date.now, monotonic: () => performance.now(), schedule: () => () => {} };
  const open = (signal: AbortSignal): Promise<Store> => openPostgresStore(url, { clock, retryMs: 0, signal });
  for (let run = 0; run < runs; run += 1) {
    const startMs = epochMs + run * hoursApart * 3_600_000;
    const charts = readCharts(play(), epochMs);
    const interruption = new AbortController();
    const store = await open(interruption.signal);
    const number = await store.startRun({ startedAt: new Date(startMs).toISOString(), version: '0.0.0-bench' });
    const finished = {
      run: number,
      finishedAt: new Date(startMs + 60_000).toISOString(),
      outcomes: charts.map(outcomeOf),
      videos: mergeCharts(charts),
    };
    interruption.abort();
    const begun = performance.now();
    await store.finishRun(finished);
    const stored = performance.now();
    await store.close();
    const closed = performance.now();
    await (await open(new AbortController().signal)).close();
    // The first fills an empty vault, and its words take as long as those of ten others.
    if (run > 0) {
      transactions.push(stored - begun);
      indexing.push(performance.now() - closed);
    }
    await rest();
    if (run % 10 === 9) tell(`${run + 1} of ${runs} runs`);
  }
  return { 'The transaction of a run': transactions, 'Its words, afterwards': indexing };
}

function outcomeOf(chart: RegionalChart): ChartOutcome {
  const sent = { requests: 4, retries: 0, waitedMs: 0, durationMs: 1200 };
  return { ...chart, ...sent, status: 'stored', rejections: [], error: null, notBefore: undefined };
}
