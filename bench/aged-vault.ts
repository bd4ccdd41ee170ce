import Database from 'better-sqlite3';
import { categoryName } from '../src/core/category.ts';
import { regionLanguage } from '../src/core/region.ts';
import { between, createRandom, drawId, pick, type Random } from '../src/demo/random.ts';
import { snippetOf } from '../src/demo/snippet.ts';
import { vocabularyOf } from '../src/demo/vocabulary.ts';
import { createIndexer, type SearchedText } from '../src/sqlite/search-index.ts';
import { openSqliteStore } from '../src/sqlite/store.ts';

const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];
const size = 50;
const hoursApart = 8;

/** How many videos of a chart leave it from one run to the next: each stays some four days. */
const turnover = 4;
/** Of the newcomers, so many come from another region's chart. */
const shared = 0.12;

/** So many have words in their titles that are written without spaces, which no region's uploaders of the demo have. */
const unspaced = 0.1;
const unspacedLetters = ['東京大阪山川日本新年音楽映画料理旅行花火', 'กขคงจชดตนบปมยรลวสหอาเ'];

/** A video in the making: what the generator knows of it. */
interface Hit {
  readonly id: string;
  views: number;
  readonly perRun: number;
  /** Of a video that no run has kept yet. */
  text: VideoText | undefined;
}

interface VideoText extends SearchedText {
  readonly [column: string]: string | number | null;
}

/**
 * Makes a vault of `runs` runs, 8 hours apart, of seven regions' charts of 50: through the tables, for through the program ten years
 * would take hours. The texts are those of the demo; the same each time. The last run started 8 hours before `until`.
 */
export async function makeAgedVault(path: string, { runs, until }: { runs: number; until: number }): Promise<void> {
  await (await openSqliteStore(path)).close();
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  db.pragma('journal_mode = MEMORY');
  db.pragma('cache_size = -200000');
  const write = prepareWrites(db);
  const random = createRandom('aged', runs);
  const epochMs = until - runs * hoursApart * 3_600_000;
  const charts = regions.map((): Hit[] => []);
  const play = db.transaction((first: number, last: number) => {
    for (let run = first; run <= last; run += 1) playRun(run, { charts, write, random, epochMs });
  });
  for (let run = 1; run <= runs; run += 90) play(run, Math.min(runs, run + 89));
  db.close();
  // As a run would leave it.
  await (await openSqliteStore(path)).close();
}

interface Play {
  readonly charts: Hit[][];
  readonly write: ReturnType<typeof prepareWrites>;
  readonly random: Random;
  readonly epochMs: number;
}

/** In the order in which a run is written, which decides how full the pages of the file are. */
function playRun(run: number, play: Play): void {
  const { charts, write, random, epochMs } = play;
  const startedAt = new Date(epochMs + run * hoursApart * 3_600_000).toISOString();
  write.run.run(run, startedAt, startedAt);
  const places = new Map<Hit, Place[]>();
  for (const [position, region] of regions.entries()) {
    const chart = charts[position] ?? [];
    renew(chart, run, { ...play, region });
    write.chart.run(run, region, position + 1, chart.length);
    for (const [index, hit] of chart.entries()) places.set(hit, [...(places.get(hit) ?? []), { region, rank: index + 1 }]);
  }
  const ordered = [...places].toSorted(([a], [b]) => (a.id < b.id ? -1 : 1));
  for (const [hit] of ordered) {
    hit.views += Math.round(hit.perRun * (0.5 + random()));
    if (hit.text) write.video.run({ ...hit.text, views: hit.views });
    else write.seen.run(run, hit.views, hit.id);
  }
  write.index(ordered.flatMap(([{ text }]) => text ?? []));
  for (const [hit, seen] of ordered) {
    hit.text = undefined;
    write.snapshot.run(run, hit.id, hit.views, Math.round(hit.views / 30), Math.round(hit.views / 400));
    for (const { region, rank } of seen) write.appearance.run(run, region, rank, hit.id, hit.views);
  }
}

interface Place {
  readonly region: string;
  readonly rank: number;
}

/** The oldest go, newcomers take places of their own, and neighbours change theirs. */
function renew(chart: Hit[], run: number, { region, charts, random, epochMs }: Omit<Play, 'write'> & { region: string }): void {
  if (chart.length >= size) for (let leaver = 0; leaver < turnover; leaver += 1) chart.splice(Math.floor(random() * chart.length), 1);
  while (chart.length < size) {
    const others = charts[Math.floor(random() * charts.length)] ?? [];
    const candidate = random() < shared ? others[Math.floor(random() * others.length)] : undefined;
    const hit = candidate !== undefined && !chart.includes(candidate) ? candidate : upload(run, chart.length, { region, random, epochMs });
    chart.splice(Math.floor(random() * (chart.length + 1)), 0, hit);
  }
}

function upload(run: number, place: number, { region, random, epochMs }: Pick<Play, 'random' | 'epochMs'> & { region: string }): Hit {
  const key = `${region}/${run}/${place}`;
  const id = drawId(createRandom('aged', key), 11);
  const { patterns } = vocabularyOf(region);
  const pattern = patterns[Math.floor(random() * patterns.length)];
  if (!pattern) throw new Error(`${region} has no titles`);
  const hours = run * hoursApart;
  const card = { key, home: region, bornAt: hours - 10, strength: 1, reach: 0, pattern, turn: run * 50 + place };
  const snippet = snippetOf(card, id, { seed: 7, epochMs, region, hours });
  const { channelId, channelTitle, description, tags = [], publishedAt } = snippet;
  const title = random() < unspaced ? `${snippet.title} ${unspacedWord(random)}` : snippet.title;
  const searched = { video_id: id, title, channel_title: channelTitle, tags: JSON.stringify(tags), description };
  const facts = { channel_id: channelId, published_at: `${publishedAt.slice(0, 19)}.000Z`, category_id: pattern.category };
  const text = { ...searched, ...facts, category_name: categoryName(pattern.category), primary_language: regionLanguage(region), run };
  return { id, text, views: Math.round(20_000 * random()), perRun: Math.round(1000 * 2 ** (8 * random())) };
}

function unspacedWord(random: Random): string {
  const letters = Array.from(pick(random, unspacedLetters));
  return Array.from({ length: between(random, 4, 10) }, () => pick(random, letters)).join('');
}

function prepareWrites(db: Database.Database) {
  return {
    run: db.prepare(
      `INSERT INTO runs (run_id, started_at, finished_at, status, requests, quota_units, version) VALUES (?, ?, ?, 'complete', 7, 7, '0.0.0-bench')`,
    ),
    chart: db.prepare(
      `INSERT INTO charts (run_id, region, category, position, status, videos, rejected, requests, retries, waited_ms, duration_ms)
       VALUES (?, ?, 0, ?, 'stored', ?, 0, 1, 0, 0, 300)`,
    ),
    video: db.prepare(
      `INSERT INTO videos (video_id, title, channel_id, channel_title, published_at, category_id, category_name, duration_seconds, live,
         primary_language, description, tags, first_run, last_run, max_views)
       VALUES (@video_id, @title, @channel_id, @channel_title, @published_at, @category_id, @category_name, 300, 'none',
         @primary_language, @description, @tags, @run, @run, @views)`,
    ),
    seen: db.prepare('UPDATE videos SET last_run = ?, max_views = ? WHERE video_id = ?'),
    snapshot: db.prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)'),
    appearance: db.prepare('INSERT INTO appearances VALUES (?, ?, 0, ?, ?, ?)'),
    index: createIndexer(db),
  };
}
