import { findOverlap, regionsOf } from '../core/overlap.ts';
import { chartsOfRun } from '../core/run-charts.ts';
import { askVault, chooseRuns, describeChoice, documentChoice, type VaultAnswer } from './ask-vault.ts';
import type { OverlapSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { renderOverlap } from './render-overlap.ts';

/** `vault overlap`: how many videos each two regions share. */
export async function overlapCommand(settings: OverlapSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, async (reader): Promise<VaultAnswer> => {
    const chosen = await chooseRuns(settings, reader, edges);
    const places = await reader.places({ from: chosen.first.run, to: chosen.last.run }, settings.region);
    const order = settings.region ?? (await chartsOfRun(reader, chosen.last.run)).map(({ region }) => region);
    const overlap = findOverlap(places, regionsOf(places, order));
    return {
      document: {
        ...documentChoice(chosen),
        unique: overlap.unique,
        shared: overlap.shared,
        overlapPercent: overlap.overlapPercent,
        meanJaccard: overlap.meanJaccard,
        regions: overlap.regions,
        pairs: overlap.pairs,
      },
      render: (look) =>
        [`Overlap in ${describeChoice(chosen, look)}`, '', renderOverlap(overlap, { limit: settings.pairLimit }, look)].join('\n'),
    };
  });
}
