import Database from 'better-sqlite3';
import type { RegionalVideo } from '../../../src/core/chart.ts';
import { regionCodes } from '../../../src/core/region.ts';
import { failedOutcome, sampleOutcome, sampleVideo } from '../../store/sample-run.ts';
import { fillVault, planRuns } from './fill-vault.ts';
import { hostileVideos } from './hostile-payloads.ts';

/** As many charts as a page tells the first places of, and those places: each text is on the page. */
const [charts, places] = [20, 5];

export const hostile = hostileVideos(charts * places);

/**
 * A vault whose every text is hostile: titles, channels, tags, ids, languages, names of categories, errors. Each chart's first
 * video goes around the world, and counters are as odd as the texts.
 */
export async function fillHostileVault(path: string): Promise<void> {
  const runs = planRuns(4, 7, (_, run) => {
    const stored = regionCodes.slice(0, charts).map((region, index) => sampleOutcome(region, chartOf(index, run)));
    return [...stored, ...hostile.slice(0, 8).map(({ text }, index) => failing(regionCodes[charts + index] ?? '', text))];
  });
  await fillVault(path, runs);
  const db = new Database(path);
  db.exec('UPDATE videos SET category_name = title, primary_language = title WHERE rowid % 2 = 0');
  db.close();
}

function chartOf(index: number, run: number): RegionalVideo[] {
  const own = hostile.slice(index * places, (index + 1) * places).map((_, place) => videoOf(index * places + place, run));
  const travels = run > 0 && index < run * 5 ? [videoOf(((index + 5) % charts) * places, run)] : [];
  // Not all at once: what is there from the beginning has no history.
  return [...own.slice(run === 0 ? 2 : 0), ...travels];
}

function videoOf(index: number, run: number): RegionalVideo {
  const { id, text } = hostile[index] ?? { id: '', text: '' };
  const views = [null, 0, 1, 999_999_999_999, 1000 + run * index, 5_000_000 - run][index % 6] ?? null;
  return sampleVideo(id, { title: text, channelTitle: text, channelId: `UC-${id}`, description: text, tags: [text, text], views });
}

function failing(region: string, message: string) {
  return failedOutcome(region, { error: { code: 'unreachable', message } });
}
