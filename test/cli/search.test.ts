import { describe, expect, test } from 'vitest';
import { openExportedDemo, type SearchedText } from '../support/exported-demo.ts';

describe('vault search, looked up once more in every text,', () => {
  test.each(['gute', 'koken', 'minutter', 'dni w', 'pa', 'sporsmal', 'video --language sv'])(
    'search %s finds what the texts hold',
    async (line) => {
      const { ask, rows } = await openExportedDemo();
      const { videos } = await ask<{ videos: ({ videoId: string } & { match: keyof SearchedText | 'several' })[] }>(
        `search ${line} --limit 10000`,
      );
      const [words = '', language] = line.split(' --language ');
      const spoken = rows.videos.filter((row) => language === undefined || row.primary_language.split('-')[0] === language);
      const found = spoken.filter((row) => holds(Object.values(textsOf(row)).join(' . '), words));
      expect(videos.map(({ videoId }) => videoId).toSorted()).toEqual(found.map((row) => row.video_id).toSorted());
      expect(found.length).toBeGreaterThan(0);
      const inTitle = found.filter((row) => holds(row.title, words)).map((row) => row.video_id);
      expect(
        videos
          .slice(0, inTitle.length)
          .map(({ videoId }) => videoId)
          .toSorted(),
      ).toEqual(inTitle.toSorted());
    },
  );
});

function textsOf({ title, channel_title: channel, tags, description }: SearchedText) {
  return { title, channel, tags: tags.join(' '), description };
}

/** All words, of the last one the beginning, in small letters without accents, by other means than the program's. */
function holds(text: string, words: string): boolean {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae');
  const there = plain.split(/[^\p{L}\p{N}]+/u);
  const asked = words.split(' ');
  return asked.every((word, index) => there.some((one) => (index === asked.length - 1 ? one.startsWith(word) : one === word)));
}
