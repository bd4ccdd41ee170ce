import type { Edges } from './edges.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';

/** What to say where no run is kept yet, whether the file is missing or empty. */
export function describeEmpty(database: string): string {
  return `No run in ${plain(database)} yet. Make one with \`vault fetch\`, or try \`vault demo\`.`;
}

/** Answers for a vault that has nothing to tell of, and gives the exit code: that is no fault. */
export function printEmpty(
  { json, database, sentence = describeEmpty(database) }: { json: boolean; database: string; sentence?: string },
  { stdout }: Edges,
): number {
  stdout.write(json ? toJson({ status: 'empty', database }) : `${sentence}\n`);
  return 0;
}
