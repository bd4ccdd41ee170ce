import type { RegionalVideo } from '../../../src/core/chart.ts';
import { sampleOutcome, sampleVideo } from '../../store/sample-run.ts';
import { fillVault, planRuns } from './fill-vault.ts';

/** A vault whose figures are of every size: hours and days, seconds and minutes, five hundredths and seventy of them. */
export async function fillVaultOfUnits(path: string): Promise<void> {
  await fillVault(
    path,
    planRuns(12, 7, (_, run) => [
      sampleOutcome('PL', eight('a', run)),
      sampleOutcome('US', [...eight('a', run), ...(run >= 1 ? [video('traveller', run)] : [])]),
      sampleOutcome('GB', [...eight('b', run), ...(run >= 2 ? [video('traveller', run)] : [])]),
      // Not asked for every time: what they show was last seen longer ago.
      ...(run === 9 || run === 11 ? [sampleOutcome('FR', [video('other', run), video('traveller', run)])] : []),
      ...(run === 0 ? [sampleOutcome('DE', [video('alone', run)])] : []),
      ...(run === 11 ? [sampleOutcome('DE', [video('alone', run), video('traveller', run)])] : []),
    ]),
  );
}

function eight(name: string, run: number): RegionalVideo[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((number) => video(`${name}${number}`, run));
}

/** Those with long names grow the fastest. */
function video(id: string, run: number): RegionalVideo {
  return sampleVideo(id, { views: 1000 + run * 10 * id.length ** 2 });
}
