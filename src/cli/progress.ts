import cliProgress from 'cli-progress';
import type { ChartKey } from '../core/chart.ts';
import { formatDuration } from '../core/duration.ts';
import type { ChartEvent } from '../core/ports.ts';
import type { Output } from './edges.ts';
import { chartLabel, count, formatNumber } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';

/** What a terminal shows while a run goes on. */
export interface Progress {
  report(event: ChartEvent): void;
  /** Writes a line above what is live. */
  log(text: string): void;
  stop(): void;
}

interface Line {
  readonly label: string;
  readonly state: string;
}

/** How bars look, wherever they are drawn. */
export function barLook(output: Output) {
  return {
    stream: output as NodeJS.WritableStream,
    barsize: 20,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // A process killed at the wrong moment must not leave a terminal without wrapping or cursor.
    linewrap: true,
    hideCursor: false,
  } as const satisfies cliProgress.Options;
}

/** A live line for each chart, or, where the terminal is too low for that, one bar for all of them. */
export function startProgress({ charts, maxResults }: { charts: readonly ChartKey[]; maxResults: number }, output: Output): Progress {
  const bars = new cliProgress.MultiBar({
    ...barLook(output),
    format: (options, params, line: Line) => fit(renderLine(options, params, line), (output.columns || 80) - 1),
  });
  const fits = charts.length <= (output.rows || 24) - 2;
  return {
    report: fits ? lineForEach(bars, charts, maxResults) : oneBar(bars, charts, maxResults),
    // What a line does not cover of the bars that it is written over would stay.
    log: (text) => bars.log(text.replaceAll('\n', '\u001b[K\n')),
    stop() {
      // What was logged since the last redraw is lost otherwise.
      bars.update();
      bars.stop();
    },
  };
}

function renderLine(options: cliProgress.Options, { progress }: cliProgress.Params, { label, state }: Line): string {
  const full = Math.round(Math.min(1, progress) * (options.barsize ?? 0));
  const bar = (options.barCompleteString ?? '').slice(0, full) + (options.barIncompleteString ?? '').slice(full, options.barsize);
  return ` ${label}  ${bar}  ${state}`;
}

function lineForEach(bars: cliProgress.MultiBar, charts: readonly ChartKey[], maxResults: number): Progress['report'] {
  const lines = new Map(
    charts.map((chart) => [chartLabel(chart), bars.create(maxResults, 0, { label: chartLabel(chart), state: 'queued' })]),
  );
  return (event) => {
    const label = chartLabel(event.kind === 'chart' ? event.outcome : event.chart);
    const line = lines.get(label);
    if (event.kind === 'page') line?.update(event.items, { label, state: count(event.items, 'video') });
    else if (event.kind === 'chart')
      line?.update(event.outcome.error ? event.outcome.videos : maxResults, { label, state: describeEnd(event) });
    else line?.update({ label, state: describeStep(event) });
  };
}

/** The first pages of all charts come before the second ones, so that charts ended would tell too little of how far it is. */
function oneBar(bars: cliProgress.MultiBar, charts: readonly ChartKey[], maxResults: number): Progress['report'] {
  const items = new Map<string, number>();
  let ended = 0;
  const line = (last: string): Line => {
    const videos = formatNumber([...items.values()].reduce((sum, count) => sum + count, 0));
    return { label: 'Charts', state: `${ended} of ${charts.length} done, ${videos} videos  ${last}` };
  };
  const bar = bars.create(charts.length * maxResults, 0, line(''));
  return (event) => {
    if (event.kind === 'page') {
      bar.increment(event.items - (items.get(chartLabel(event.chart)) ?? 0), line(''));
      items.set(chartLabel(event.chart), event.items);
    } else if (event.kind === 'chart') {
      ended += 1;
      const { outcome } = event;
      bar.increment(
        Math.max(0, maxResults - (items.get(chartLabel(outcome)) ?? 0)),
        line(outcome.error ? `${chartLabel(outcome)}: ${describeEnd(event)}` : ''),
      );
    } else if (event.kind === 'wait') bar.update(line(`${chartLabel(event.chart)}: ${describeStep(event)}`));
  };
}

function describeStep(event: Extract<ChartEvent, { kind: 'request' | 'wait' }>): string {
  if (event.kind === 'wait') return `waits ${formatDuration(event.waitMs)}: ${plain(event.reason)}`;
  return event.attempt === 1 ? `asks for page ${event.page}` : `asks for page ${event.page}, attempt ${event.attempt}`;
}

function describeEnd({ outcome }: Extract<ChartEvent, { kind: 'chart' }>): string {
  if (outcome.error) return plain(outcome.error.message);
  return `${outcome.status}, ${count(outcome.videos, 'video')}, ${formatDuration(outcome.durationMs)}`;
}
