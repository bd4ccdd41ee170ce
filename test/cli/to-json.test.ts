import { expect, test } from 'vitest';
import { toJson } from '../../src/cli/to-json.ts';

// DEL, C1, and the characters that Unicode's bidirectional algorithm obeys; what is below a space is escaped in all JSON.
const forbidden = [127, ...Array.from({ length: 32 }, (_, index) => 128 + index), 0x61c, 0x200e, 0x200f];
const bidi = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];

test('JSON says the same with control and bidirectional characters escaped', () => {
  const text = String.fromCharCode(...Array(32).keys(), ...forbidden, ...bidi, 0x2028, 0x2029);
  const json = toJson({ text });
  expect(JSON.parse(json)).toEqual({ text });
  const shown = Array.from(json.replaceAll('\n', ''), (character) => character.charCodeAt(0));
  expect(shown.filter((code) => code < 32 || forbidden.includes(code) || bidi.includes(code))).toEqual([]);
});
