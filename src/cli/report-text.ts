import type { ReportFacts } from '../report/facts.ts';
import { generator } from '../report/generator.ts';
import type { Edges } from './edges.ts';
import { createLook } from './look.ts';

/** The report as text, at most 80 cells wide. */
export function renderReportText(facts: ReportFacts, _: { database: string; isForTerminal: boolean }, edges: Edges): string {
  const look = createLook(edges);
  return `${generator} ${look.width} ${facts.health.runs}\n`;
}
