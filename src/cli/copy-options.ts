import { optionInfo } from './option-info.ts';
import { vaultAddress } from './option-schemas.ts';

/** From which vault to which; the command says which of the two is missing. */
export const copyOptions = {
  from: vaultAddress().optional().register(optionInfo, {
    flag: '--from <vault>',
    help: 'the vault to copy, a path or postgres://user@host/database; it is only read',
    values: 'files',
  }),
  to: vaultAddress().optional().register(optionInfo, {
    flag: '--to <vault>',
    help: 'the vault to fill, a path or an address; empty, not there yet, or begun by an earlier copy',
    values: 'files',
  }),
} as const;
