import { documents, type Example, isWhole, readBlocks, readInline } from './read-documents.ts';
import { readHelp } from './read-help.ts';

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, '');

/** What is typed one line after another: a block of a document, or the examples in the help of a command. */
const sequences = [...documents.flatMap(readBlocks), ...readHelp()].map(({ from, lines }) => ({ from, lines: lines.map(withoutComment) }));

/** What stands in backticks, be it a whole line or not. */
export const inline = documents.flatMap(readInline);

/** Every example of the documents and of the help. A line in backticks is one by itself, unless it stands among others. */
export const examples: readonly Example[] = [...sequences, ...findSingle()];

function findSingle(): Example[] {
  const known = new Set(sequences.flatMap(({ lines }) => lines));
  return inline.filter(({ lines: [line = ''] }) => {
    const isNew = isWhole(line) && !known.has(line);
    known.add(line);
    return isNew;
  });
}

/** Whether an example is about a vault on a server. */
export function isForServer({ lines }: Example): boolean {
  return lines.some((line) => line.includes('postgres://'));
}
