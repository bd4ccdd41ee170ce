import { expect } from 'vitest';
import type { Ended, Running } from './process.ts';

/** The end of a process; fails an expectation, and ends it, where it still runs after `ms`. */
export async function endsWithin({ child, ended }: Running, ms: number, what: string): Promise<Ended> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  const result = await Promise.race([ended, tooLate]);
  clearTimeout(timer);
  if (!result) child.kill('SIGKILL');
  return expectEnded(result, `${what}: still running after ${Math.round(ms / 100) / 10} s`);
}

function expectEnded(result: Ended | undefined, message: string): Ended {
  expect(result, message).toBeDefined();
  return result as Ended;
}
