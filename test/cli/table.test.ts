import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { type Column, renderTable } from '../../src/cli/table.ts';

interface Row {
  readonly name: string;
  readonly size: string;
  readonly title: string;
}

const columns: Column<Row>[] = [
  { title: 'Name', align: 'left', dispensable: 0, cell: ({ name }) => name },
  { title: 'Size', align: 'right', dispensable: 1, cell: ({ size }) => size },
  { title: 'Title', align: 'left', dispensable: 2, flexible: true, cell: ({ title }) => title },
];
const rows: Row[] = [
  { name: 'a', size: '1', title: 'A title that goes on and on' },
  { name: 'Łódź', size: '1,000', title: '라비앙로즈 (La Vie en Rose) 라비앙로즈' },
];
const render = (width: number): string[] => renderTable(columns, rows, { width, paint: (_, title) => title }).split('\n');

describe('renderTable', () => {
  test('aligns its columns and leaves no blanks at the end of a line', () => {
    expect(render(80)).toEqual([
      'Name   Size  Title',
      'a         1  A title that goes on and on',
      'Łódź  1,000  라비앙로즈 (La Vie en Rose) 라비앙로즈',
    ]);
  });

  test.each([30, 31, 32, 40])('cuts the flexible column to what is left of %d cells', (width) => {
    for (const line of render(width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(render(width)[2]).toMatch(/…$/);
  });

  test('leaves out what is dispensable, the least needed first', () => {
    expect(render(20)).toEqual(['Name   Size', 'a         1', 'Łódź  1,000']);
    expect(render(8)).toEqual(['Name', 'a', 'Łódź']);
  });

  test('shows what is indispensable however narrow it gets', () => {
    expect(render(1)).toEqual(['Name', 'a', 'Łódź']);
  });

  test('a table without rows is its head', () => {
    expect(renderTable(columns, [], { width: 80, paint: (_, title) => `*${title}*` })).toBe('*Name*  *Size*  *Title*');
  });

  test('keeps its columns where a text has emoji, or is coloured', () => {
    const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
    const given = [
      { name: red('b'), size: '🫨', title: 'x' },
      { name: 'Łódź', size: '1,000', title: 'y' },
    ];
    expect(renderTable(columns, given, { width: 80, paint: (_, title) => red(title) }).split('\n')).toEqual([
      `${red('Name')}   ${red('Size')}  ${red('Title')}`,
      `${red('b')}        🫨  x`,
      'Łódź  1,000  y',
    ]);
  });
});
