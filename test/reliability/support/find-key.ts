/**
 * Every form in which a key stands in some bytes: as it is, URL-encoded, escaped in JSON, or in base64.
 *
 * Decodes the text instead of encoding the key, so that it shares no mistake with the program's own filter.
 */
export function findKey(bytes: Buffer | string, key: string): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  return Object.entries(decoders).flatMap(([form, decode]) =>
    decode(text).some((decoded) => decoded.toLowerCase().includes(key.toLowerCase())) ? [form] : [],
  );
}

const fromHex = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

const decoders: Readonly<Record<string, (text: string) => string[]>> = {
  plain: (text) => [text],
  'URL-encoded': (text) => [text.replace(/%([\da-f]{2})/gi, fromHex)],
  'escaped in JSON': (text) => [text.replace(/\\+u00([\da-f]{2})/gi, fromHex).replace(/\\/g, '')],
  base64: (text) => [text, text.replace(/%([\da-f]{2})/gi, fromHex).replace(/\\/g, '')].flatMap(decodeBase64),
};

/** A run of base64 may have begun anywhere before the key: each of the four places in a group of four is tried. */
function decodeBase64(text: string): string[] {
  const runs = text.match(/[\w+/-]{40,}/g) ?? [];
  return runs.flatMap((run) => [0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1')));
}
