// What somebody writes who takes Google's own client: the default regions, three at a time, kept in memory only.
import { youtube } from '@googleapis/youtube';
import pLimit from 'p-limit';

const [rootUrl] = process.argv.slice(2);
const client = youtube({ version: 'v3', auth: 'bench', rootUrl });
const limit = pLimit(3);

async function main() {
  const charts = await Promise.all(
    ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'].map((regionCode) =>
      limit(async () => {
        const { data } = await client.videos.list({
          part: ['snippet', 'statistics', 'contentDetails'],
          chart: 'mostPopular',
          regionCode,
          maxResults: 25,
        });
        return data.items ?? [];
      }),
    ),
  );
  process.stdout.write(`${charts.flat().length}\n`);
}

void main();
