import type { Reporter, TestModule } from 'vitest/node';

interface Row {
  title: string;
  figure: string;
  readonly sabotages: string[];
}

/** Prints, as Markdown, what each promise reached and which sabotage was noticed. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = new Map<number, Row>();
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const { reliability } = test.meta();
      if (!reliability) continue;
      const { number, title, figure, sabotage } = reliability;
      const row = rows.get(number) ?? { title, figure: 'BROKEN', sabotages: [] };
      rows.set(number, row);
      if (figure !== undefined) row.figure = figure;
      if (sabotage !== undefined) row.sabotages.push(sabotage);
    }
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const lines = [...rows]
      .toSorted(([a], [b]) => a - b)
      .map(([number, { title, figure, sabotages }]) => line([String(number), title, figure, sabotages.join('; ') || 'NONE']));
    process.stdout.write(
      `\n${[line(['', 'promise', 'figure reached', 'sabotage caught']), line(['---', '---', '---', '---']), ...lines].join('\n')}\n\n`,
    );
  }
}
