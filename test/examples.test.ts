import { describe, expect, test } from 'vitest';
import { examples, inline, isForServer } from './examples/examples.ts';
import { isWhole, unknownIn } from './examples/read-documents.ts';
import { readFarewell, readHelp } from './examples/read-help.ts';
import { openSandbox, type Sandbox, standIns } from './examples/sandbox.ts';

/** What is not run, and why. */
const notRun = [
  { line: /^npm test$/, reason: 'installs, builds, and runs this test' },
  { line: /^npm run demo$/, reason: 'installs and builds; what it then runs is run here' },
  { line: /^npm pack$/, reason: 'test/package.test.ts packs the program' },
  { line: /^npm install --global /, reason: 'test/package.test.ts installs what was packed' },
];

const isRun = (line: string): boolean => notRun.every((exception) => !exception.line.test(line));

const here = examples.filter((example) => !isForServer(example));
const known = new Set(examples.flatMap(({ lines }) => lines));

/** What a line came to, and what it should: 0, and JSON, text or nothing on stdout. */
async function judge(line: string, { type }: Sandbox): Promise<{ is: unknown; should: unknown }> {
  const { exitCode, stdout, stderr } = await type(line);
  const isSilent = /--quiet|^cp |^mkdir |^source |> \S/.test(line);
  const prints = isSilent ? 'nothing' : line.includes('--json') ? 'JSON' : 'text';
  return { is: [line, exitCode, exitCode === 0 ? kindOf(stdout) : stderr], should: [line, 0, prints] };
}

function kindOf(text: string): 'nothing' | 'JSON' | 'text' {
  if (text === '') return 'nothing';
  try {
    return typeof JSON.parse(text) === 'object' ? 'JSON' : 'text';
  } catch {
    return 'text';
  }
}

// For whatever an example waits for: beside other work on few cores, slow is no fault.
describe('as documented ends with 0', { timeout: 120_000 }, () => {
  test.each(here)('$from: $lines.0', async ({ lines }) => {
    const sandbox = await openSandbox();
    for (const line of lines.filter(isRun)) {
      const { is, should } = await judge(line, sandbox);
      expect(is).toEqual(should);
    }
  });

  test('what the demo says to try next', async () => {
    const sandbox = await openSandbox();
    const next = readFarewell((await sandbox.type('vault demo --regions PL')).stdout);
    expect(next.length).toBeGreaterThan(0);
    for (const line of next.filter((line) => !known.has(line.replace('npx ', '')))) {
      const { is, should } = await judge(line, sandbox);
      expect(is).toEqual(should);
    }
  });
});

test('what is not run is in a document', () => {
  expect(notRun.filter(({ line }) => ![...known].some((one) => line.test(one)))).toEqual([]);
});

test('what stands in for a program is called in a document', () => {
  const words = new Set(here.flatMap(({ lines }) => lines.flatMap((line) => line.split(' '))));
  expect(Object.keys(standIns).filter((name) => !words.has(name))).toEqual([]);
});

test('what a document names in passing is a command, with flags that it has', () => {
  const named = inline.flatMap(({ from, lines }) =>
    lines.filter((line) => !isWhole(line)).map((line) => ({ from, unknown: unknownIn(line) })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
});

test('there are examples in the help of every command and in the documents that tell how to use them', () => {
  expect(readHelp().filter(({ lines }) => lines.length === 0)).toEqual([]);
  for (const document of ['README.md', 'docs/data.md', 'docs/operations.md', 'docs/postgres.md', 'docs/scale.md']) {
    expect(
      [...examples, ...inline].filter(({ from }) => from.startsWith(document)),
      document,
    ).not.toEqual([]);
  }
});
