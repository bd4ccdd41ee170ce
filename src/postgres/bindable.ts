import { keptText } from '../core/kept-text.ts';

/** A value on its way into the database; an array is one of PostgreSQL's. */
export type Bound = Scalar | readonly Scalar[];

type Scalar = string | number | boolean | null;

/**
 * A value as PostgreSQL keeps it, which has no way to keep U+0000. Throws for a number that is not whole, of which a vault has none.
 */
export function bindable(value: Bound): unknown {
  return Array.isArray(value) ? value.map(keepable) : keepable(value as Scalar);
}

function keepable(value: Scalar): Scalar {
  if (typeof value === 'string') return keptText(value);
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  throw new RangeError(`expected a whole number, got ${value}`);
}
