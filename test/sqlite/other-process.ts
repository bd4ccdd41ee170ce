import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { build } from 'rolldown';
import { onTestFinished } from 'vitest';
import { temporaryPath } from './temporary-vault.ts';

const root = process.cwd();
const source = join(root, 'src', 'sqlite', 'store.ts');

/** What a script finds: both ways to open, the vault's path, and `tell`, which prints a value as a line of JSON. */
const prelude = `
  import { openSqliteStore } from './store.ts';
  import { openSqliteReader } from './reader.ts';
  const path = process.argv[2];
  const tell = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
`;

/**
 * Runs a script, the body of an async function, in a process of its own that ends with the test.
 *
 * `unprivileged` runs it as nobody where the tests run as root, whom no permission stops.
 */
export async function startProcess(path: string, script: string, { unprivileged = false } = {}): Promise<ChildProcess> {
  const program = await temporaryPath('script.cjs');
  const entry = `${script.length}.other-process.ts`;
  await build({
    input: entry,
    plugins: [
      {
        name: 'other-process',
        resolveId: (id) => (id === entry ? join(dirname(source), entry) : undefined),
        load: (id) => (id.endsWith(entry) ? `${prelude} (async () => { ${script} })();` : undefined),
      },
    ],
    platform: 'node',
    external: ['better-sqlite3'],
    transform: { define: { 'import.meta.url': JSON.stringify(pathToFileURL(source).href) } },
    output: { format: 'cjs', file: program, codeSplitting: false },
    logLevel: 'warn',
  });
  const child = spawn(process.execPath, [program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    ...(unprivileged && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** The first value that the process tells; it may go on. */
export async function firstWord(child: ChildProcess): Promise<unknown> {
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(String(data)));
    child.once('exit', () => reject(new Error('the process ended without a word')));
  });
  return JSON.parse(line);
}

/** The one value that the process tells before it ends. */
export async function lastWord(child: ChildProcess): Promise<unknown> {
  if (!child.stdout) throw new Error('expected a pipe');
  return JSON.parse(await text(child.stdout));
}
