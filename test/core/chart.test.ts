import { describe, expect, test } from 'vitest';
import { pageSchema, readItems } from '../../src/core/chart.ts';
import { apiItem } from '../support/items.ts';

const readOne = (item: unknown) => {
  const { videos, rejections } = readItems([item]);
  return { video: videos[0], reasons: rejections.map(({ reason }) => reason) };
};

describe('readItems', () => {
  test('reads every field of a good item', () => {
    const item = apiItem('a', { snippet: { tags: ['x', 'y'], defaultAudioLanguage: 'pl', defaultLanguage: 'en' } });
    expect(readItems([item])).toEqual({
      videos: [
        {
          rank: 1,
          id: 'a',
          title: 'Title of a',
          channelId: 'channel-of-a',
          channelTitle: 'Channel of a',
          publishedAt: '2026-11-20T10:00:00.000Z',
          categoryId: 10,
          durationSeconds: 200,
          live: 'none',
          declaredLanguage: 'pl',
          description: 'About a',
          tags: ['x', 'y'],
          views: 1000,
          likes: 100,
          comments: 10,
        },
      ],
      rejections: [],
    });
  });

  test('keeps the ranks of the neighbours of an item that cannot be read', () => {
    const bad = { id: 'b' };
    const { videos, rejections } = readItems([apiItem('a'), bad, apiItem('c')]);
    expect(videos.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
    expect(rejections).toEqual([{ position: 2, reason: expect.stringContaining('snippet'), item: bad }]);
  });

  test.each([
    null,
    42,
    'text',
    [],
    {},
    { id: 7, snippet: {} },
    apiItem('x', { snippet: { publishedAt: 'yesterday' } }),
    apiItem(''),
    apiItem('\0'),
    apiItem('a b'),
    apiItem('x'.repeat(65)),
  ])('rejects %j with a reason', (item) => {
    const { video, reasons } = readOne(item);
    expect(video).toBeUndefined();
    expect(reasons).toHaveLength(1);
  });

  test('an item that the chart repeats counts once, at its best rank', () => {
    const { videos } = readItems([apiItem('a'), apiItem('b'), apiItem('a', { snippet: { title: 'later' } })]);
    expect(videos.map(({ id, rank, title }) => [id, rank, title])).toEqual([
      ['a', 1, 'Title of a'],
      ['b', 2, 'Title of b'],
    ]);
  });

  test.each([
    ['no statistics at all', undefined],
    ['null', null],
    ['empty statistics', {}],
  ])('hidden counters are null, not 0: %s', (_, statistics) => {
    const { video, reasons } = readOne(apiItem('a', { statistics }));
    expect(video).toMatchObject({ views: null, likes: null, comments: null });
    expect(reasons).toEqual([]);
  });

  test('the largest count that a number holds exactly is kept', () => {
    expect(readOne(apiItem('a', { statistics: { viewCount: '9007199254740991' } })).video?.views).toBe(9_007_199_254_740_991);
  });

  test.each(['9007199254740992', '-1', '1e3', '', '12.5', ' 7', true, {}])(
    'a counter of %j costs the counter, not the item',
    (viewCount) => {
      const { video, reasons } = readOne(apiItem('a', { statistics: { viewCount, likeCount: '5' } }));
      expect(video).toMatchObject({ views: null, likes: 5 });
      expect(reasons).toEqual([expect.stringContaining('statistics.viewCount')]);
    },
  );

  test.each([
    ['PT40S', 40],
    ['PT18M', 1080],
    ['PT1H2M3S', 3723],
    ['P1DT2H', 93_600],
    ['P0D', 0],
    ['P1W', 604_800],
  ])('a duration of %s is %d seconds', (duration, seconds) => {
    expect(readOne(apiItem('a', { contentDetails: { duration } })).video?.durationSeconds).toBe(seconds);
  });

  test.each(['P', 'PT', '40', 'PT-1S', 'P1Y', 7])('a duration of %j is null and says so', (duration) => {
    const { video, reasons } = readOne(apiItem('a', { contentDetails: { duration } }));
    expect(video?.durationSeconds).toBeNull();
    expect(reasons).toEqual([expect.stringContaining('contentDetails.duration')]);
  });

  test.each([
    [{ defaultAudioLanguage: 'sv', defaultLanguage: 'en' }, 'sv'],
    [{ defaultLanguage: 'en-GB' }, 'en-GB'],
    [{ defaultAudioLanguage: 'zxx', defaultLanguage: 'de' }, 'de'],
    [{ defaultAudioLanguage: 'und' }, null],
    [{ defaultAudioLanguage: '' }, null],
    [{}, null],
  ])('%j declares %s', (snippet, language) => {
    expect(readOne(apiItem('a', { snippet })).video?.declaredLanguage).toBe(language);
  });

  test.each(['English (US)', 'en_US', 'pl\u0000', 'pl-withatoolongpart'])('a language of %j is null and says so', (defaultLanguage) => {
    const { video, reasons } = readOne(apiItem('a', { snippet: { defaultLanguage } }));
    expect(video?.declaredLanguage).toBeNull();
    expect(reasons).toEqual(['snippet.defaultLanguage: expected a BCP 47 language tag']);
  });

  test.each([
    ['live', 'live', 0],
    ['upcoming', 'upcoming', 0],
    ['', 'none', 0],
    ['completed', 'none', 1],
  ])('a live state of %j is %s, with %d rejections', (liveBroadcastContent, live, rejections) => {
    const { video, reasons } = readOne(apiItem('a', { snippet: { liveBroadcastContent } }));
    expect(video?.live).toBe(live);
    expect(reasons).toHaveLength(rejections);
  });

  test.each(['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+14:00'])(
    'a time of %s, which does not sort as text, is rejected',
    (publishedAt) => {
      expect(readOne(apiItem('a', { snippet: { publishedAt } })).reasons).toEqual([expect.stringContaining('snippet.publishedAt')]);
    },
  );

  test('half a surrogate pair is made well-formed, everything else is kept as sent', () => {
    const title = 'a\ud800b 🎵 مرحبا \u202e \u0000';
    expect(readOne(apiItem('a', { snippet: { title } })).video?.title).toBe('a\ufffdb 🎵 مرحبا \u202e \u0000');
  });

  test.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2018-10-31T10:00:03.000Z', '2018-10-31T10:00:03.000Z'],
    ['2026-11-20T12:00:00+02:00', '2026-11-20T10:00:00.000Z'],
  ])('published at %s is kept as %s', (publishedAt, kept) => {
    expect(readOne(apiItem('a', { snippet: { publishedAt } })).video?.publishedAt).toBe(kept);
  });
});

describe('a page', () => {
  test.each([{ items: [] }, { kind: 'youtube#videoListResponse' }, { items: [1], nextPageToken: 't', unknown: true }])(
    '%j is one',
    (body) => {
      expect(pageSchema.safeParse(body).success).toBe(true);
    },
  );

  test.each([undefined, null, [], {}, 'html', { items: {} }, { kind: 'other' }, { items: [], nextPageToken: 7 }])('%j is none', (body) => {
    expect(pageSchema.safeParse(body).success).toBe(false);
  });
});
