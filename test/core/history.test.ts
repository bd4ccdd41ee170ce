import { describe, expect, test } from 'vitest';
import { findSpread, followChart } from '../../src/core/course.ts';
import { growthBetween, growthSteps } from '../../src/core/growth.ts';
import { findGrowth, findMoves } from '../../src/core/movers.ts';
import { findOverlap, regionsOf } from '../../src/core/overlap.ts';
import { parseMoment, readPeriod } from '../../src/core/period.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
const count = (hour: number, views: number | null) => ({ startedAt: at(hour), views });
const run = (number: number) => ({ run: number, startedAt: at(number * 7) });
const place = (videoId: string, rank: number, region = 'PL') => ({ videoId, rank, region, category: 0, views: 100 });
const placeIn = (number: number, ...where: Parameters<typeof place>) => ({ ...place(...where), ...run(number) });

describe('growth', () => {
  test.each([
    [count(0, 100), count(7, 800), { viewsPerHour: 100, viewsFellBy: null }],
    [count(0, 100), count(7, 100), { viewsPerHour: 0, viewsFellBy: null }],
    [count(0, 100), count(7, 90), { viewsPerHour: null, viewsFellBy: 10 }],
    [count(0, null), count(7, 90), { viewsPerHour: null, viewsFellBy: null }],
    [count(0, 100), count(7, null), { viewsPerHour: null, viewsFellBy: null }],
    [count(7, 100), count(7, 200), { viewsPerHour: null, viewsFellBy: null }],
    [undefined, count(7, 200), { viewsPerHour: null, viewsFellBy: null }],
  ])('from %o to %o is %o', (before, after, growth) => {
    expect(growthBetween(before, after)).toEqual(growth);
  });

  test('step by step has a gap where a count fell or is hidden', () => {
    expect(growthSteps([count(0, 0), count(1, 5), count(2, 3), count(3, null), count(5, 10), count(7, 30)])).toEqual([
      5,
      null,
      null,
      null,
      10,
    ]);
  });

  test('of many videos puts the fastest first and those that fell last', () => {
    const shot = (videoId: string, hour: number, views: number | null) => ({
      videoId,
      run: hour,
      ...count(hour, views),
      likes: null,
      comments: null,
    });
    const before = [shot('a', 0, 10), shot('b', 0, 10), shot('c', 0, 10), shot('d', 0, null)];
    const after = [shot('a', 2, 20), shot('b', 2, 5), shot('c', 2, 40), shot('d', 2, 9), shot('new', 2, 9)];
    expect(findGrowth(before, after).map(({ videoId, viewsPerHour, viewsFellBy }) => [videoId, viewsPerHour, viewsFellBy])).toEqual([
      ['c', 15, null],
      ['a', 5, null],
      ['b', null, 5],
    ]);
  });
});

test('moves are new, gone, risen and fallen, and who stays is none of them', () => {
  const chart = {
    region: 'PL',
    category: 0,
    before: run(1),
    after: run(2),
    placesBefore: [place('a', 1), place('b', 2), place('c', 3), place('d', 4)],
    placesAfter: [place('d', 1), place('b', 2), place('new', 3), place('a', 4)],
  };
  const moves = findMoves([chart]);
  const ids = Object.fromEntries(
    Object.entries(moves).map(([kind, list]) => [kind, list.map(({ videoId }: { videoId: string }) => videoId)]),
  );
  expect(ids).toEqual({ new: ['new'], gone: ['c'], risen: ['d'], fallen: ['a'] });
  expect(moves.risen[0]).toEqual({ region: 'PL', category: 0, videoId: 'd', rank: 1, previousRank: 4 });
});

test('the overlap counts a video once a region, and a Jaccard index per union', () => {
  const places = [
    place('a', 1),
    { ...place('a', 1), category: 10 },
    place('b', 2),
    place('a', 1, 'US'),
    place('c', 2, 'US'),
    place('c', 1, 'NL'),
  ];
  expect(findOverlap(places, ['US', 'PL', 'NL'])).toEqual({
    regions: [
      { region: 'US', videos: 2 },
      { region: 'PL', videos: 2 },
      { region: 'NL', videos: 1 },
    ],
    pairs: [
      { regions: ['US', 'PL'], shared: 1, union: 3, jaccard: 0.3333 },
      { regions: ['US', 'NL'], shared: 1, union: 2, jaccard: 0.5 },
      { regions: ['PL', 'NL'], shared: 0, union: 3, jaccard: 0 },
    ],
    unique: 3,
    shared: 2,
    overlapPercent: 66.67,
    meanJaccard: 0.2778,
  });
  expect(findOverlap([], [])).toMatchObject({ overlapPercent: 0, meanJaccard: null });
});

test('regions stand in the order given, and the others after them by their codes', () => {
  expect(regionsOf([place('a', 1, 'US'), place('b', 1, 'AT'), place('c', 1, 'NL'), place('d', 2, 'NL')], ['PL', 'NL'])).toEqual([
    'NL',
    'AT',
    'US',
  ]);
});

describe('the course of a video', () => {
  test('counts the hours between runs that both show it, and shows where it was out', () => {
    const places = [1, 2, 4, 5].map((number) => placeIn(number, 'a', number));
    expect(followChart(places, [0, 1, 2, 3, 4, 5, 6].map(run))).toMatchObject({
      hours: 14,
      bestRank: 1,
      firstSeenAt: at(7),
      lastSeenAt: at(35),
      ranks: [1, 2, null, 4, 5].map((rank) => ({ rank })),
    });
  });

  test('is not interrupted by a run that did not get the chart', () => {
    const places = [1, 3].map((number) => placeIn(number, 'a', 1));
    expect(followChart(places, [1, 3].map(run))?.hours).toBe(14);
  });

  test('spreads from where it was first to the others', () => {
    const seen = [placeIn(0, 'a', 1, 'US'), placeIn(0, 'a', 9, 'GB')];
    const later = [{ ...place('a', 5, 'PL'), startedAt: at(36), run: 3 }];
    expect(findSpread([...seen, ...later])).toEqual({
      from: ['US', 'GB'],
      startedAt: at(0),
      reached: [{ region: 'PL', startedAt: at(36), days: 1.5 }],
      days: 1.5,
    });
  });
});

describe('a period', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  test.each([
    ['7d', undefined, { since: '2026-11-17T12:00:00.000Z', until: undefined }],
    ['2026-11-01', '2026-11-30', { since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' }],
    ['2026-11-01T10:00:00+02:00', '1h', { since: '2026-11-01T08:00:00.000Z', until: '2026-11-24T11:00:00.000Z' }],
    ['36500d', undefined, { since: '1970-01-01T00:00:00.000Z', until: undefined }],
  ])('since %s until %s', (since, until, period) => {
    expect(readPeriod({ since: parseMoment(since), until: until === undefined ? undefined : parseMoment(until) }, now)).toEqual(period);
  });

  test.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-11-01T10:00:00', '26-11-01', ''])('%j is no moment', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});
