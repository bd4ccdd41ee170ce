import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { complete } from '../../src/cli/complete.ts';
import { optionOf } from '../../src/cli/settings.ts';
import { openShell } from '../support/cli.ts';

/** What is offered for the last word of a line; `_` stands for a word that is still empty. */
function offered(line: string): readonly string[] | string {
  const completion = complete(line.split(' ').map((word) => (word === '_' ? '' : word)));
  return typeof completion === 'string' ? completion : completion.map(([word]) => word);
}

function sorted(words: readonly string[] | string): readonly string[] | string {
  return typeof words === 'string' ? words : words.toSorted();
}

describe('what a shell is offered', () => {
  test.each([
    ['st', ['stats']],
    ['re', ['rejections', 'report', 'restore']],
    ['--v', ['--version']],
    ['help sch', ['schedule']],
    ['fetch --re', ['--regions']],
    ['fetch --regions PL --re', []],
    ['fetch --regions p', ['PA', 'PE', 'PG', 'PH', 'PK', 'PL', 'PR', 'PT', 'PY']],
    ['fetch --regions PL,NL,n', ['PL,NL,NG', 'PL,NL,NI', 'PL,NL,NO', 'PL,NL,NP', 'PL,NL,NZ']],
    ['fetch --regions=al', ['--regions=all']],
    ['fetch --regions = al', ['all']],
    ['fetch --categories 10,2', ['10,2', '10,20', '10,22', '10,23', '10,24', '10,25', '10,26', '10,27', '10,28', '10,29']],
    ['fetch --log-level =', ['silent', 'error', 'warn', 'info', 'debug']],
    ['fetch --if-older-than 7', ['7h']],
    ['fetch --max-results _', []],
    ['fetch --db _', 'files'],
    ['fetch --db=va', 'files'],
    ['schedule s', ['systemd']],
    ['schedule systemd --in', ['--into']],
    ['schedule systemd --into _', 'folders'],
    ['schedule --every 1', ['1h', '12h', '1d']],
    ['backup _', 'files'],
    ['backup --force _', 'files'],
    ['backup copy.db --f', ['--force']],
    ['prune --older-than 3', ['30d']],
    ['completion z', ['zsh']],
    ['nonsense _', []],
    ['nonsense --re', []],
  ])('%s', (line, expected) => {
    expect(sorted(offered(line))).toEqual(sorted(expected));
  });

  test.each(commands)('of $name is every flag it has, and none that only the environment sets', ({ name, options }) => {
    const flags = options.flatMap((option) => optionOf(option).flag?.split(' ')[0] ?? []);
    expect(offered(`${name} --`)).toEqual([...flags, '--help']);
  });

  test('is every command where there is none yet', () => {
    expect(offered('_')).toEqual([...commands.map(({ name }) => name), 'help', '--help', '--version']);
  });

  test('is written a line each, with what it means, and never fails', async () => {
    const { vault } = openShell();
    expect(await vault('complete -- fetch --dr')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: '--dry-run\tprint what a run would do, and send nothing\n',
    });
    expect(await vault('complete -- backup x')).toEqual({ exitCode: 0, stderr: '', stdout: ':files\n' });
    expect(await vault('complete')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await vault('--help')).stdout).not.toContain('complete [');
  });
});

test('vault completion knows four shells', async () => {
  const { vault } = openShell();
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    expect(await vault(`completion ${shell}`)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('vault complete ') });
  }
  expect(await vault('completion csh')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('expected bash, zsh, fish') });
});
