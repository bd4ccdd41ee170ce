/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * Makes the filter that replaces each secret by `[key]`: as it is or in other case, URL-encoded, escaped in JSON, and in base64,
 * also within a longer text that was encoded as a whole.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const keys = secrets.filter(isKey);
  if (keys.length === 0) return (text) => text;
  const plain = new RegExp(keys.flatMap((key) => [literal(key)].concat(base64Forms(key).map(literal))).join('|'), 'gi');
  const escaped = new RegExp(keys.map(anyEscape).join('|'), 'gi');
  return (text) => {
    const clean = text.replace(plain, '[key]');
    // What most texts need not be searched for, nor the pattern be compiled.
    return /%[\da-f]{2}|\\u00/i.test(clean) ? clean.replace(escaped, '[key]') : clean;
  };
}

/**
 * Google's keys have 39 characters. What is much shorter is no secret, and may well be a part of a title; what has other characters
 * than these is refused as a key and never sent.
 */
function isKey(secret: string): boolean {
  return /^[!-[\]-~]{16,}$/.test(secret);
}

/**
 * The secret in the base64 of a text that holds it: three characters stand for three bytes, so that it looks different for each
 * of the three places it can begin at. Characters that also depend on its neighbours are left out.
 */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = btoa(' '.repeat(before) + secret);
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6));
  });
}

/**
 * A pattern for a text in which each character may stand as itself, as `%41`, or as `\u0041`, the percent sign escaped or not.
 *
 * JSON in JSON doubles a backslash, and then again; any number of them would be asked for in vain, and cost quadratic time.
 */
function anyEscape(text: string): string {
  return Array.from(text, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
    return String.raw`(?:${literal(character)}|%${hex}|\\{1,4}u00(?:25)?${hex})`;
  }).join('');
}

/** A pattern for a text as it is; but `+` and `/` are `-` and `_` in the base64 of URLs, and JSON may write `\/` and `\"`. */
function literal(text: string): string {
  const escapes: Readonly<Record<string, string>> = {
    '+': '(?:[+-]|%2b)',
    '/': String.raw`(?:\\{0,4}\/|_|%2f)`,
    '"': String.raw`\\{0,4}"`,
  };
  return text.replace(/[^\w-]/g, (character) => escapes[character] ?? `\\${character}`);
}
