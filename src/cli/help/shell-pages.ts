import { exitCodes } from './exit-codes.ts';
import type { HelpGroup } from './pages.ts';

/** What helps whoever types all this. */
export const shellPages = {
  heading: 'In the shell',
  pages: {
    completion: {
      about: [
        'Prints the script with which a shell completes commands, options and their values. It asks the program itself, so it never ' +
          'goes out of date.',
      ],
      exitCodes: exitCodes.anyCommand,
      examples: [
        ['source <(vault completion bash)', 'in ~/.bashrc'],
        ['vault completion zsh > "${fpath[1]}/_vault"', 'once'],
        ['vault completion fish > ~/.config/fish/completions/vault.fish', 'once'],
        ['vault completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
      ],
      seeAlso: ['vault help', 'docs/operations.md'],
    },
  },
} satisfies HelpGroup;
