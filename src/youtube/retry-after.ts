/**
 * Milliseconds that a `Retry-After` header asks for: 0 for a moment that has passed, `undefined` for no header or a malformed
 * one.
 *
 * RFC 9110, 10.2.3: digits alone, or one of the three date forms of 5.6.7. A date counts from the answer's own `Date` header
 * where there is one, so that a wrong local clock (`now`, ms since the epoch) does no harm. Read by hand, for `Number` takes
 * `''`, `0x10` and `1e3`, and `Date` takes `-5` and reads the asctime form in local time.
 */
export function parseRetryAfter(header: string | undefined, { date, now }: { date: string | undefined; now: number }): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const until = parseHttpDate(text, now);
  if (until === undefined) return undefined;
  return Math.max(0, until - (parseHttpDate(date?.trim() ?? '', now) ?? now));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = `(?<month>${months.join('|')})`;
const time = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;
const shortDay = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const longDay = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const forms = [
  new RegExp(String.raw`^${shortDay}, (?<day>\d\d) ${month} (?<year>\d{4}) ${time} GMT$`),
  new RegExp(String.raw`^${longDay}, (?<day>\d\d)-${month}-(?<year>\d\d) ${time} GMT$`),
  new RegExp(String.raw`^${shortDay} ${month} (?<day>[ \d]\d) ${time} (?<year>\d{4})$`),
];

/** Ms since the epoch of an HTTP date in any of its three forms, all of them UTC; `undefined` for anything else. */
function parseHttpDate(text: string, now: number): number | undefined {
  const fields = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!fields) return undefined;
  const [day, hour, minute, second] = [fields['day'], fields['hour'], fields['minute'], fields['second']].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const year = fullYear(fields['year'] ?? '', now);
  const date = new Date(0);
  date.setUTCFullYear(year, months.indexOf(fields['month'] ?? ''), day);
  // 60 is a leap second; a 31 February or a 25 o'clock would roll over into another day.
  if (date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** RFC 9110, 5.6.7: a two-digit year that seems more than 50 years ahead is the last one with those digits. */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
