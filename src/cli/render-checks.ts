import type { Check } from '../ops/check.ts';
import type { Look } from './look.ts';
import { count, plain } from './text.ts';

const styles = { ok: 'green', warning: 'yellow', failure: 'red' } as const;

/** A line for each check, with its remedy where it needs one, and their sum. */
export function renderChecks(checks: readonly Check[], online: boolean, { paint }: Look): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map(({ name, status, message, remedy }) => {
    const fact = `${plain(message)}${remedy === null ? '' : ` → ${plain(remedy)}`}`;
    return `${paint(styles[status], status.padEnd(7))}  ${name.padEnd(width)}  ${fact}`;
  });
  const number = (wanted: Check['status']): number => checks.filter(({ status }) => status === wanted).length;
  const sum = `${count(checks.length, 'check')}: ${number('ok')} ok, ${count(number('warning'), 'warning')}, ${count(number('failure'), 'failure')}.`;
  const hint = online ? [] : ['Ask the API too, for 1 unit of quota: vault doctor --online'];
  return [...lines, '', sum, ...hint, ''].join('\n');
}
