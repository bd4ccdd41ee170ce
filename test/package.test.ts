import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../package.json';
import { buildTypes } from '../scripts/build-types.mjs';
import { bundleProgram } from '../scripts/bundle.mjs';
import { startServer } from '../src/demo/server.ts';
import { createSimulation } from '../src/demo/simulation.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const execute = promisify(execFile);

/** The files of the tarball, and a folder in which it is installed with the packages that it asks for, and no other. */
let published: { readonly files: readonly string[]; readonly project: string };

const folder = mkdtempSync(join(tmpdir(), 'vault package ł-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  published = await installPacked();
}, 120_000);

async function installPacked(): Promise<typeof published> {
  const [source, project] = [join(folder, 'source'), join(folder, 'project')];
  for (const name of ['package.json', 'bin', 'migrations', 'README.md', 'CHANGELOG.md', 'LICENSE', 'docs', '.env.example']) {
    cpSync(join(root, name), join(source, name), { recursive: true });
  }
  await bundleProgram({ outdir: join(source, 'dist') });
  await buildTypes(join(source, 'dist/library.d.cts'));
  const { stdout } = await execute('npm', ['pack', '--ignore-scripts', '--json', '--silent'], { cwd: source });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  const place = join(project, 'node_modules', manifest.name);
  mkdirSync(place, { recursive: true });
  await execute('tar', ['-xzf', join(source, filename), '--strip-components=1', '-C', place]);
  linkDependencies(Object.keys(manifest.dependencies), project);
  return { files: files.map(({ path }) => path), project };
}

/** Packages, and those that they ask for in turn, as `npm install` lays them. */
function linkDependencies(names: readonly string[], project: string): void {
  for (const name of names) {
    const [from, to] = [join(root, 'node_modules', name), join(project, 'node_modules', name)];
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(from, to);
    const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { dependencies?: object };
    linkDependencies(Object.keys(dependencies), project);
  }
}

/** A folder of the project, new and empty. */
function newFolder(): string {
  return mkdtempSync(join(published.project, 'work-'));
}

async function runNode(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await execute(process.execPath, args, { cwd, env: { PATH: process.env['PATH'], ...env } });
  return stdout;
}

async function startApi(): Promise<Record<string, string>> {
  const world = { seed: 7, epochMs: Date.UTC(2026, 10, 27), hours: () => 0, latency: false, refusals: false };
  const server = await startServer(createSimulation(world).handler);
  onTestFinished(() => server.close());
  return { VAULT_API_URL: server.url, YOUTUBE_API_KEY: 'package-test-key' };
}

describe('the tarball', () => {
  test('holds the program, its migrations, the library with its types, the licences and what is to be read, and nothing else', () => {
    const tree = (folder: string): string[] =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
        name.includes('.') ? `${folder}/${name}` : [],
      );
    const dist = published.files.filter((path) => path.startsWith('dist/'));
    expect(published.files.filter((path) => !dist.includes(path)).toSorted()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', ...tree('bin'), ...tree('migrations')].toSorted(),
    );
    expect(dist.filter((path) => !/^dist\/[\w-]+\.cjs$/.test(path)).toSorted()).toEqual(['dist/LICENCES.txt', 'dist/library.d.cts']);
    expect(dist).toContain('dist/main.cjs');
    expect(dist).toContain('dist/library.cjs');
  });

  test('says nothing of the machine that packed it', () => {
    const place = join(published.project, 'node_modules', manifest.name);
    for (const file of published.files) expect(readFileSync(join(place, file), 'utf8').includes(root), file).toBe(false);
  });

  test('has the licence of every package whose code it holds', () => {
    const [, ...entries] = readFileSync(join(published.project, `node_modules/${manifest.name}/dist/LICENCES.txt`), 'utf8').split(
      /^-{80}\n/m,
    );
    const names = entries.map((entry) => entry.split(' ')[0]);
    for (const name of ['undici', 'commander', 'zod', 'better-sqlite3', 'p-limit', 'pino', 'pg', 'linkedom']) expect(names).toContain(name);
    for (const entry of entries) expect(entry).toMatch(/permission|redistribution|apache license/i);
  });
});

describe('installed with the packages that it asks for', () => {
  test('vault demo and vault fetch work', async () => {
    const folder = newFolder();
    expect(await runNode(folder, [vault(), '--version'])).toBe(`${manifest.version}\n`);
    expect(await runNode(folder, [vault(), 'demo', '--regions', 'PL,NL'])).toMatch(/Run 1 complete.*Its report is in/s);
    const fetched = await runNode(folder, [vault(), 'fetch', '--json'], await startApi());
    expect(JSON.parse(fetched)).toMatchObject({ status: 'complete', videos: { fetched: 175 } });
  });

  test('the library does and prints what docs/library.md says', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'example.mjs'), fenced('js'));
    expect(await runNode(folder, ['example.mjs'], await startApi())).toBe(fenced('text'));
    const stats = await runNode(folder, [vault(), 'stats', '--json']);
    expect(JSON.parse(stats)).toMatchObject({ run: 1, status: 'complete', requests: 3, quota: { used: 3 } });
  });

  test.each(['mts', 'cts'])('its types fit the example and refuse what is wrong, in a module of .%s', async (ending) => {
    const wrong = '// @ts-expect-error a key is needed\nfetchCharts({ regions: [] });\n// @ts-expect-error no list\nmergeCharts(5);\n';
    const inFunction = fenced('js').replace('const store', 'async function main() {\nconst store').concat('}\nmain();\n');
    const folder = newFolder();
    writeFileSync(join(folder, `typed.${ending}`), (ending === 'cts' ? inFunction : fenced('js')) + wrong);
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
    ];
    const types = ['--typeRoots', join(root, 'node_modules/@types')];
    expect(await runNode(folder, [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, `typed.${ending}`])).toBe('');
  });
});

function vault(): string {
  return join(published.project, 'node_modules', manifest.name, manifest.bin.vault);
}

/** What docs/library.md has between its first fences of a kind. */
function fenced(kind: string): string {
  const [, text = ''] = new RegExp(`\`\`\`${kind}\\n(.*?)\`\`\``, 's').exec(readFileSync(join(root, 'docs/library.md'), 'utf8')) ?? [];
  return text;
}
