import { type ChartKey, chartName } from '../core/chart.ts';
import { readToken, renderPage } from './page.ts';
import { between, createRandom } from './random.ts';
import { invalidPageToken, refuseRequest, tooFast } from './refusal.ts';
import type { Answer, Handler, ReceivedRequest } from './server.ts';
import type { Upload } from './upload.ts';
import { createWorld } from './world.ts';

/** What a simulated YouTube is made from. */
export interface SimulationOptions {
  /** Another seed is another world. */
  readonly seed: number;
  /** The moment that `hours` counts from. */
  readonly epochMs: number;
  /** Asked at each request: how far the world has moved on since its epoch. */
  readonly hours: () => number;
  /** Whether each answer takes 200 to 500 ms, as YouTube's do. */
  readonly latency: boolean;
  /** Whether each moment tells one request to wait a second. */
  readonly refusals: boolean;
}

/**
 * YouTube's chart API over an invented world.
 *
 * `seed` and `hours` decide everything that it answers, in whatever order it is asked; all that it remembers is whom it has
 * told to wait.
 */
export function createSimulation({ seed, epochMs, hours, latency, refusals }: SimulationOptions): { handler: Handler } {
  const chartAt = rememberCharts(seed);
  const isRefused = refuseOnce();

  function answer(request: ReceivedRequest, now: number): Answer {
    const refusal = refuseRequest(request);
    if (refusal) return refusal;
    if (refusals && isRefused(request.region, now)) return tooFast;
    const offset = readToken(request.pageToken);
    if (offset === undefined) return invalidPageToken;
    const { query, region, maxResults: size } = request;
    const page = { offset, size, part: query.get('part') ?? '', fields: query.get('fields') ?? '' };
    return { body: renderPage(chartAt(request, now), page, { seed, epochMs, region, hours: now }) };
  }

  return {
    handler: (request) => {
      const now = hours();
      return latency ? { ...answer(request, now), delayMs: latencyOf(request, now) } : answer(request, now);
    },
  };
}

/** The pages of a chart are asked for in close succession; more charts than a few regions' need not be kept. */
function rememberCharts(seed: number): (key: ChartKey, hours: number) => readonly Upload[] {
  const world = createWorld(seed);
  const known = new Map<string, readonly Upload[]>();
  return (key, hours) => {
    const name = `${hours}/${chartName(key)}`;
    const chart = known.get(name) ?? world.chart(key, hours);
    known.delete(name);
    known.set(name, chart);
    const [oldest] = known.keys();
    if (known.size > 64 && oldest !== undefined) known.delete(oldest);
    return chart;
  };
}

/** Says yes once at each moment: to the first request for the third region that the moment sees. */
function refuseOnce(): (region: string, hours: number) => boolean {
  const seen = new Map<number, Set<string>>();
  return (region, hours) => {
    const regions = seen.get(hours) ?? new Set();
    seen.set(hours, regions);
    if (regions.has(region)) return false;
    regions.add(region);
    return regions.size === 3;
  };
}

function latencyOf({ query }: ReceivedRequest, hours: number): number {
  return between(createRandom('latency', query.toString(), hours), 200, 500);
}
