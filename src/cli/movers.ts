import { compareRuns } from '../core/compare-runs.ts';
import type { Reader } from '../core/ports.ts';
import type { ChartRecord } from '../core/summary.ts';
import { askVault, chooseRuns, describeChoice, type VaultAnswer } from './ask-vault.ts';
import type { MoversSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { nameMovers, renderMoverLists } from './render-movers.ts';
import { chartLabel } from '../text/format.ts';
import { describeVideo } from './describe-video.ts';
import { findVideosById } from '../core/find-videos.ts';

/** `vault movers`: what the last run changed, or what changed from the first to the last run of a period. */
export async function moversCommand(settings: MoversSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, (reader) => findMovers(settings, reader, edges));
}

async function findMovers(settings: MoversSettings, reader: Reader, edges: Edges): Promise<VaultAnswer> {
  const chosen = await chooseRuns(settings, reader, edges);
  const { compared, left, ...lists } = await compareRuns(reader, {
    last: chosen.last,
    since: chosen.isPeriod ? chosen.first.run : undefined,
    regions: settings.region,
  });
  const ids = Object.values(lists).flatMap((list: readonly { videoId: string }[]) =>
    list.slice(0, settings.moverLimit).map(({ videoId }) => videoId),
  );
  const videos = await findVideosById(reader, ids);
  const { found, ...shown } = nameMovers(lists, { videos, limit: settings.moverLimit });
  const { run, startedAt } = chosen.last;
  return {
    document: {
      run,
      startedAt,
      compared: compared.map(({ region, category, before }) => ({ region, category, run: before.run, startedAt: before.startedAt })),
      notCompared: left.map(({ region, category, status }) => ({ region, category, status })),
      found,
      ...Object.fromEntries(
        Object.entries(shown).map(([name, list]) => [name, list.map(({ video, ...entry }) => ({ ...describeVideo(video), ...entry }))]),
      ),
    },
    render: (look) =>
      [`Movers of ${describeChoice(chosen, look)}`, ...describeLeft(left), '', renderMoverLists({ found, ...shown }, look)].join('\n'),
  };
}

function describeLeft(charts: readonly ChartRecord[]): string[] {
  return charts.map((chart) =>
    chart.status === 'stored'
      ? `${chartLabel(chart)}: not compared, no run before it got this chart`
      : `${chartLabel(chart)}: not compared, ${chart.status}`,
  );
}
