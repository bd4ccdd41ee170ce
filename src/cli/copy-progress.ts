import type { CopyProgress } from '../core/copy-vault.ts';
import type { Edges } from './edges.ts';
import { isLive } from './paint.ts';
import { startRowProgress } from './row-progress.ts';

/** A bar over the rows of all tables, where there is a terminal; first while they are copied, then while they are compared. */
export function startCopyProgress(
  { stderr, env }: Edges,
  isQuiet: boolean,
): { readonly report: (progress: CopyProgress) => void; stop(): void } {
  const isShown = isLive(stderr, env) && !isQuiet;
  let bar: ReturnType<typeof startRowProgress> | undefined;
  return {
    report({ phase, table, done, all }) {
      if (!isShown) return;
      bar ??= startRowProgress(all, stderr);
      bar.update(done, phase === 'finishing' ? 'making the search index' : `${phase} ${table}`);
    },
    stop: () => bar?.stop(),
  };
}
