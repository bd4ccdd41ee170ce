import { spawnSync } from 'node:child_process';

const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;

/** The environment of what is measured. Node 20 parses these certificates at every start, which has nothing to do with the program. */
export const withoutCertificates: NodeJS.ProcessEnv = rest;

/** The milliseconds of a whole process of node; `undefined` where it took longer than `limitMs` and was ended. */
function timeNode(args: readonly string[], limitMs: number): number | undefined {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    env: withoutCertificates,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitMs,
  });
  const tookMs = performance.now() - start;
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
  return tookMs;
}

/** The milliseconds of `vault` with these arguments, asked of a vault; `undefined` where they are more than `limitMs`. */
export function timeCommand(args: readonly string[], database: string, limitMs = 600_000): number | undefined {
  return timeNode(['bin/vault.js', ...args, '--db', database], limitMs);
}

/** The milliseconds of a node that does nothing. */
export function timeBareNode(): number {
  return timeNode(['-e', '0'], 600_000) ?? NaN;
}
