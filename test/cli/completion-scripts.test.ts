import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { completionScripts } from '../../src/cli/completion-scripts.ts';

const bin = fileURLToPath(new URL('../../bin/vault.js', import.meta.url));

/** A folder with a file and a folder in it, and `vault`, as built, on the path. */
function openFolder(): { folder: string; env: Record<string, string> } {
  const parent = mkdtempSync(join(tmpdir(), 'vault-complete-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const [folder, path] = [join(parent, 'here'), join(parent, 'bin')];
  mkdirSync(join(folder, 'a folder'), { recursive: true });
  mkdirSync(path);
  writeFileSync(join(folder, 'archive.db'), '');
  writeFileSync(join(path, 'vault'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(path, 'vault'), 0o755);
  return { folder, env: { PATH: `${path}:${process.env['PATH']}`, HOME: parent, TERM: 'dumb' } };
}

type Complete = (line: string) => string[];

/** Words as bash splits them at `=`, handed to the function as bash does. */
function openBash(): Complete {
  const { folder, env } = openFolder();
  return (line) => {
    const words = line.split(/ |(?<==)|(?==)/).map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`);
    const drive = `COMP_WORDS=(vault ${words.join(' ')}); COMP_CWORD=${words.length}; _vault; printf '%s\n' "\${COMPREPLY[@]}"`;
    const script = `set -u; ${completionScripts.bash}\n${drive}`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', script], { cwd: folder, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  };
}

/** zsh's own completion, watched through what it would add. */
function openZsh(): Complete {
  const { folder, env } = openFolder();
  return (line) => {
    const words = ['vault', ...line.split(' ')].map((word) => `'${word}'`).join(' ');
    const watch = `
      autoload -Uz compinit; compinit -u -D 2>/dev/null
      _describe() { print -rl -- "\${(@)\${(P)@[-1]}%%:*}"; }
      _files() { [[ $1 == -/ ]] && print -r -- :folders || print -r -- :files; }
      compset() { :; }
      ${completionScripts.zsh.replace(/^if \[.*$/m, '')}
      words=(${words}); CURRENT=$#words; _vault`;
    return execFileSync('zsh', ['-f', '-c', watch], { cwd: folder, env, encoding: 'utf8' }).split('\n').filter(Boolean);
  };
}

function openFish(): Complete {
  const { folder, env } = openFolder();
  return (line) => {
    const script = `${completionScripts.fish}\ncomplete -C 'vault ${line}'`;
    const output = execFileSync('fish', ['--no-config', '-c', script], { cwd: folder, env, encoding: 'utf8' });
    return output.split('\n').flatMap((one) => one.split('\t')[0] || []);
  };
}

const shells = [
  ['bash', openBash],
  ['zsh', openZsh],
  ['fish', openFish],
] as const;

describe.each(shells)('%s', (shell, open) => {
  const installed = spawnSync('sh', ['-c', `command -v ${shell}`]).status === 0;
  const note = installed ? '' : ` (SKIPPED: no ${shell} on this machine)`;

  test.skipIf(!installed)(`completes commands, flags and values${note}`, () => {
    const complete = open();
    expect(complete('sta')).toEqual(['stats']);
    expect(complete('fetch --dry')).toEqual(['--dry-run']);
    expect(complete('fetch --regions PL,NO,NL,n')).toEqual(['PL,NO,NL,NG', 'PL,NO,NL,NI', 'PL,NO,NL,NP', 'PL,NO,NL,NZ']);
    expect(complete('schedule sys')).toEqual(['systemd']);
  });

  test.skipIf(!installed)(`completes a value after an equals sign${note}`, () => {
    const [word] = open()('fetch --log-level=de');
    // bash completes what comes after the sign, the others the whole word.
    expect(word).toMatch(/^(--log-level=)?debug$/);
  });

  test.skipIf(!installed)(`runs nothing that stands in the line${note}`, () => {
    expect(open()('fetch --db $(echo fetched) --dry')).toEqual(['--dry-run']);
  });
});

test('bash leaves the names of files to readline, and offers none where none fits', () => {
  const complete = openBash();
  expect(complete('backup arch')).toEqual([]);
  expect(complete('schedule systemd --into a')).toEqual(['a folder']);
  expect(complete('fetch --max-results ')).toEqual([]);
});

test.skipIf(spawnSync('sh', ['-c', 'command -v zsh']).status !== 0)('zsh completes files and folders by itself', () => {
  const complete = openZsh();
  expect(complete('backup arch')).toEqual([':files']);
  expect(complete('schedule systemd --into a')).toEqual([':folders']);
});

test.skipIf(spawnSync('sh', ['-c', 'command -v fish']).status !== 0)('fish completes files and folders by itself', () => {
  const complete = openFish();
  expect(complete('backup arch')).toEqual(['archive.db']);
  expect(complete('schedule systemd --into a')).toEqual(['a folder/']);
});
