import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engines, version } from '../../package.json';
import { makeFolder, runVault } from './run-vault.ts';

const oldest = engines.node.replace('>=', '');

/** The program, told that it runs on another Node; what it loads is written on stderr when it ends. */
function runOn(node: string) {
  const folder = makeFolder('old');
  const preload = join(folder, 'other-node.cjs');
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: ${JSON.stringify(node)} } });
     process.on('exit', () => process.stdout.write('loaded ' + Object.keys(require.cache).filter((path) => path !== __filename).length));`,
  );
  return runVault(['--version'], { cwd: folder, nodeWords: ['--require', preload] });
}

describe('a Node that is too old', () => {
  test.each(['0.8.28', '0.10.48', '4.9.1', '12.22.12', '18.20.8', '20.9.0', '20.18.0'])(
    'such as %s is told so, and loads nothing',
    async (node) => {
      expect(await runOn(node)).toEqual({
        exitCode: 78,
        stdout: 'loaded 1',
        stderr: `vault: Node ${node} is too old; install Node ${oldest} or newer: https://nodejs.org\n`,
      });
    },
  );

  // By its words alone; `npm run test:matrix` asks real ones.
  test('can read the file that tells it so', () => {
    const text = readFileSync(new URL('../../bin/vault.js', import.meta.url), 'utf8');
    const code = text.replace(/^#!.*$|^\s*\/[/*].*$/gm, '').replace(/'[^'\n]*'/g, "''");
    expect(code.match(/=>|`|\.\.\.|\?\?|\?\.|\*\*|,\s*[)\]}]|\b(?:const|let|class|of|async|await|import|export|catch \{)\b/g)).toBeNull();
  });
});

test.each(['20.18.1', '20.19.0', '21.7.3', '22.0.0', '23.0.0', '100.0.0', '24.0.0-nightly20260101'])(
  'Node %s is new enough',
  async (node) => {
    expect(await runOn(node)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${version}\n`), stderr: '' });
  },
);
