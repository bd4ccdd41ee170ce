import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { VaultError } from '../core/errors.ts';
import type { CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import type { Edges } from './edges.ts';
import { errorExitCode } from './exit-code.ts';
import { type Flags, optionOf } from './settings.ts';
import { plain } from '../text/plain.ts';

/** Runs one command line (without node and its script) and gives the exit code. Rejects only for a bug. */
export async function run(argv: readonly string[], edges: Edges): Promise<number> {
  // Asked at each press of a key: without commander, and not in the help.
  if (argv[0] === 'complete') return (await import('./complete.ts')).completeCommand(argv.slice(1), edges);
  let exitCode = 0;
  const program = createProgram(argv, edges, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64;
    if (!(error instanceof VaultError)) throw error;
    edges.stderr.write(`vault: ${plain(error.message)}\n`);
    return errorExitCode(error);
  }
}

function createProgram(argv: readonly string[], edges: Edges, setExitCode: (code: number) => void): Command {
  const program = new Command('vault')
    .description('Keeps what charts on YouTube, country by country, from the day you start it.')
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
      getOutHelpWidth: () => edges.stdout.columns || 100,
      getErrHelpWidth: () => edges.stderr.columns || 100,
    })
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .addHelpText('after', '\nExample:\n  $ vault demo');
  // Commands and options take time to make: those that nobody asks for are left out.
  const named = commands.filter(({ name }) => name === argv[0]);
  const asked = argv[0] === '--version' ? [] : named.length > 0 ? named : commands;
  for (const spec of asked) {
    const command = createCommand(spec).copyInheritedSettings(program);
    if (argv.includes(spec.name)) addOptions(command, spec);
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

function createCommand(spec: CommandSpec): Command {
  const command = new Command(spec.name).description(spec.description);
  for (const { argument, help } of spec.options.map(optionOf)) {
    if (argument !== undefined) command.argument(argument, help);
  }
  return command;
}

function addOptions(command: Command, spec: CommandSpec): void {
  const given = spec.options.map(optionOf);
  for (const { flag, help, variable, default: usual } of given) {
    if (flag === undefined) continue;
    const facts = [usual === undefined ? [] : `default ${usual}`, variable ?? []].flat().join('; ');
    command.addOption(new Option(flag, facts === '' ? help : `${help} (${facts})`));
  }
  const variables = given.filter(({ flag, argument }) => (flag ?? argument) === undefined);
  const lines = [
    ...(variables.length === 0 ? [] : ['', 'Environment, or .env in the working directory:']),
    ...variables.map(
      ({ variable = '', help, default: usual }) => `  ${variable.padEnd(22)}${help}${usual === undefined ? '' : ` (default ${usual})`}`,
    ),
    '',
    'Examples:',
    ...spec.examples.map((line) => `  $ ${line}`),
  ];
  command.addHelpText('after', lines.join('\n'));
}
