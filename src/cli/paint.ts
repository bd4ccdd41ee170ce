import { styleText } from 'node:util';
import type { Output } from './edges.ts';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Whether lines on `output` can be drawn again: on terminals, but for those that cannot move their cursor. */
export function isLive(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

/**
 * Whether `output` is to be coloured: terminals only, unless FORCE_COLOR or NO_COLOR (no-color.org) say otherwise.
 *
 * Decided here because `styleText` of Node 20 colours even a pipe.
 */
export function isColoured(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return isLive(output, env) && !env['NO_COLOR'];
}

export function createPaint(output: Output, env: Readonly<Record<string, string | undefined>>): Paint {
  if (!isColoured(output, env)) return (_, text) => text;
  return (style, text) => (text === '' ? text : styleText(style, text, { validateStream: false }));
}
