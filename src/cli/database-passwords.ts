import type { Redact } from '../core/redact.ts';

/**
 * The passwords in an address of a database, as they are written there and as they are meant; none in any other text. An address that
 * is not valid gives what may be meant as its password.
 */
export function passwordsOf(text: string): string[] {
  const address = /postgres\w*(?::|\/\/).*$/is.exec(text)?.[0];
  if (address === undefined) return [];
  const beforeHost = /^\w+(?::\/*|\/+)(?!\/)[^:@/?#]*:(.*)@/s.exec(address)?.[1];
  const parsed = URL.canParse(address) ? new URL(address).password : '';
  const options = [...address.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].map(([, value]) => value ?? '');
  const written = [beforeHost ?? '', parsed, ...options].filter((password) => password !== '');
  return [...new Set(written.flatMap((password) => [password, decode(password)]))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // As it is written, then: a percent sign need not begin anything.
    return text;
  }
}

/** Shorter ones may be words, and a text that has them is not to tell by its gaps which. */
const leastLength = 16;

/** Makes the filter that takes passwords out of a text: long ones wherever they stand, short ones out of the addresses they stand in. */
export function createAddressRedact(passwords: readonly string[]): Redact {
  if (passwords.length === 0) return (text) => text;
  const patterns = passwords.flatMap((password) => [password, JSON.stringify(password).slice(1, -1)]).map(patternOf);
  const pattern = new RegExp([...new Set(patterns)].join('|'), 'g');
  return (text) => text.replace(pattern, '[key]');
}

function patternOf(password: string): string {
  const literal = password.replace(/[^\w]/g, (character) => (character <= '~' ? `\\${character}` : character));
  return password.length >= leastLength ? literal : `(?<=:)${literal}(?=@)|(?<=password=)${literal}(?![\\w%.~-])`;
}
