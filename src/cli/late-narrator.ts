import type { Clock, RunEvent } from '../core/ports.ts';
import { systemClock } from './edges.ts';
import type { Narrator } from './narrate.ts';

/** By then the first requests are on their way, unless the machine is slow. */
const afterMs = 100;

/**
 * A narrator that is loaded while the first requests travel, for none is to wait for it. What happened before, it tells then; `load` gets
 * the clock by which it happened.
 */
export function narrateLater(
  load: (clock: Clock) => Promise<Narrator>,
  clock: Clock,
  schedule: Clock['schedule'] = systemClock.schedule,
): Narrator {
  const untold: { readonly at: number; readonly event: RunEvent }[] = [];
  let toldOf: number | undefined;
  let narrator: Narrator | undefined;
  let loading: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    narrator = await load({ ...clock, now: () => toldOf ?? clock.now() });
    for (const { at, event } of untold) {
      toldOf = at;
      narrator.report(event);
    }
    toldOf = undefined;
  };
  const loadNow = (): Promise<void> => {
    loading ??= begin();
    return loading;
  };
  const cancel = schedule(afterMs, () => void loadNow().catch(() => {}));
  return {
    report: (event) => (narrator ? narrator.report(event) : void untold.push({ at: clock.now(), event })),
    async stop() {
      cancel();
      // What cannot be told costs no run.
      await loadNow().catch(() => {});
      await narrator?.stop();
    },
  };
}
