import type { RunEvent } from '../core/ports.ts';
import type { Narrator } from './narrate.ts';

/** A narrator that is loaded while the first requests travel, for none is to wait for it; what happened before, it tells then. */
export function narrateLater(load: () => Promise<Narrator>): Narrator {
  const untold: RunEvent[] = [];
  let narrator: Narrator | undefined;
  let loading: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    narrator = await load();
    for (const event of untold) narrator.report(event);
  };
  const loadNow = (): void => {
    loading ??= begin();
    // Told when the run is over, which it is not to cost.
    loading.catch(() => {});
  };
  return {
    report(event) {
      if (event.kind === 'sent') loadNow();
      else if (narrator) narrator.report(event);
      else untold.push(event);
    },
    async stop() {
      await (loading ??= begin());
      await narrator?.stop();
    },
  };
}
