import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCategories } from '../../src/core/category.ts';
import { defaultRegions, regionCodes } from '../../src/core/region.ts';
import { countersOf } from '../../src/demo/statistics.ts';
import { createWorld } from '../../src/demo/world.ts';
import { epochMs } from './simulated-api.ts';

function idsOf(seed: number, region: string, hours: number, count = 200): string[] {
  const chart = createWorld(seed).chart({ region, category: allCategories }, hours);
  return chart.slice(0, count).map(({ key }) => key);
}

/** Videos in more than one of the default regions, per hundred videos, at one moment. */
function sharedPercent(seed: number, hours: number, count: number): number {
  const seen = new Map<string, number>();
  for (const id of defaultRegions.flatMap((region) => idsOf(seed, region, hours, count))) seen.set(id, (seen.get(id) ?? 0) + 1);
  return (100 * [...seen.values()].filter((regions) => regions > 1).length) / seen.size;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const seeds = [1, 2, 3, 4];
const hours = fc.integer({ min: 0, max: 2000 });
const region = fc.constantFrom(...regionCodes);

test('a seed gives the same charts again, in whatever order they are looked at', () => {
  fc.assert(
    fc.property(fc.nat(), region, hours, hours, (seed, where, one, other) => {
      const world = createWorld(seed);
      const key = { region: where, category: allCategories };
      world.chart({ ...key, category: 10 }, other);
      expect(world.chart(key, one)).toEqual(createWorld(seed).chart(key, one));
    }),
    { numRuns: 15 },
  );
});

test('counters never fall from hour to hour, in any region', () => {
  fc.assert(
    fc.property(fc.nat(), region, hours, fc.integer({ min: 1, max: 48 }), (seed, where, hour, later) => {
      for (const upload of createWorld(seed).chart({ region: where, category: allCategories }, hour).slice(0, 50)) {
        const look = (at: number) => countersOf(upload, { seed, epochMs, region: where, hours: at });
        const [before, after] = [look(hour), look(hour + later)];
        expect(Number(after.viewCount)).toBeGreaterThan(Number(before.viewCount));
        expect(Number(after.likeCount ?? 0)).toBeGreaterThanOrEqual(Number(before.likeCount ?? 0));
        expect(Number(after.commentCount ?? 0)).toBeGreaterThanOrEqual(Number(before.commentCount ?? 0));
      }
    }),
    { numRuns: 30 },
  );
});

test('a region shows a count of the last three hours, and seldom the same one as another region', () => {
  const [upload] = createWorld(1).chart({ region: 'US', category: allCategories }, 0);
  if (!upload) throw new Error('an empty chart');
  const viewsIn = (where: string, at: number) => Number(countersOf(upload, { seed: 1, epochMs, region: where, hours: at }).viewCount);
  const views = regionCodes.map((where) => viewsIn(where, 0));
  expect(new Set(views).size).toBeGreaterThan(90);
  for (const [index, where] of regionCodes.entries()) expect(views[index]).toBeLessThan(viewsIn(where, 3));
  // Whoever lags most shows in three hours at least what whoever lags least shows now.
  expect(Math.min(...regionCodes.map((where) => viewsIn(where, 3)))).toBeGreaterThanOrEqual(Math.max(...views));
});

test.each([25, 200])('2 to 6 in a hundred videos are shared, on average, with %i videos a chart', (count) => {
  const percents = seeds.flatMap((seed) => [0, 7, 14].map((hour) => sharedPercent(seed, hour, count)));
  expect(mean(percents)).toBeGreaterThan(2);
  expect(mean(percents)).toBeLessThan(6);
  expect(Math.min(...percents)).toBeGreaterThan(0);
});

test('at some moment a video charts in most default regions', () => {
  const counts = new Map<string, number>();
  for (const id of defaultRegions.flatMap((where) => idsOf(1, where, 0))) counts.set(id, (counts.get(id) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBeGreaterThanOrEqual(5);
});

test('a shared video charts in its home first and reaches others hours later', () => {
  const world = createWorld(1);
  const firstSeen = new Map<string, { home: string; hours: Map<string, number> }>();
  for (let hour = 0; hour < 36; hour += 1) {
    for (const where of defaultRegions) {
      for (const { key, home, reach, bornAt } of world.chart({ region: where, category: allCategories }, hour)) {
        if (reach === 0 || bornAt < 0) continue;
        const seen = firstSeen.get(key) ?? { home, hours: new Map<string, number>() };
        if (!seen.hours.has(where)) seen.hours.set(where, hour - bornAt);
        firstSeen.set(key, seen);
      }
    }
  }
  const delays = [...firstSeen.values()].flatMap(({ home, hours: ages }) =>
    [...ages].filter(([where]) => where !== home).map(([, age]) => age),
  );
  expect(delays.length).toBeGreaterThan(10);
  expect(Math.min(...delays)).toBeGreaterThan(6);
});

test('10 to 25 in a hundred of a chart of 50 are new after seven hours, on average, and most of the others move', () => {
  const changes = seeds.flatMap((seed) =>
    defaultRegions.map((where) => {
      const [before, after] = [idsOf(seed, where, 0, 50), idsOf(seed, where, 7, 50)];
      const stayed = after.filter((id) => before.includes(id));
      return {
        fresh: 100 - 2 * stayed.length,
        moved: stayed.filter((id) => before.indexOf(id) !== after.indexOf(id)).length / stayed.length,
      };
    }),
  );
  expect(mean(changes.map(({ fresh }) => fresh))).toBeGreaterThan(10);
  expect(mean(changes.map(({ fresh }) => fresh))).toBeLessThan(25);
  expect(mean(changes.map(({ moved }) => moved))).toBeGreaterThan(0.5);
});
