import type { Edges } from './edges.ts';
import { createPaint, type Paint } from './paint.ts';

/** How to show things to people: cells across, colours, the moment it is (ms since the epoch) and its time zone. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
  readonly now: number;
  readonly timeZone: string | undefined;
}

/** What reads well where nobody says how wide it is: a file, a mail, a terminal that claims to be 0 wide. */
const widthOfPipes = 120;

/** How things look on standard output. */
export function createLook({ stdout, env, clock, timeZone }: Edges): Look {
  return { width: stdout.columns || widthOfPipes, paint: createPaint(stdout, env), now: clock.now(), timeZone };
}
