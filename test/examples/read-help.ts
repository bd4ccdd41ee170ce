import { helpPages } from '../../src/cli/help/pages.ts';
import { renderHelp } from '../../src/cli/help/render-help.ts';
import type { Example } from './read-documents.ts';

/** The examples in the help of the program and of every command. */
export function readHelp(): Example[] {
  return [undefined, ...Object.keys(helpPages)].map((topic) => {
    const help = renderHelp(topic, { write: () => {} });
    const lines = [...help.matchAll(/^ {4}\$ (.+)$/gm)].map(([, line = '']) => line);
    return { from: topic === undefined ? 'vault --help' : `vault ${topic} --help`, lines };
  });
}

/** What the demo says to try next. */
export function readFarewell(stdout: string): string[] {
  return [...stdout.matchAll(/^ {2}(vault .+?)(?: {2,}.*)?$/gm)].map(([, line = '']) => line);
}
