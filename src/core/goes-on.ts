import type { Reader } from './ports.ts';

/**
 * Whether the newest run is still being written, and was not killed. The lock alone does not tell, for whoever prunes or restores has it as
 * well; whoever opens the vault to write forgets who was writing a run that was killed.
 */
export async function goesOn(reader: Pick<Reader, 'isHeld' | 'holder'>): Promise<boolean> {
  return (await reader.isHeld()) && (await reader.holder()) !== undefined;
}
