import type { Logger } from 'pino';
import type { ChartKey } from '../core/chart.ts';
import type { Report, RunEvent } from '../core/ports.ts';
import type { Edges } from './edges.ts';
import { createLogger } from './log.ts';
import { isLive } from './paint.ts';

/** Tells what a run does while it does it. */
export interface Narrator {
  readonly report: Report;
  stop(): void | Promise<void>;
}

/** Live lines on a terminal, and above them what is logged at a level asked for; elsewhere JSON lines and nothing but JSON lines. */
export async function createNarrator(
  plan: { charts: readonly ChartKey[]; maxResults: number },
  level: string,
  edges: Edges,
): Promise<Narrator> {
  if (isLive(edges.stderr, edges.env) && level !== 'silent') {
    const { startProgress } = await import('./progress.ts');
    const above = { isTTY: true, write: (text: string) => progress.log(text) };
    // The live lines, and the table after them, say all that is logged by default.
    const logger = await createLogger(level === 'info' ? 'silent' : level, above, edges);
    const progress = startProgress(plan, edges.stderr);
    const report: Report = (event) => {
      if (event.kind !== 'start') progress.report(event);
      logEvent(logger, event);
    };
    return { report, stop: () => progress.stop() };
  }
  const logger = await createLogger(level, edges.stderr, edges);
  return { report: (event) => logEvent(logger, event), stop: () => {} };
}

function logEvent(logger: Logger, event: RunEvent): void {
  if (event.kind === 'start') logger.debug({ run: event.run }, 'run started');
  else if (event.kind === 'chart') {
    const { status, error, videos, rejected, requests, retries, durationMs, region, category } = event.outcome;
    const facts = { region, category, status, videos, rejected, requests, retries, durationMs };
    if (error) logger.warn({ ...facts, code: error.code, error: error.message }, 'chart failed');
    else if (status === 'sparse') logger.warn(facts, 'chart is sparse: far fewer videos than its last runs gave');
    else logger.info(facts, status === 'no-chart' ? 'no such chart' : 'chart fetched');
  } else if (event.kind === 'wait') logger.info({ ...event.chart, waitMs: Math.round(event.waitMs), reason: event.reason }, 'waiting');
  else if (event.kind === 'page') logger.debug({ ...event.chart, items: event.items }, 'page read');
  else logger.debug({ ...event.chart, page: event.page, attempt: event.attempt }, 'request');
}
