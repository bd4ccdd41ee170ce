import type { Option } from './option.ts';

/** From which vault to which; the command says which of the two is missing. */
export const copyingOptions = {
  from: {
    flag: '--from <vault>',
    help: 'the vault to copy, a path or postgres://user@host/database; it is only read',
    values: 'files',
    schema: (s) => s.optional(s.vaultAddress()),
  },
  to: {
    flag: '--to <vault>',
    help: 'the vault to fill, a path or an address; empty, not there yet, or begun by an earlier copy',
    values: 'files',
    schema: (s) => s.optional(s.vaultAddress()),
  },
} as const satisfies Record<string, Option>;
