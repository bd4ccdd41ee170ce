import { createSimulation, type SimulationOptions } from '../../src/demo/simulation.ts';
import { startServer } from '../../src/demo/server.ts';

/** An item as the simulated API sends it, as far as these tests look at it. */
export interface SentItem {
  readonly id: string;
  readonly snippet: {
    readonly title: string;
    readonly channelTitle: string;
    readonly publishedAt: string;
    readonly description: string;
    readonly tags?: readonly string[];
    readonly liveBroadcastContent: string;
    readonly categoryId: string;
    readonly defaultLanguage?: string;
    readonly defaultAudioLanguage?: string;
  };
  readonly contentDetails: { readonly duration: string };
  readonly statistics: { readonly viewCount: string; readonly likeCount?: string; readonly commentCount?: string };
}

/** A page or an error, with everything else of the answer. */
export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly kind: string;
    readonly items: readonly SentItem[];
    readonly nextPageToken?: string;
    readonly pageInfo: { readonly totalResults: number; readonly resultsPerPage: number };
    readonly error?: { readonly code: number; readonly message: string; readonly errors: readonly { readonly reason: string }[] };
  };
}

export const epochMs = Date.parse('2026-11-20T12:00:00Z');

/** Starts the simulation behind a real server; `hours` may be moved on. */
export async function openSimulation(options: Partial<SimulationOptions> = {}) {
  const moment = { hours: 0 };
  const settings = { seed: 1, epochMs, hours: () => moment.hours, latency: false, refusals: false, ...options };
  const server = await startServer(createSimulation(settings).handler);

  /** One request; a null parameter is left out. */
  async function ask(
    parameters: Record<string, string | null>,
    headers: Record<string, string> = { 'x-goog-api-key': 'any' },
  ): Promise<Sent> {
    const all = { part: 'snippet,contentDetails,statistics', chart: 'mostPopular', ...parameters };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await fetch(`${server.url}/youtube/v3/videos?${new URLSearchParams(given).toString()}`, { headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Sent['body'] };
  }

  /** A chart from its first page to its last, `size` items a page. */
  async function chart(regionCode: string, parameters: Record<string, string> = {}): Promise<readonly SentItem[]> {
    const items: SentItem[] = [];
    let pageToken: string | null = null;
    do {
      const { body }: Sent = await ask({ regionCode, maxResults: '50', pageToken, ...parameters });
      items.push(...body.items);
      pageToken = body.nextPageToken ?? null;
    } while (pageToken !== null);
    return items;
  }

  return { moment, server, ask, chart, close: () => server.close() };
}
