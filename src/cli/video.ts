import { type ChartCourse, findSpread, type Spread } from '../core/course.ts';
import { followVideo } from '../core/follow-video.ts';
import { VaultError } from '../core/errors.ts';
import { formatDuration } from '../core/duration.ts';
import { growthBetween, growthSteps } from '../core/growth.ts';
import type { Snapshot, VideoRecord } from '../core/history.ts';
import { type Period, readPeriod } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { regionName } from '../core/region.ts';
import { askVault, type VaultAnswer } from './ask-vault.ts';
import type { VideoSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { rankLine } from './rank-line.ts';
import { sparkline } from './sparkline.ts';
import { type Column, renderTable } from './table.ts';
import { chartLabel, formatCount, formatGrowth, formatNumber, formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { describeVideo } from './describe-video.ts';
import { videoUrl } from '../core/video-url.ts';

/** `vault video ID`: all that is known of one video. */
export async function videoCommand(settings: VideoSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, (reader) => findHistory(settings, reader, edges));
}

async function findHistory(settings: VideoSettings, reader: Reader, edges: Edges): Promise<VaultAnswer> {
  const { videoId, region: regions, runLimit } = settings;
  const [video] = await reader.findVideos([videoId]);
  if (!video) throw new VaultError('usage', `video ${videoId}: no video of this vault; vault search finds one by its words`);
  const period = readPeriod(settings, edges.clock.now());
  const places = (await reader.placesOf(videoId)).filter((place) => isWithin(place, period) && (regions?.includes(place.region) ?? true));
  const snapshots = (await reader.snapshotsOf(videoId)).filter((snapshot) => isWithin(snapshot, period));
  const courses = await followVideo(reader, places);
  const spread = findSpread(places);
  const peak = courses.toSorted((a, b) => a.bestRank - b.bestRank)[0];
  return {
    document: describeHistory(video, { snapshots, courses, spread, peak, runLimit }),
    render: (look) => renderHistory(video, { snapshots, courses, spread }, look),
  };
}

function isWithin({ startedAt }: { startedAt: string }, { since, until }: Period): boolean {
  return (since === undefined || startedAt >= since) && (until === undefined || startedAt < until);
}

interface Found {
  readonly snapshots: readonly Snapshot[];
  readonly courses: readonly ChartCourse[];
  readonly spread: Spread | undefined;
}

function describeHistory(
  video: VideoRecord,
  { snapshots, courses, spread, peak, runLimit }: Found & { peak: ChartCourse | undefined; runLimit: number },
) {
  const { durationSeconds, live, declaredLanguage, description, tags, firstSeenAt, lastSeenAt, maxViews } = video;
  return {
    ...describeVideo(video),
    durationSeconds,
    live,
    declaredLanguage,
    description,
    tags,
    firstSeenAt,
    lastSeenAt,
    maxViews,
    runs: snapshots.length,
    peak: peak ? { rank: peak.bestRank, region: peak.region, category: peak.category } : null,
    spread: spread ?? null,
    charts: courses.map((course) => ({ ...course, ranks: course.ranks.slice(-runLimit) })),
    counters: snapshots.slice(-runLimit).map(({ run, startedAt, views, likes, comments }) => ({ run, startedAt, views, likes, comments })),
  };
}

function renderHistory(video: VideoRecord, { snapshots, courses, spread }: Found, look: Look): string {
  const { paint, timeZone } = look;
  const time = (startedAt: string | null): string => (startedAt === null ? 'never' : formatTime(Date.parse(startedAt), timeZone));
  const last = snapshots.at(-1);
  const growth = formatGrowth(growthBetween(snapshots.at(-2), last));
  const facts = [
    ['Channel', plain(video.channelTitle)],
    ['Address', videoUrl(video.videoId)],
    ['Published', time(video.publishedAt)],
    ['Category', video.categoryName ?? formatCount(video.categoryId)],
    ['Language', video.primaryLanguage],
    ['Length', video.durationSeconds ? formatDuration(video.durationSeconds * 1000) : ''],
    ['Seen', `${time(video.firstSeenAt)} to ${time(video.lastSeenAt)}, in ${formatNumber(snapshots.length)} of the runs asked about`],
    [
      'Views',
      `${formatCount(last?.views) || 'hidden'}${growth === '' ? '' : `, per hour ${growth}`}  ${sparkline(growthSteps(snapshots), 24)}`,
    ],
    ['Likes', formatCount(last?.likes)],
    ['Comments', formatCount(last?.comments)],
    ['Tags', plain(video.tags.join(', '))],
    ['Spread', spread ? describeSpread(spread) : ''],
  ] as const;
  const lines = facts.filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(10)}${value}`);
  return [paint('bold', plain(video.title)), '', ...lines, '', renderCourses(courses, look)].join('\n');
}

function describeSpread({ from, reached }: Spread): string {
  const first = `first in ${from.map(regionName).join(', ')}`;
  return [first, ...reached.map(({ region, days }) => `${regionName(region)} after ${days} d`)].join('; ');
}

function renderCourses(courses: readonly ChartCourse[], { width, paint, timeZone }: Look): string {
  const time = (startedAt: string): string => formatTime(Date.parse(startedAt), timeZone);
  const columns: Column<ChartCourse>[] = [
    { title: 'Chart', align: 'left', dispensable: 0, cell: chartLabel },
    { title: 'Best', align: 'right', dispensable: 0, cell: ({ bestRank }) => String(bestRank) },
    { title: 'Last', align: 'right', dispensable: 0, cell: ({ ranks }) => formatCount(ranks.at(-1)?.rank) },
    { title: 'Hours', align: 'right', dispensable: 1, cell: ({ hours }) => (Number.isNaN(hours) ? '' : formatNumber(hours)) },
    { title: 'From', align: 'left', dispensable: 3, cell: ({ firstSeenAt }) => time(firstSeenAt) },
    { title: 'To', align: 'left', dispensable: 4, cell: ({ lastSeenAt }) => time(lastSeenAt) },
    rankLine(({ ranks }) => ranks, { dispensable: 2, width: 30 }),
  ];
  return courses.length === 0 ? 'In no chart of the runs asked about.' : renderTable(columns, courses, { width, paint });
}
