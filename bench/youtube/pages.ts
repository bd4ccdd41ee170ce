import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createSimulation } from '../../src/demo/simulation.ts';
import { chartUrl } from '../../src/youtube/chart-url.ts';
import type { ChartSize } from './scene.ts';

/** A page as it can be sent, whoever asks for it. */
export interface Page {
  readonly plain: Buffer;
  readonly zipped: Buffer;
  readonly nextPageToken: string | undefined;
}

/** Pages of the demo's YouTube, each made once. */
export interface Pages {
  /** What an address gets at a moment of the demo's world. */
  get(url: URL, hours: number): Promise<Page>;
}

const epochMs = Date.parse('2026-11-25T11:00:00.000Z');
const compress = promisify(gzip);

/** Begins without any. */
export function createPages(): Pages {
  let hours = 0;
  const { handler } = createSimulation({ seed: 7, epochMs, hours: () => hours, latency: false, refusals: false });
  const known = new Map<string, Promise<Page>>();

  async function make(url: URL): Promise<Page> {
    const { pathname: path, searchParams: query } = url;
    const text = (name: string): string | undefined => query.get(name) ?? undefined;
    const answer = await handler({
      index: 0,
      path,
      query,
      headers: { 'x-goog-api-key': 'bench' },
      region: text('regionCode') ?? '',
      category: 0,
      pageToken: text('pageToken'),
      maxResults: Number(text('maxResults')),
    });
    if ('raw' in answer || answer.status !== undefined) throw new Error(`the demo has no page for ${url.href}`);
    const { nextPageToken } = answer.body as { nextPageToken?: string };
    const plain = Buffer.from(JSON.stringify(answer.body));
    return { plain, zipped: await compress(plain), nextPageToken };
  }

  return {
    get(url, now) {
      hours = now;
      const name = `${hours} ${nameOf(url)}`;
      const page = known.get(name) ?? make(url);
      known.set(name, page);
      return page;
    },
  };
}

/** Clients put the same question in different orders, and one writes its key into the address. */
function nameOf({ searchParams }: URL): string {
  return [...searchParams]
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}=${value.split(',').toSorted().join()}`)
    .toSorted()
    .join('&');
}

/** The pages of a region's chart as the program asks for them, one after another. */
export async function* walkChart(
  source: Pages,
  { region, hours, pageSize, pages: most }: ChartSize & { region: string; hours: number },
): AsyncGenerator<Page> {
  let pageToken: string | undefined;
  for (let page = 1; page <= most; page += 1) {
    const answer = await source.get(chartUrl('http://127.0.0.1', { region, category: 0 }, { maxResults: pageSize, pageToken }), hours);
    yield answer;
    pageToken = answer.nextPageToken;
    if (pageToken === undefined) return;
  }
}
