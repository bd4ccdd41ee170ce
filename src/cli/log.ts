import { type Logger, pino } from 'pino';
import type { Edges, Output } from './edges.ts';
import { isColoured } from './paint.ts';

/** A logger on `output`: JSON lines, or readable ones on a terminal. */
export async function createLogger(level: string, output: Output, { clock, env }: Edges): Promise<Logger> {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (!output.isTTY) return pino(options, output);
  const { default: pretty } = await import('pino-pretty');
  const prettify = pretty.prettyFactory({ colorize: isColoured(output, env), translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return pino(options, { write: (line: string) => void output.write(prettify(line)) });
}
