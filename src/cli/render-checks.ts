import { cellWidth } from '../text/width.ts';
import type { Check } from '../ops/check.ts';
import type { Paint } from './paint.ts';
import { count } from '../text/format.ts';
import { plain } from '../text/plain.ts';

const styles = { ok: 'green', warning: 'yellow', failure: 'red' } as const;

/** A line for each check, with its remedy where it needs one, and their sum; longer lines than `width` go on below themselves. */
export function renderChecks(checks: readonly Check[], { width, paint }: { width: number; paint: Paint }): string {
  const names = Math.max(...checks.map(({ name }) => name.length));
  const indent = 'failure'.length + names + 4;
  const lines = checks.map(({ name, status, message, remedy }) => {
    const fact = `${plain(message)}${remedy === null ? '' : ` → ${plain(remedy)}`}`;
    const [first, ...more] = wrap(fact, Math.max(20, width - indent));
    const below = more.map((line) => `\n${' '.repeat(indent)}${line}`).join('');
    return `${paint(styles[status], status.padEnd(7))}  ${name.padEnd(names)}  ${first}${below}`;
  });
  const number = (wanted: Check['status']): number => checks.filter(({ status }) => status === wanted).length;
  const sum = `${count(checks.length, 'check')}: ${number('ok')} ok, ${count(number('warning'), 'warning')}, ${count(number('failure'), 'failure')}.`;
  return [...lines, '', sum, ''].join('\n');
}

/** A text in lines of whole words; a word that is too long for one, such as a path, stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || cellWidth(`${last} ${word}`) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
