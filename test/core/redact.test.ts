import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedact } from '../../src/core/redact.ts';

const key = 'AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY';
const redact = createRedact([key]);

const escaped = (form: (code: string) => string): string => Array.from(key, (one) => form(one.charCodeAt(0).toString(16))).join('');

test.each([
  ['as it is', key],
  ['in a URL', `https://api.example/videos?key=${key}&part=id`],
  ['in upper case', key.toUpperCase()],
  ['twice', `${key} ${key}`],
  ['percent-encoded in lower case', escaped((hex) => `%${hex}`)],
  ['percent-encoded in upper case', escaped((hex) => `%${hex.toUpperCase()}`)],
  ['percent-encoded in part', key.replaceAll('-', '%2D')],
  ['escaped in JSON', escaped((hex) => String.raw`\u00${hex}`)],
  ['escaped in JSON in part', key.replace('A', String.raw`\u0041`)],
  ['URL-encoded, and its percent signs escaped in JSON', escaped((hex) => String.raw`\u0025${hex}`)],
  ['escaped in a JSON string within JSON', JSON.stringify({ text: escaped((hex) => String.raw`\u00${hex}`) })],
])('takes out the key %s', (_, text) => {
  const filtered = redact(`before ${text} after`);
  expect(filtered).toMatch(/^before .*\[key\].* after$/);
  expect(filtered).not.toContain(key.slice(0, 20));
});

test('takes out the base64 of any text with the key in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom<BufferEncoding>('base64', 'base64url'), (before, after, encoding) => {
      const filtered = redact(Buffer.from(before + key + after).toString(encoding));
      expect(filtered).toContain('[key]');
      expect(Buffer.from(filtered.replace('[key]', ''), 'base64').toString('latin1')).not.toContain(key.slice(3, -3));
    }),
  );
});

test('takes out keys of any characters, in every form', () => {
  const character = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
  const printable = fc.string({ unit: character.filter((one) => one !== '\\'), minLength: 16 });
  fc.assert(
    fc.property(printable, (secret) => {
      const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret), btoa(secret), btoa(`k${secret}`), btoa(`ke${secret}`)];
      for (const form of forms) expect(createRedact([secret])(form)).toContain('[key]');
    }),
  );
});

test('leaves every other text as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => redact(text) === text));
  for (const text of [key.slice(1), key.slice(0, -1), '']) expect(redact(text)).toBe(text);
});

test('takes out each of several secrets, and nothing that is too short for one', () => {
  expect(createRedact([key, 'other-key-of-mine', 'title'])(`${key}, other-key-of-mine, title`)).toBe('[key], [key], title');
  expect(createRedact(['', 'demo'])('a demo')).toBe('a demo');
  for (const wrong of ['“AIzaSyD-9tSrke72Pou”', 'AIzaSy'.padEnd(30, '\\'), 'two words of a key'])
    expect(createRedact([wrong])(wrong)).toBe(wrong);
});
