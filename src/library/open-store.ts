import { systemClock } from '../cli/edges.ts';
import { openStore as openVault } from '../cli/open-store.ts';
import { findVault, type Vault } from '../cli/vault.ts';
import { parseDuration } from '../core/duration.ts';
import type { Place, RunRange, Snapshot, StoredRun, VideoRecord } from '../core/history.ts';
import { mergeCharts } from '../core/merge.ts';
import type { ChartOutcome } from '../core/outcome.ts';
import type { NotBefore, Reader, Store } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { RunRecord, UnfinishedRun } from '../core/summary.ts';
import { interruptionBy } from './interruption.ts';
import { inMs, readOption } from './read-option.ts';

/** Answers questions about a vault; what others write meanwhile is seen, and keeps nobody waiting. */
export interface VaultReader {
  /** The newest run that ended, or `undefined` in an empty vault. */
  latestRun(): Promise<RunRecord | undefined>;
  findRun(run: number): Promise<RunRecord | UnfinishedRun | undefined>;
  /** The newest `limit` runs, newest first, those that never ended included. */
  listRuns(limit: number): Promise<(RunRecord | UnfinishedRun)[]>;
  /** The run itself, if it stored a video. */
  storedRun(run: number): Promise<StoredRun | undefined>;
  /** Each video once a chart, with its best rank and the greatest count that the region showed in these runs. */
  places(range: RunRange, regions?: readonly string[]): Promise<Place[]>;
  /** All places of a video, oldest first. */
  placesOf(videoId: string): Promise<(Place & StoredRun)[]>;
  /** All counters of a video, oldest first. */
  snapshotsOf(videoId: string): Promise<Snapshot[]>;
  /** The videos of these that are known, in no order. */
  findVideos(videoIds: readonly string[]): Promise<VideoRecord[]>;
  /** Units of quota spent today; its day begins at midnight in America/Los_Angeles. */
  quotaUsedToday(): Promise<number>;
  /** The time before which YouTube wants no request, whether past or still to come. */
  notBefore(): Promise<NotBefore | undefined>;
  close(): Promise<void>;
}

/** A run that is to be kept. Times are ISO 8601 UTC with milliseconds. */
export interface NewRun {
  readonly startedAt: string;
  /** The moment in which it is saved, unless given. */
  readonly finishedAt?: string | undefined;
  /** The program that made the run, and which of its versions. */
  readonly version: string;
  /** As `fetchCharts` gave them. */
  readonly outcomes: readonly ChartOutcome[];
}

/** A vault, held to write runs until it is closed. */
export interface VaultStore extends VaultReader {
  /**
   * Merges the charts and writes all that they brought in one transaction, and gives the run as it is now kept. Where the vault fails in the
   * middle, the run stays `running` and holds nothing.
   *
   * @throws VaultError `usage` for what no fetch could have brought, `database` where the vault fails.
   */
  saveRun(run: NewRun): Promise<RunRecord>;
}

/** How long to wait for a vault. */
export interface OpenOptions {
  /** Milliseconds to wait while another run holds the vault, up to a day; 0 unless given. */
  readonly waitMs?: number | undefined;
  /** Ends the waiting, for another run and for a server that is lost. */
  readonly signal?: AbortSignal | undefined;
}

/** What a program holds is less than what there is to do with a vault, some of which is for this program's own commands alone. */
const stores = new WeakMap<VaultStore, Store>();

/**
 * Opens a vault to write runs, and holds it until it is closed; makes it where there is none, and brings one of an older version up to date.
 * Hold it for one run: a server that is lost is looked for again within ten minutes of the opening.
 *
 * @param address - The path of a file of SQLite, or a database as `postgres://user:password@host/database`.
 * @throws VaultError `usage` for what is neither, `locked` while another run holds the vault, `configuration` for a file that is no vault
 * or one of a newer version, `database` where the disk or the server fails.
 */
export async function openStore(address: string, options: OpenOptions = {}): Promise<VaultStore> {
  const vault = await vaultAt(address);
  const waitMs = await readOption('wait', 'waitMs', inMs(options.waitMs));
  const { interruption, forget } = interruptionBy(options.signal);
  const edges = { clock: systemClock, interruption, timeZone: undefined };
  const store = await openVault(vault, edges, { waitMs, retryMs: parseDuration('10m') }).catch((error: unknown) => {
    forget();
    throw error;
  });
  const held = {
    ...readerOf(store),
    saveRun: async (run: NewRun) => {
      (await import('./check-run.ts')).checkRun(run);
      return saveRun(store, run);
    },
    close: () => store.close().finally(forget),
  };
  stores.set(held, store);
  return held;
}

/** What `openStore` opened, with all that it can do. */
export function storeOf(store: VaultStore): Store {
  const whole = stores.get(store);
  if (!whole) throw new TypeError('store: expected what openStore gave');
  return whole;
}

/**
 * Opens a vault to ask it questions; `undefined` where there is none yet.
 *
 * @param address - As for `openStore`.
 * @throws VaultError as `openStore`, but never `locked`; `configuration` also for a vault of an older version, until a run has brought it
 * up to date.
 */
export async function openReader(address: string): Promise<VaultReader | undefined> {
  const reader = await (await vaultAt(address)).openReader();
  return reader && readerOf(reader);
}

async function vaultAt(address: unknown): Promise<Vault> {
  // Without one the command line would take its own default.
  return findVault(await readOption('db', 'address', typeof address === 'string' ? address : ''), process.cwd());
}

function readerOf(reader: Reader): VaultReader {
  const { latestRun, findRun, listRuns, storedRun, places, placesOf, snapshotsOf, findVideos, notBefore, close } = reader;
  const quotaUsedToday = (): Promise<number> => reader.quotaUsed(pacificDay(systemClock.now()));
  return { latestRun, findRun, listRuns, storedRun, places, placesOf, snapshotsOf, findVideos, quotaUsedToday, notBefore, close };
}

async function saveRun(store: Store, { startedAt, finishedAt, version, outcomes }: NewRun): Promise<RunRecord> {
  const videos = mergeCharts(outcomes);
  const run = await store.startRun({ startedAt, version });
  return store.finishRun({ run, finishedAt: finishedAt ?? new Date(systemClock.now()).toISOString(), outcomes, videos });
}
