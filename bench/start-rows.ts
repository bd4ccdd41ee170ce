import { timeBareNode, timeVault } from './process.ts';
import type { Row } from './row.ts';

/** What a process takes that has next to nothing to do, against one that has nothing to do. */
export function startRows(vault: string): Row[] {
  const row = (name: string, args: readonly string[], target: number): Row => ({
    name: `${name}, whole process`,
    measured: 'bare node -e 0',
    sample: () => timeVault(args) ?? NaN,
    against: timeBareNode,
    figure: 'times',
    target,
    goesPerTurn: 5,
  });
  return [row('stats', ['stats', '--db', vault], 2.2), row('--help', ['--help'], 1.6), row('--version', ['--version'], 1.6)];
}
