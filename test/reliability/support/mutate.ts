import { between, pick, type Random } from '../../../src/demo/random.ts';

/** A few changes to the structure of an answer: wrong types, missing and odd keys, things that stand where others should. */
export function mutateStructure(random: Random, page: object): Buffer {
  const mutated = structuredClone(page);
  for (let changes = between(random, 1, 3); changes > 0; changes -= 1) {
    const slots = slotsOf(mutated);
    if (slots.length > 0) change(random, pick(random, slots), slots);
  }
  return Buffer.from(JSON.stringify(mutated));
}

type Container = Record<string, unknown>;

/** A place that holds a value: a key of an object, or an index of an array. */
interface Slot {
  readonly holder: Container;
  readonly key: string;
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Container;
  return Object.keys(holder).flatMap((key) => [{ holder, key }].concat(slotsOf(holder[key])));
}

function change(random: Random, { holder, key }: Slot, slots: readonly Slot[]): void {
  const value = holder[key];
  const other = pick(random, slots);
  const changes: readonly (() => unknown)[] = [
    () => put(holder, key, pick(random, junk)()),
    () => put(holder, key, pick(random, junk)()),
    () => remove(holder, key),
    () => put(holder, key, structuredClone(other.holder[other.key])),
    () => put(holder, key, pick(random, [[value], { value }, [], [value, value]])),
    () => put(holder, key, retyped(value)),
    () => Array.isArray(holder) || put(holder, pick(random, oddKeys), pick(random, junk)()),
    () => Array.isArray(holder) && holder.splice(between(random, 0, holder.length), 0, structuredClone(value)),
  ];
  pick(random, changes)();
}

/** Also where the key is `__proto__`, which an assignment would take for the prototype. */
function put(holder: Container, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}

function remove(holder: Container, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function retyped(value: unknown): unknown {
  if (typeof value === 'string') return Number(value);
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const oddKeys = ['__proto__', 'constructor', 'toJSON', 'toString', 'then', 'length', '', 'id', 'items', 'error', 'nextPageToken', '\ud800'];

function nested(levels: number): unknown {
  let value: unknown = 'within';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

const numbers = [0, -0, -1, 1.5, 1e308, 2 ** 53, 2 ** 53 - 1];
const counts = ['0', '-1', '1e5', '٣', '18446744073709551615', '9007199254740992', '9'.repeat(400)];
const texts = ['', ' ', 'null', '__proto__', '\u0000', '\ud800', '\udfff\ud800', '\u202e\u0007', 'y'.repeat(64), 'z'.repeat(20_000)];
const durations = ['PT', 'P1Y', 'PT1.5S', 'PT999999999S', 'P999999DT999999H'];
const times = ['2026-02-29T00:00:00Z', '2026-11-20T24:00:00Z', '2026-11-20T10:00:60Z', '2026-11-20', '2026-11-20T10:00:00.123456789Z'];
const farTimes = ['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+14:00', '0001-01-01T00:00:00Z', '2026-11-20T10:00:00+99:99'];
const names = ['zxx', 'und-x', 'not a language', 'completed', 'LIVE'];

const junk: readonly (() => unknown)[] = [
  ...[null, true, false, ...numbers, ...counts, ...texts, ...durations, ...times, ...farTimes, ...names].map((value) => () => value),
  () => [],
  () => ({}),
  () => [null],
  () => ['a', 1, {}],
  () => ({ id: null }),
  () => nested(50),
  () => nested(1500),
];

/** A few changes to the bytes of an answer, wherever they fall. */
export function mutateBytes(random: Random, page: Buffer): Buffer {
  let mutated = Buffer.from(page);
  for (let changes = between(random, 1, 3); changes > 0 && mutated.length > 0; changes -= 1) {
    const at = between(random, 0, mutated.length - 1);
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at)];
    const length = between(random, 1, 24);
    const drawn = Buffer.from(Array.from({ length }, () => between(random, 0, 255)));
    mutated = pick(random, [
      () => Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (1 << between(random, 0, 7))]), after.subarray(1)]),
      () => Buffer.concat([before, drawn.subarray(0, 1), after.subarray(1)]),
      () => Buffer.concat([before, pick(random, syntax), after.subarray(1)]),
      () => Buffer.concat([before, after.subarray(length)]),
      () => Buffer.concat([before, drawn, after]),
      () => Buffer.concat([before, after.subarray(0, length), after]),
      () =>
        random() < 0.2 ? before : Buffer.concat([before, after.subarray(0, length), before.subarray(-length), after.subarray(length)]),
    ])();
  }
  return mutated;
}

const syntax = ['"', '\\', '{', '}', '[', ']', ',', ':', '0', '9', '-', 'e', ' ', '\0', '\n', '\ufeff'].map((text) => Buffer.from(text));
