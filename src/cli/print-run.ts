import type { Reader } from '../core/ports.ts';
import type { RunSummary } from '../core/summary.ts';
import type { Edges } from './edges.ts';
import { createLook } from './look.ts';
import { toJson } from './to-json.ts';

/** Prints a run: the summary as JSON, or what people want to know of it. */
export async function printRun(summary: RunSummary, reader: Reader, { json }: { json: boolean }, edges: Edges): Promise<void> {
  if (json) {
    edges.stdout.write(toJson(summary));
    return;
  }
  const [{ viewRun }, { renderRun }] = await loadPrinting();
  edges.stdout.write(renderRun(await viewRun(summary, reader), createLook(edges)));
}

/** What draws a run for people, loaded before it is needed where there is time. */
export async function loadPrinting() {
  return Promise.all([import('./view-run.ts'), import('./render-run.ts')]);
}
