import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { VaultError } from '../core/errors.ts';
import type { CommandSpec } from './command.ts';
import { commands, findCommand } from './commands.ts';
import type { Edges } from './edges.ts';
import { errorExitCode } from './exit-code.ts';
import { type Flags, optionOf } from './settings.ts';
import { plain } from '../text/plain.ts';

/** Runs one command line (without node and its script) and gives the exit code. Rejects only for a bug. */
export async function run(argv: readonly string[], edges: Edges): Promise<number> {
  // Asked at each press of a key: without commander, and not in the help.
  if (argv[0] === 'complete') return (await import('./complete.ts')).completeCommand(argv.slice(1), edges);
  let exitCode = 0;
  const words = withHelpFlag(argv);
  const program = createProgram(words, edges, (code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOf(error, words, edges);
    if (!(error instanceof VaultError)) throw error;
    edges.stderr.write(`vault: ${plain(error.message)}\n`);
    return errorExitCode(error);
  }
}

/** `vault help fetch` is `vault fetch --help`, and the help of what is no command is as unknown as that. */
function withHelpFlag(argv: readonly string[]): readonly string[] {
  const words = argv[0] === 'help' ? [...argv.slice(1, 2).filter((word) => word !== 'help'), '--help'] : argv;
  const name = commandIn(words);
  const isUnknown = name !== undefined && !findCommand(name);
  return isUnknown && words.some((word) => word === '--help' || word === '-h') ? [name] : words;
}

/** The first word that is no flag: the program has none with a value. */
function commandIn(words: readonly string[]): string | undefined {
  return words.find((word) => !word.startsWith('-'));
}

/** What is wrong commander has said by itself; what the help tells is loaded only now that somebody asks for it. */
async function endOf({ code, exitCode }: CommanderError, words: readonly string[], { stdout, stderr }: Edges): Promise<number> {
  if (code === 'commander.help' || code === 'commander.helpDisplayed') {
    const { renderHelp } = await import('./help/render-help.ts');
    const output = exitCode === 0 ? stdout : stderr;
    output.write(renderHelp(commandIn(words), output));
  }
  return exitCode === 0 ? 0 : 64;
}

function createProgram(words: readonly string[], edges: Edges, setExitCode: (code: number) => void): Command {
  const program = new Command('vault')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => edges.stdout.write(text),
      writeErr: (text) =>
        edges.stderr.write(
          text
            .replace(/^error: /, 'vault: ')
            .split('\n')
            .map(plain)
            .join('\n'),
        ),
    })
    .configureHelp({ formatHelp: () => '' });
  // Commands and options take time to make: those that nobody asks for are left out.
  const asked = commandIn(words);
  const named = findCommand(asked);
  const isAboutProgram = asked === undefined && words.length > 0;
  for (const spec of isAboutProgram ? [] : named ? [named] : commands) {
    const command = createCommand(spec).copyInheritedSettings(program);
    program.addCommand(command.action(async () => setExitCode(await spec.run(readFlags(command), edges))));
  }
  return program;
}

/** What was typed, the arguments that stand without a flag included. */
function readFlags(command: Command): Flags {
  const typed = command.registeredArguments.map((argument, index) => [
    argument.name(),
    argument.variadic ? command.args.slice(index).join(' ') : command.args[index],
  ]);
  return { ...command.opts(), ...Object.fromEntries(typed) };
}

function createCommand({ name, options }: CommandSpec): Command {
  const command = new Command(name);
  for (const { argument, flag } of options.map(optionOf)) {
    if (argument !== undefined) command.argument(argument);
    if (flag !== undefined) command.addOption(new Option(flag));
  }
  return command;
}
