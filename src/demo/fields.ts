/** Which members to keep; a null keeps all that is below. */
interface Mask {
  readonly [name: string]: Mask | null;
}

/**
 * The parts of an answer that the `fields` parameter selects, such as `items(id,statistics/viewCount),nextPageToken`.
 *
 * Source: "Partial resources" in the API's getting-started page. A `fields` that cannot be parsed keeps nothing, where YouTube
 * refuses: a test that asks so wrongly finds out either way.
 */
export function selectFields(answer: object, fields: string): object {
  const [mask] = parseMask(fields.match(/[^(),/\s]+|[(),/]/g) ?? []);
  return select(answer, mask) as object;
}

/** Reads up to the end or the bracket that closes this level, and gives what is left. */
function parseMask(tokens: readonly string[]): [Mask, readonly string[]] {
  const mask: Record<string, Mask | null> = {};
  let left = tokens;
  while (left.length > 0 && left[0] !== ')') {
    const [path, ...rest] = left;
    const [below, after] = parseBelow(rest);
    if (path !== undefined && path !== ',') mask[path] = below;
    left = after;
  }
  return [mask, left.slice(1)];
}

function parseBelow([next, ...rest]: readonly string[]): [Mask | null, readonly string[]] {
  if (next === '(') return parseMask(rest);
  if (next !== '/') return [null, next === undefined ? [] : [next, ...rest]];
  const [name = '', ...after] = rest;
  const [below, left] = parseBelow(after);
  return [{ [name]: below }, left];
}

function select(value: unknown, mask: Mask | null): unknown {
  if (mask === null || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => select(each, mask));
  const kept = Object.entries(value).filter(([name]) => Object.hasOwn(mask, name));
  return Object.fromEntries(kept.map(([name, member]) => [name, select(member, mask[name] ?? null)]));
}
