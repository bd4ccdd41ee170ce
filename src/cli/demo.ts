import { version } from '../../package.json';
import { dayMs, hourMs, minuteMs, parseDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Clock, Report, Store } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import type { RunSummary } from '../core/summary.ts';
import { startServer } from '../demo/server.ts';
import { createSimulation } from '../demo/simulation.ts';
import type { DemoSettings } from './command-options.ts';
import { gatherFacts } from '../report/facts.ts';
import { formatBytes } from '../text/format.ts';
import type { Edges } from './edges.ts';
import { runExitCode } from './exit-code.ts';
import { createNarrator } from './narrate.ts';
import { openStore } from './open-store.ts';
import { demoPaceHours, options } from './options.ts';
import { chartsOf, performRun, type RunOrder } from './perform-run.ts';
import { printRun } from './print-run.ts';
import { renderReport, type ReportPlace, requireReportPlace, writeReport } from './report-file.ts';
import { plain } from '../text/plain.ts';
import { findVault, type Vault } from './vault.ts';

const demoVersion = `${version}-demo`;

/** `vault demo`: runs of `fetch` against a simulated YouTube, into a vault made anew. */
export async function demoCommand(settings: DemoSettings, edges: Edges): Promise<number> {
  const vault = findVault(settings.demoDb, edges.cwd);
  const database = vault.name;
  const store = await openStore(vault, edges);
  try {
    await requireDemoVault(store, database);
    const place = await requireReportPlace(`${database.replace(/\.db$/, '')}.html`, {
      vault,
      force: false,
      remedy: 'give the demo another path with --db',
    });
    await store.clear();
    const summary = await playRuns(database, settings, store, edges);
    await printRun(summary, store, settings, edges);
    if (!settings.json) edges.stdout.write(farewell(settings.demoDb, await reportOn(store, { place, vault }, edges), edges));
    return runExitCode(summary);
  } finally {
    await store.close();
  }
}

/** Roomy: nothing hangs on this machine, and a slow one is to see its demo too. */
const limits = {
  timeout: 10 * minuteMs,
  deadline: dayMs,
  maxWait: parseDuration(options.maxWait.default) ?? 0,
  quotaPerDay: Number(options.quotaPerDay.default),
} as const;

/** A demo starts from nothing, but forgets only what earlier demos made. A vault whose runs were deleted may still hold much. */
async function requireDemoVault(store: Store, database: string): Promise<void> {
  if (await store.isUnused()) return;
  const versions = await store.versions();
  if (versions.length > 0 && versions.every((made) => made.endsWith('-demo'))) return;
  throw new VaultError('usage', `--db ${database}: this vault is no demo's, and a demo begins by emptying its vault; give another path`);
}

/** A simulated YouTube whose time stands still during a run and moves on between two. */
interface World {
  readonly url: string;
  /** Moves on to a run, from 0, and gives the clock to run it by: the last run is now. */
  moveTo(run: number): Clock;
  close(): Promise<void>;
}

/** Only the last run is played at the pace of the real thing: nobody wants to wait for simulated history. */
async function startWorld({ seed, runs }: DemoSettings, clock: Clock): Promise<World> {
  const last = (runs - 1) * demoPaceHours;
  const epochMs = clock.now() - last * hourMs;
  let hours = 0;
  const world = { seed, epochMs, hours: () => hours };
  const history = createSimulation({ ...world, latency: false, refusals: false });
  const present = createSimulation({ ...world, latency: true, refusals: true });
  const server = await startServer((request) => (hours === last ? present : history).handler(request), {
    wait: (ms, signal) => sleep(clock, ms, signal),
  });
  return {
    url: server.url,
    moveTo(run) {
      hours = run * demoPaceHours;
      return { ...clock, now: () => clock.now() - (last - hours) * hourMs };
    },
    close: server.close,
  };
}

async function playRuns(database: string, settings: DemoSettings, store: Store, edges: Edges): Promise<RunSummary> {
  const world = await startWorld(settings, edges.clock);
  const order: RunOrder = {
    ...settings,
    ...limits,
    apiUrl: world.url,
    apiKey: 'demo',
    charts: chartsOf(settings),
    database,
    version: demoVersion,
  };
  const play = (run: number, report: Report): Promise<RunSummary> => {
    // The simulation is on this machine, where no proxy can reach it.
    return performRun(order, store, report, { ...edges, env: {}, clock: world.moveTo(run) });
  };
  try {
    for (let run = 0; run < settings.runs - 1; run += 1) {
      edges.interruption.throwIfAborted();
      await play(run, () => {});
    }
    const narrator = await createNarrator(order, settings.logLevel, edges);
    return await play(settings.runs - 1, narrator.report).finally(narrator.stop);
  } finally {
    await world.close();
  }
}

/** Writes the report of the demo beside its vault. */
async function reportOn(store: Store, { place, vault }: { place: ReportPlace; vault: Vault }, edges: Edges): Promise<string> {
  const facts = await gatherFacts(store, { period: { since: undefined, until: undefined }, regions: undefined, now: edges.clock.now() });
  const page = await renderReport(facts, { format: 'html', thumbnails: false, database: vault.name, isForTerminal: false }, edges);
  return `${plain(place.out)} (${formatBytes(writeReport(page, place, { vault, force: false }))})`;
}

/** Whoever came by way of npm goes on by it; elsewhere npx would fetch a stranger's package of this name. */
function farewell(path: string, report: string, { env }: Edges): string {
  const vault = env['npm_command'] === undefined ? 'vault' : 'npx vault';
  const db = `--db ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(plain(path))}`;
  return [
    `\nIts report is in ${report}: open it in a browser.`,
    '\nThis was a simulation: invented videos, on this machine. Try next:',
    `  ${vault} stats ${db} --json`,
    `  ${vault} runs ${db}`,
    `  ${vault} demo --runs 30        30 runs, ${demoPaceHours} simulated hours apart`,
    `  ${vault} fetch --dry-run       what the real thing would ask YouTube for\n`,
  ].join('\n');
}
