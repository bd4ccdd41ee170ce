/** Draws the next number of a sequence: 0 or more, less than 1. */
export type Random = () => number;

/**
 * A sequence that depends on `parts` alone: the same parts give the same numbers on every machine.
 *
 * Its state has 128 bits (sfc32), because ids are drawn from it: with 32, a hundred thousand videos would share some.
 */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let [a, b, c, count] = hash(parts.join('/'));
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Neighbouring hashes start alike; sfc32 needs a dozen rounds to part them.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

function hash(text: string): [number, number, number, number] {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x2545f491];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x85ebca6b) ^ (d >>> 15);
    b = Math.imul(b ^ code, 0xc2b2ae35) ^ (a >>> 13);
    c = Math.imul(c ^ code, 0x27d4eb2f) ^ (b >>> 16);
    d = Math.imul(d ^ code, 0x165667b1) ^ (c >>> 14);
  }
  return [a, b, c, d];
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of `items`, which must not be empty. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[between(random, 0, items.length - 1)] as Item;
}

/** The same items in another order. */
export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A draw from the bell curve around 0 whose deviation is 1. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Text that looks like YouTube's ids and etags. */
export function drawId(random: Random, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(between(random, 0, 63))).join('');
}
