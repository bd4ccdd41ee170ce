import { spawnSync } from 'node:child_process';

/**
 * What has nothing to do with the program: certificates that Node 20 parses at every start, and the settings and proxies of whoever
 * measures.
 */
const foreign = /^(NODE_EXTRA_CA_CERTS|NODE_OPTIONS|VAULT_\w+|YOUTUBE_API_KEY|(https?|all|no)_proxy)$/i;

/** The environment of what is measured. */
export const environment: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));

/** The milliseconds of a whole process of node; `undefined` where it took longer than `limitMs` and was ended. */
function timeNode(args: readonly string[], limitMs: number): number | undefined {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitMs,
  });
  const tookMs = performance.now() - start;
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
  return tookMs;
}

/** The milliseconds of `vault` with these arguments, whole; `undefined` where they are more than `limitMs`. */
export function timeVault(args: readonly string[], limitMs = 600_000): number | undefined {
  return timeNode(['bin/vault.js', ...args], limitMs);
}

/** The milliseconds of a node that does nothing. */
export function timeBareNode(): number {
  return timeNode(['-e', '0'], 600_000) ?? NaN;
}

/** A process that did what it was to do. */
export interface Ended {
  readonly tookMs: number;
  readonly stdout: string;
}

/** Runs a process from its start to its end, with pipes for what it prints; throws where it fails. */
export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Ended {
  const start = performance.now();
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, env: { ...environment, ...env }, maxBuffer: 64_000_000 });
  const tookMs = performance.now() - start;
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
  return { tookMs, stdout: stdout.toString() };
}
