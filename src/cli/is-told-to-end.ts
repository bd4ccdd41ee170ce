import { setImmediate as nextTurn } from 'node:timers/promises';

/** Whether the process is told to end. SQLite's calls hold it: only between two of its turns is a signal heard. */
export async function isToldToEnd(interruption: AbortSignal): Promise<boolean> {
  await nextTurn();
  return interruption.aborted;
}
