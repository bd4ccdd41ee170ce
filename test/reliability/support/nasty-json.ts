/** Texts that JSON parsers are known to trip over, by name; some are JSON all the same. */
const texts: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  space: ' \t\r\n',
  null: 'null',
  true: 'true',
  'a word cut short': 'nul',
  'a word in capitals': 'True',
  undefined: 'undefined',
  NaN: 'NaN',
  Infinity: '-Infinity',
  zero: '0',
  'minus zero': '-0',
  'a number beyond all numbers': '1e999',
  'a negative number beyond all numbers': '-1e999',
  'a number too small': '1e-999',
  'a number that rounds': '9007199254740993',
  'a number of many digits': '9'.repeat(5000),
  'a fraction of many digits': `0.${'1'.repeat(5000)}`,
  'a minus alone': '-',
  'a plus': '+1',
  'a leading zero': '01',
  'a point without digits': '1.',
  'a point without a number': '.5',
  'an exponent without digits': '1e',
  'a hexadecimal number': '0x10',
  'an empty string': '""',
  'a string without end': '"abc',
  'a string in single quotes': "'abc'",
  'an escape that is none': String.raw`"\x41"`,
  'half an escape': String.raw`"\u12"`,
  'a backslash at the end': '"\\',
  'half a surrogate pair': String.raw`"\ud800"`,
  'a surrogate pair the wrong way round': String.raw`"\udc00\ud800"`,
  'a surrogate pair': String.raw`"\ud83d\ude00"`,
  'an escaped NUL': String.raw`"a\u0000b"`,
  'a NUL in a string': '"a\0b"',
  'a NUL after all': 'null\0',
  'a tab in a string': '"\t"',
  'a line break in a string': '"\n"',
  'a line separator': '"\u2028\u2029"',
  'direction marks': '"\u202e\u2066"',
  'no character': '"\uffff"',
  'a terminal escape': String.raw`"\u001b]0;x\u0007"`,
  'a string of a megabyte': `"${'x'.repeat(1_000_000)}"`,
  'an empty array': '[]',
  'an empty object': '{}',
  'an array without end': '[1',
  'an array of nothing': '[,]',
  'a comma too many': '[1,]',
  'a bracket too many': '[]]',
  'the wrong bracket': '[}',
  'two values': '1 2',
  'an array of 20,000': `[${'null,'.repeat(19_999)}null]`,
  '1,500 arrays in one another': '['.repeat(1500) + ']'.repeat(1500),
  '100,000 arrays in one another': '['.repeat(100_000) + ']'.repeat(100_000),
  '100,000 arrays without end': '['.repeat(100_000),
  '50,000 objects in one another': `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  '50,000 objects without end': '{"a":'.repeat(50_000),
  'an object of 5,000 keys': `{${Array.from({ length: 5000 }, (_, index) => `"${index}":0`).join()}}`,
  'a key twice': '{"id":"a","id":"b"}',
  'an empty key': '{"":0}',
  'a key alone': '{"a"}',
  'a key without a value': '{"a":}',
  'a key without quotes': '{a:1}',
  'a key in single quotes': "{'a':1}",
  'a comma too many in an object': '{"a":1,}',
  'an object without end': '{"a":1',
  'a prototype': '{"__proto__":{"id":"x","items":[]},"constructor":{"prototype":{"items":1}}}',
  'a prototype that is null': '{"__proto__":null}',
  'what JavaScript calls': '{"toJSON":1,"toString":2,"valueOf":3,"then":4,"length":-1,"hasOwnProperty":5}',
  'a comment': '/* a */1',
  'a comment at the end': '1 // a',
  'a space of another kind': '\u00a01',
  'a form feed': '\f1',
  'a byte order mark': '\ufeffnull',
  'a byte order mark alone': '\ufeff',
  'UTF-16': new Uint8Array(Buffer.from('{"items":[]}', 'utf16le')),
  'a byte that UTF-8 has not': bytes(0x22, 0xff, 0xfe, 0x22),
  'a character cut short': bytes(0x22, 0xe2, 0x82, 0x22),
  'a character that goes on before it begins': bytes(0x22, 0x80, 0xbf, 0x22),
  'a slash that is too long': bytes(0x22, 0xc0, 0xaf, 0x22),
  'half a surrogate pair in UTF-8': bytes(0x22, 0xed, 0xa0, 0x80, 0x22),
  'a character beyond Unicode': bytes(0x22, 0xf5, 0x80, 0x80, 0x80, 0x22),
  'a gzip that is none': bytes(0x1f, 0x8b, 0x08, 0x00),
};

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

/** Where such a text may stand in a body: `…` is its place. The items around it are good. */
function places(items: readonly object[]): Readonly<Record<string, readonly [status: number, body: string]>> {
  const [first, last] = items.map((item) => JSON.stringify(item));
  const between = (item: string): readonly [number, string] => [200, `{"items":[${first},${item},${last}]}`];
  const snippet = '"channelId":"c","title":"t","publishedAt":"2026-11-20T10:00:00Z"';
  return {
    'the whole body': [200, '…'],
    'before a body': [200, `…{"items":[${first}]}`],
    'after a body': [200, `{"items":[${first}]}…`],
    'the items': [200, '{"items":…}'],
    'the token': [200, `{"items":[${first},${last}],"nextPageToken":…}`],
    'the kind': [200, `{"items":[${first},${last}],"kind":…}`],
    'a key nobody asked for': [200, `{"items":[${first},${last}],"etag":…}`],
    'an item': between('…'),
    'an id': between(`{"id":…,"snippet":{${snippet}}}`),
    'a snippet': between('{"id":"x","snippet":…}'),
    'a title': between(`{"id":"x","snippet":{${snippet},"title":…}}`),
    'a time': between(`{"id":"x","snippet":{${snippet},"publishedAt":…}}`),
    tags: between(`{"id":"x","snippet":{${snippet},"tags":…}}`),
    'a tag': between(`{"id":"x","snippet":{${snippet},"tags":["a",…]}}`),
    'a language': between(`{"id":"x","snippet":{${snippet},"defaultAudioLanguage":…}}`),
    'a live state': between(`{"id":"x","snippet":{${snippet},"liveBroadcastContent":…}}`),
    'a category': between(`{"id":"x","snippet":{${snippet},"categoryId":…}}`),
    'a duration': between(`{"id":"x","snippet":{${snippet}},"contentDetails":{"duration":…}}`),
    statistics: between(`{"id":"x","snippet":{${snippet}},"statistics":…}`),
    'a count': between(`{"id":"x","snippet":{${snippet}},"statistics":{"viewCount":…}}`),
    'an error': [400, '{"error":…}'],
    'the words of an error': [500, '{"error":{"message":…,"errors":…,"details":…}}'],
    'the reason of an error': [
      403,
      '{"error":{"errors":[{"reason":…}],"details":[…,{"reason":…,"metadata":…},{"metadata":{"quota_limit":…}}]}}',
    ],
  };
}

/** Each text in each place. */
export function* nastyBodies(items: readonly object[]): Generator<{ name: string; status: number; body: Buffer }> {
  for (const [place, [status, frame]] of Object.entries(places(items))) {
    for (const [name, text] of Object.entries(texts)) {
      const parts = frame.split('…').flatMap((part, index) => (index === 0 ? [Buffer.from(part)] : [Buffer.from(text), Buffer.from(part)]));
      yield { name: `${name} as ${place}`, status, body: Buffer.concat(parts) };
    }
  }
}
