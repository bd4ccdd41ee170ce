import { type Card, createDeck } from './deck.ts';
import { createRandom, normal, pick, type Random } from './random.ts';
import { type TitlePattern, vocabularyOf } from './vocabulary.ts';

/** A video as it came into the simulated world. Hours count from the simulation's epoch and may be negative. */
export interface Upload extends Card {
  /** Names the video within its world. */
  readonly key: string;
  /** The region whose people made it, and whose language its title is in. */
  readonly home: string;
  readonly bornAt: number;
  /** Natural logarithm of how much better than usual it does. */
  readonly strength: number;
  /** Share of all other regions that it comes to chart in; 0 stays at home. */
  readonly reach: number;
}

/** Where and when an upload is looked at. */
export interface Viewpoint {
  readonly seed: number;
  readonly epochMs: number;
  readonly region: string;
  readonly hours: number;
}

/** No video is looked at longer: by then the decay has taken every one of them out of the charts. */
const lifetimeHours = 144;

/** Where the videos come from that other regions watch too, whatever they speak. */
const worldwideHomes = 'US US US US US US GB GB GB KR KR MX BR'.split(' ');

/** Where the videos come from that hardly anybody watches but neighbours who understand them. */
const nearbyHomes = 'SE NO NL PL DE AT ES'.split(' ');
const nearbyReach = 0.02;

/** What makes sense abroad; nothing of a place, no stream at an hour that is night elsewhere. */
const travellingCategories: ReadonlySet<number> = new Set([1, 10, 15, 20, 24, 28]);

/** What needs no understanding. */
const wordlessCategories: ReadonlySet<number> = new Set([10, 15]);

/** What is uploaded, wherever and whenever one looks; pure, so that the order of looking changes nothing. */
export interface Uploads {
  /** Of the last `lifetimeHours`, those that only their own region watches. */
  local(region: string, hours: number): Upload[];
  /** Of the last `lifetimeHours`, those that other regions come to watch too. */
  travelling(hours: number): Upload[];
}

/** The uploads of the world that `seed` makes. */
export function createUploads(seed: number): Uploads {
  const reachAt = spreadReach(createRandom(seed, 'reach')());
  const localDeck = remember((home) => createDeck(createRandom(seed, 'deck', home), vocabularyOf(home).patterns));
  const travellingDeck = remember((home) => createDeck(createRandom(seed, 'travelling', home), travellingPatterns(home)));

  /** Each hour brings one video that may go far and two that will not. */
  function local(home: string, hour: number): Upload[] {
    return [0, 1, 2].map((player) => {
      const key = `${home}/${hour}/${player}`;
      const random = createRandom(seed, 'upload', key);
      const strength = drawStrength(random, player === 0);
      const { pattern, turn } = localDeck(home)(hour, player);
      return { key, home, bornAt: hour + random(), strength, reach: 0, pattern, turn };
    });
  }

  /** Headliners take turns, so that no moment is short of them. */
  function abroad(hour: number, kind: 'worldwide' | 'nearby'): Upload {
    const key = `${kind}/${hour}`;
    const random = createRandom(seed, 'upload', key);
    const home = pick(random, kind === 'nearby' ? nearbyHomes : worldwideHomes);
    const strength = drawStrength(random, hour % 2 === 0);
    const reach = kind === 'nearby' ? nearbyReach : reachAt(hour / 2);
    return { key, home, bornAt: hour + random(), strength, reach, ...travellingDeck(home)(hour, 0) };
  }

  return {
    local: (region, hours) => lastHours(hours).flatMap((hour) => local(region, hour)),
    travelling: (hours) => lastHours(hours).flatMap((hour) => [abroad(hour, 'worldwide'), abroad(hour, 'nearby')]),
  };
}

function travellingPatterns(home: string): readonly TitlePattern[] {
  const { language, patterns } = vocabularyOf(home);
  const understood = language === 'en' || nearbyHomes.includes(home);
  const categories = understood ? travellingCategories : wordlessCategories;
  return patterns.filter(({ category, form, text }) => categories.has(category) && form !== 'stream' && !text.includes('{in}'));
}

/** Most are seen in few countries and a few everywhere; the golden ratio spreads them evenly, so that no day lacks either. */
function spreadReach(start: number): (place: number) => number {
  return (place) => {
    const turns = start + place * 0.618034;
    return (turns - Math.floor(turns)) ** 3;
  };
}

function drawStrength(random: Random, headliner: boolean): number {
  return headliner ? 1.6 + 0.5 * normal(random) : 0.6 * normal(random);
}

function lastHours(hours: number): number[] {
  const newest = Math.floor(hours);
  return Array.from({ length: lifetimeHours }, (_, age) => newest - age);
}

function remember<Value>(make: (home: string) => Value): (home: string) => Value {
  const known = new Map<string, Value>();
  return (home) => {
    const value = known.get(home) ?? make(home);
    known.set(home, value);
    return value;
  };
}
