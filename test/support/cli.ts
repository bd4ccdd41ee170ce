import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Edges } from '../../src/cli/edges.ts';
import { run } from '../../src/cli/run.ts';
import { type Handler, type Server, startServer } from '../../src/demo/server.ts';
import { createEagerClock } from './test-clock.ts';

/** What one command line came to. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A working directory of its own, in which command lines run with nothing of the real environment. */
export interface Shell {
  readonly folder: string;
  readonly env: Record<string, string>;
  vault(line: string, edges?: Partial<Edges>): Promise<Ended>;
}

/** The moment that tests of the command line begin at. */
export const noon = Date.parse('2026-11-23T12:00:00.000Z');

export function openShell(more: Record<string, string> = {}): Shell {
  // Beyond the waits that an eager clock lets pass at once.
  const env = { VAULT_TIMEOUT: '10m', VAULT_DEADLINE: '1d', ...more };
  const folder = mkdtempSync(join(tmpdir(), 'vault-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    env,
    async vault(line, edges = {}) {
      const output = { stdout: '', stderr: '' };
      const exitCode = await run(line.split(' ').filter(Boolean), {
        env,
        cwd: folder,
        stdout: { write: (text) => (output.stdout += Buffer.from(text).toString()) },
        stderr: { write: (text) => (output.stderr += Buffer.from(text).toString()) },
        clock: createEagerClock(noon),
        random: () => 0,
        interruption: new AbortController().signal,
        program: { node: '/usr/bin/node', script: '/opt/vault/bin/vault.js' },
        openFile: async () => {},
        timeZone: 'UTC',
        ...edges,
      });
      return { exitCode, ...output };
    },
  };
}

/** A shell whose API is the scripted one. */
export async function openShellWithApi(handler: Handler): Promise<Shell & { server: Server }> {
  const server = await startServer(handler);
  onTestFinished(() => server.close());
  return { ...openShell({ YOUTUBE_API_KEY: 'AIza-test-key', VAULT_API_URL: server.url }), server };
}
