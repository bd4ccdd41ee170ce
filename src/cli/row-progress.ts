import cliProgress from 'cli-progress';
import type { Output } from './edges.ts';
import { barLook } from './progress.ts';
import { formatNumber } from '../text/format.ts';

/** A bar over so many rows; `step` says what is done with them at the moment. */
export function startRowProgress(rows: number, output: Output): { update(done: number, step?: string): void; stop(): void } {
  const bar = new cliProgress.SingleBar({
    ...barLook(output),
    format: ' Rows  {bar}  {done} of {all}{step}',
  });
  const facts = (done: number, step = '') => ({ done: formatNumber(done), all: formatNumber(rows), step: step === '' ? '' : `  ${step}` });
  bar.start(rows, 0, facts(0));
  return { update: (done, step) => bar.update(done, facts(done, step)), stop: () => bar.stop() };
}
