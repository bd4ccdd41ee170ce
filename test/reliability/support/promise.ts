import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildProgram, type Program, type Sabotage } from './program.ts';

/** `sample` runs with every `npm test`; `full`, by `npm run test:faults`, at the figures of the promises. */
export type Scale = 'sample' | 'full';

/** One of the things that docs/reliability.md promises. */
export interface ReliabilityPromise {
  readonly number: number;
  /** As the table shows it. */
  readonly title: string;
  /** What the machine lacks for this check, and how it gets it; `undefined` where it lacks nothing. */
  readonly missing?: () => string | undefined;
  /** Fails an expectation where the promise is broken; else gives the figure reached. */
  readonly check: (program: Program, scale: Scale) => Promise<string>;
  /** Protections to take away, one at a time: the check must notice each, at the scale of the sample. */
  readonly sabotages: readonly [Sabotage, ...Sabotage[]];
}

declare module 'vitest' {
  interface TaskMeta {
    /** A row of the table that `npm run test:faults` prints, or a part of one. */
    reliability?: { number: number; title: string; figure?: string; sabotage?: string };
  }
}

const scale: Scale = process.env['FAULTS'] === 'full' ? 'full' : 'sample';
const timeout = scale === 'full' ? 1_800_000 : 120_000;

/** Tests that the program keeps its promise and, at full scale, that the test notices a program which does not. */
export function keepsPromise({ number, title, missing, check, sabotages }: ReliabilityPromise): void {
  const lacks = missing?.();
  if (lacks !== undefined) process.stderr.write(`SKIPPED: promise ${number}, ${title}: ${lacks}\n`);
  const name = String(number).padStart(2, '0');

  describe.skipIf(lacks !== undefined)(`promise ${number}: ${title}`, () => {
    test('is kept', { timeout }, async ({ task }) => {
      task.meta.reliability = { number, title };
      const figure = await check(await buildProgram(name), scale);
      task.meta.reliability.figure = figure;
      expect(figure).not.toBe('');
    });

    test.each(sabotages)('has a sabotage that fits the source: $title', ({ patches }) => {
      for (const { file, from } of patches) expect(readFileSync(file, 'utf8').split(from), `${file} holds once: ${from}`).toHaveLength(2);
    });

    for (const [index, sabotage] of sabotages.entries()) {
      test.runIf(scale === 'full')(`notices ${sabotage.title}`, { timeout }, async ({ task }) => {
        const program = await buildProgram(`${name}-sabotage-${index + 1}`, sabotage);
        // Another error than a failed expectation would mean that the check stumbled over the sabotage instead of noticing it.
        await expect(check(program, 'sample')).rejects.toMatchObject({ name: 'AssertionError' });
        task.meta.reliability = { number, title, sabotage: sabotage.title };
      });
    }
  });
}
