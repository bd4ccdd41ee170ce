import type { ChartKey } from './chart.ts';
import type { DatasetQuestion, DatasetRow } from './dataset.ts';
import type { Period } from './period.ts';
import type { SearchWord } from './search-words.ts';

/** A run that stored a video, by its number and its start (ISO 8601 UTC). */
export interface StoredRun {
  readonly run: number;
  readonly startedAt: string;
}

/** The runs of a period that stored something; `runs` counts them. */
export interface StoredRange {
  readonly first: StoredRun;
  readonly last: StoredRun;
  readonly runs: number;
}

/** Runs by their numbers, both included. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
}

/** A video's place in a chart, and the count that the region showed. */
export interface Place extends ChartKey {
  readonly videoId: string;
  readonly rank: number;
  readonly views: number | null;
}

/** A video's counters in one run, the greatest of all regions. */
export interface Snapshot extends StoredRun {
  readonly videoId: string;
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
}

/** A video as it was when it was last seen. Times are ISO 8601 UTC, of the runs that are still kept. */
export interface VideoRecord {
  readonly videoId: string;
  readonly title: string;
  readonly channelId: string;
  readonly channelTitle: string;
  readonly publishedAt: string;
  readonly categoryId: number | null;
  readonly categoryName: string | null;
  readonly durationSeconds: number | null;
  readonly live: string;
  readonly declaredLanguage: string | null;
  readonly primaryLanguage: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  /** The greatest count ever seen. */
  readonly maxViews: number | null;
}

/** What is searched for: every word has to be found; the rest narrows down which videos are looked at. */
export interface SearchQuestion extends Period {
  readonly words: readonly SearchWord[];
  /** Charted in one of these at least, within the period. */
  readonly regions: readonly string[] | undefined;
  /** As `primary_language`: `pt` finds pt-BR too. */
  readonly language: string | undefined;
  readonly limit: number;
}

/** Where all words of a search were found, the best of them: the order of the hits. */
export type MatchedField = 'title' | 'channel' | 'tags' | 'description' | 'several';

export interface SearchHit {
  readonly videoId: string;
  readonly match: MatchedField;
}

/** How many videos of one category and language a region's charts showed. */
export interface KindCount {
  readonly region: string;
  readonly categoryId: number | null;
  readonly categoryName: string | null;
  readonly primaryLanguage: string;
  readonly videos: number;
}

/** Answers questions about what was stored, over all runs. */
export interface History {
  storedRange(period: Period): Promise<StoredRange | undefined>;
  /** The run itself, if it stored a video. */
  storedRun(run: number): Promise<StoredRun | undefined>;
  /** Each video once a chart, with its best rank and the greatest count that the region showed in these runs. */
  places(range: RunRange, regions?: readonly string[]): Promise<Place[]>;
  /** What kinds of videos these runs saw, each video once a region, as it was when it was last seen; in no order. */
  countKinds(range: RunRange, regions?: readonly string[]): Promise<KindCount[]>;
  /** Of each video that these runs saw, the last counters. */
  lastSnapshots(range: RunRange): Promise<Snapshot[]>;
  /** All counters of a video, oldest first. */
  snapshotsOf(videoId: string): Promise<Snapshot[]>;
  /** The newest `count` of them, up to a run where one is named; oldest first. However old a video is, that takes as long. */
  newestSnapshots(videoId: string, count: number, to?: number): Promise<Snapshot[]>;
  /** All places of a video, oldest first. */
  placesOf(videoId: string): Promise<(Place & StoredRun)[]>;
  /** The runs in which a chart was stored whole, oldest first. */
  chartRuns(key: ChartKey, range: RunRange): Promise<StoredRun[]>;
  /** The videos of these that are known, in no order. */
  findVideos(videoIds: readonly string[]): Promise<VideoRecord[]>;
  /** The best `limit` videos: found in the title before found in the channel's name, the tags, the description. */
  search(question: SearchQuestion): Promise<SearchHit[]>;
  /** A dataset in batches of rows, oldest first, all of one moment of the vault. */
  rows(question: DatasetQuestion): AsyncIterable<readonly DatasetRow[]>;
  countRows(question: DatasetQuestion): Promise<number>;
}
