import { describe, expect, test } from 'vitest';
import { defaultRegions, nearestRegions, regionCodes, regionLanguage, regionName } from '../../src/core/region.ts';

test('106 regions have charts, each listed once', () => {
  expect(new Set(regionCodes).size).toBe(106);
  expect(regionCodes).toHaveLength(106);
});

test.each([
  ['US', 'en'],
  ['GB', 'en'],
  ['PL', 'pl'],
  ['NL', 'nl'],
  ['SE', 'sv'],
  ['NO', 'no'],
  ['AT', 'de'],
  ['JP', 'ja'],
  ['BR', 'pt'],
  ['KR', 'ko'],
  ['UA', 'uk'],
])('most people in %s speak %s', (code, language) => {
  expect(regionLanguage(code)).toBe(language);
});

test('every region has a language of two or three letters', () => {
  for (const code of regionCodes) expect(regionLanguage(code)).toMatch(/^[a-z]{2,3}$/);
});

test('the default regions stand in the order that decides whose title a shared video takes', () => {
  expect(defaultRegions).toEqual(['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT']);
});

describe('nearestRegions', () => {
  test.each([
    ['UK', 'GB'],
    ['LP', 'PL'],
    ['Poland', 'PL'],
    ['PLX', 'PL'],
    ['pL', 'PL'],
    ['Netherlands', 'NL'],
  ])('somebody who types %s may mean %s', (given, code) => {
    expect(nearestRegions(given)[0]).toBe(code);
  });

  test.each(['XX', '', '🎵', 'constructor'])('%j is answered with codes that exist', (given) => {
    const near = nearestRegions(given);
    expect(near).toHaveLength(3);
    for (const code of near) expect(regionCodes).toContain(code);
  });
});

test.each(['', 'a/b', '\u001b[31m', 'PLX'])('%j is no region, and has no language and no other name', (code) => {
  expect([regionLanguage(code), regionName(code)]).toEqual(['und', code]);
});
