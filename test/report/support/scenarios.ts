import { join } from 'node:path';
import { regionCodes } from '../../../src/core/region.ts';
import { openShell } from '../../support/cli.ts';
import { openDemoShell } from '../../support/demo-vault.ts';
import { failedOutcome, sampleOutcome, sampleVideo } from '../../store/sample-run.ts';
import { fillVault, type PlannedRun, planRuns } from './fill-vault.ts';
import { fillHostileVault } from './hostile-vault.ts';
import { madeUpChart } from './made-up-charts.ts';

const seven = ['US', 'IN', 'BR', 'JP', 'NG', 'GB', 'PL'];
const kinds = ['US', 'US/10', 'US/25', 'US/29', 'PL', 'PL/10', 'PL/28', 'JP/20'];

/** What a vault may hold when a report of it is asked for. */
const vaults = {
  'no vault': async () => {},
  'only failures': (path: string) =>
    fillVault(
      path,
      planRuns(4, 7, () => ['US', 'PL'].map((region) => failedOutcome(region))),
    ),
  'one run': (path: string) =>
    fillVault(
      path,
      planRuns(1, 7, (at) => charts(at, seven)),
    ),
  'one chart': (path: string) =>
    fillVault(
      path,
      planRuns(3, 7, (_, index) => [sampleOutcome('PL', [sampleVideo('only-video', { views: 10 + index })])]),
    ),
  'a year': (path: string) =>
    fillVault(
      path,
      planRuns(1251, 7, (at) => charts(at, seven, 5)),
    ),
  troubles: (path: string) => fillVault(path, planTroubles()),
  'many regions': (path: string) =>
    fillVault(
      path,
      planRuns(2, 7, (at) => charts(at, regionCodes, 5)),
    ),
  categories: (path: string) =>
    fillVault(
      path,
      planRuns(9, 7, (at) => charts(at, kinds, 10)),
    ),
  hostile: fillHostileVault,
} satisfies Record<string, (path: string) => Promise<void>>;

export type Scenario = keyof typeof vaults | 'demo';

export const scenarios = ['demo', ...Object.keys(vaults)] as readonly Scenario[];

function charts(startedAt: string, names: readonly string[], count?: number): PlannedRun['outcomes'] {
  return names.map((name) => madeUpChart(name, startedAt, count));
}

/** A region that never answers, a sparse one, one that has no chart, a run that failed, two that were interrupted, and a gap. */
function planTroubles(): PlannedRun[] {
  const runs = planRuns(40, 7, (at, index) => {
    if (index === 17 || index === 39) return undefined;
    if (index === 25) return seven.map((region) => failedOutcome(region));
    const [first = sampleOutcome('US', []), second = first, ...others] = charts(at, ['US', 'JP', 'BR', 'PL'], 12) ?? [];
    const sparse = { ...second, status: 'sparse' as const, videos: second.videos.slice(0, 2) };
    return [first, index > 30 ? sparse : second, ...others, failedOutcome('NG'), sampleOutcome('IN', [], { status: 'no-chart' })];
  });
  return runs.filter((_, index) => index < 8 || index > 12);
}

const made = new Map<string, Promise<string>>();

/** The page of a scenario, as `vault report` writes it; made once a file of tests. */
export function pageOf(scenario: Scenario): Promise<string> {
  const page =
    made.get(scenario) ?? (scenario === 'demo' ? reportDemo() : report(vaults[scenario], scenario === 'a year' ? '--since 400d' : ''));
  made.set(scenario, page);
  return page;
}

/** What `vault report` makes of a vault that `fill` makes. */
export async function report(fill: (path: string) => Promise<void>, options = ''): Promise<string> {
  const { vault, folder } = openShell();
  await fill(join(folder, 'vault.db'));
  const { exitCode, stdout, stderr } = await vault(`report --out - ${options}`);
  if (exitCode !== 0) throw new Error(`vault report ended with ${exitCode}: ${stderr}`);
  return stdout;
}

async function reportDemo(): Promise<string> {
  const { vault } = await openDemoShell();
  return (await vault('report --out -')).stdout;
}
