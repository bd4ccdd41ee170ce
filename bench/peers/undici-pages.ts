// The least that has to be done for the pages of all regions: ask, unpack, parse. Three regions at a time, each page after page.
import { gunzipSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { version } from '../../package.json';
import { regionCodes } from '../../src/core/region.ts';
import { chartUrl } from '../../src/youtube/chart-url.ts';

const [apiUrl = '', ...size] = process.argv.slice(2);
const [maxResults = NaN, pages = NaN] = size.map(Number);
const dispatcher = new Agent({ connections: 3 });
const headers = { 'x-goog-api-key': 'bench', 'accept-encoding': 'gzip', 'user-agent': `viralvidvault/${version} (gzip)` };
const waiting = [...regionCodes];
let videos = 0;

async function fetchWaiting(): Promise<void> {
  for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
    let pageToken: string | undefined;
    for (let page = 1; page <= pages; page += 1) {
      const { body } = await request(chartUrl(apiUrl, { region, category: 0 }, { maxResults, pageToken }), { headers, dispatcher });
      const answer = JSON.parse(gunzipSync(await body.arrayBuffer()).toString()) as { items: unknown[]; nextPageToken?: string };
      videos += answer.items.length;
      pageToken = answer.nextPageToken;
    }
  }
}

async function main(): Promise<void> {
  await Promise.all([fetchWaiting(), fetchWaiting(), fetchWaiting()]);
  await dispatcher.close();
  process.stdout.write(`${videos}\n`);
}

void main();
