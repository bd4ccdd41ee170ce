import { formatDuration } from '../core/duration.ts';
import { goesOn } from '../core/goes-on.ts';
import type { RunsSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { createLook, type Look } from './look.ts';
import { describeEmpty } from './print-empty.ts';
import { describeRun, type RunLine } from './run-line.ts';
import { type Column, numberColumn, renderTable } from './table.ts';
import { formatAgo, formatTime } from '../text/format.ts';
import { toJson } from './to-json.ts';
import { findVault } from './vault.ts';

/** `vault runs`: the newest runs, one line each. */
export async function runsCommand({ limit, json, db }: RunsSettings, edges: Edges): Promise<number> {
  const vault = findVault(db, edges.cwd);
  const database = vault.name;
  const reader = await vault.openReader();
  try {
    const runs = (await reader?.listRuns(limit)) ?? [];
    const isGoingOn = reader !== undefined && (await goesOn(reader));
    const lines = runs.map((run, index): RunLine => describeRun(run, isGoingOn && index === 0));
    if (json) edges.stdout.write(toJson(lines));
    else edges.stdout.write(lines.length === 0 ? `${describeEmpty(database)}\n` : `${renderRuns(lines, createLook(edges))}\n`);
    return 0;
  } finally {
    await reader?.close();
  }
}

function renderRuns(lines: readonly RunLine[], { width, paint, now, timeZone }: Look): string {
  const columns: Column<RunLine>[] = [
    numberColumn('Run', 0, ({ run }) => run),
    { title: 'Started', align: 'left', dispensable: 0, cell: ({ startedAt }) => formatTime(Date.parse(startedAt), timeZone) },
    { title: 'Ago', align: 'right', dispensable: 2, cell: ({ startedAt }) => formatAgo(Date.parse(startedAt), now) },
    { title: 'Status', align: 'left', dispensable: 0, cell: ({ status }) => paint(statusStyle[status], status) },
    numberColumn('Charts', 3, ({ regions }) => regions.asked),
    numberColumn('Failed', 2, ({ regions }) => regions.failed),
    numberColumn('Videos', 1, ({ videos }) => videos.unique),
    numberColumn('New', 1, ({ videos }) => videos.new),
    numberColumn('Requests', 5, ({ requests }) => requests),
    numberColumn('Retries', 5, ({ retries }) => retries),
    { title: 'Time', align: 'right', dispensable: 4, cell: ({ durationMs }) => (durationMs === null ? '' : formatDuration(durationMs)) },
  ];
  return renderTable(columns, lines, { width, paint });
}

const statusStyle = { complete: 'green', partial: 'yellow', failed: 'red', interrupted: 'red', running: 'dim' } as const;
