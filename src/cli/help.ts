import { commands } from './commands.ts';
import type { Output } from './edges.ts';
import { renderCommandHelp } from './help-command.ts';
import { helpPages } from './help-pages.ts';
import { renderProgramHelp } from './help-program.ts';

/** Where no terminal says how wide it is, and what is still read with ease. */
const widths = { usual: 80, most: 100 };

/** The help of a command, or of the program, as wide as `output` and no wider than is read with ease. */
export function renderHelp(name: string | undefined, { columns }: Output): string {
  const width = Math.min(columns || widths.usual, widths.most);
  const spec = commands.find((command) => command.name === name);
  const page = helpPages[name ?? ''];
  const lines = spec && page ? renderCommandHelp(spec, page, width) : renderProgramHelp(width);
  return `${lines.join('\n')}\n`;
}
