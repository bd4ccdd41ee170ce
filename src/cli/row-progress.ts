import cliProgress from 'cli-progress';
import type { Output } from './edges.ts';
import { barLook } from './progress.ts';
import { formatNumber } from '../text/format.ts';

/** A bar over so many rows. */
export function startRowProgress(rows: number, output: Output): { update(done: number): void; stop(): void } {
  const bar = new cliProgress.SingleBar({
    ...barLook(output),
    format: ' Rows  {bar}  {done} of {all}',
  });
  const facts = (done: number) => ({ done: formatNumber(done), all: formatNumber(rows) });
  bar.start(rows, 0, facts(0));
  return { update: (done) => bar.update(done, facts(done)), stop: () => bar.stop() };
}
