/** Names or lines, each with what it means, in the order in which they are shown. */
export type Meanings = readonly (readonly [name: string, meaning: string])[];

/** Beside a term there is room for words, or they go below it. */
const leastWords = 24;

/** A paragraph in lines of at most `width` letters, but for a longer word: an address that is broken is none. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Terms, and what they mean in a column of its own behind the `widest` of them; below them where that would be too narrow. */
export function listMeanings(meanings: Meanings, width: number, widest = widestOf(meanings)): string[] {
  const column = widest + 4;
  if (width - column < leastWords) return meanings.flatMap(([term, meaning]) => [`  ${term}`, ...indent(wrap(meaning, width - 6), 6)]);
  return meanings.flatMap(([term, meaning]) => {
    const [first = '', ...more] = wrap(meaning, width - column);
    return [`  ${term}`.padEnd(column) + first, ...indent(more, column)];
  });
}

/** Letters of the longest term. */
export function widestOf(meanings: Meanings): number {
  return Math.max(0, ...meanings.map(([term]) => term.length));
}

/** Command lines, each below what it is for, and whole however long: it is to be copied. */
export function listExamples(examples: Meanings, width: number): string[] {
  return examples.flatMap(([line, purpose]) => [...indent(wrap(purpose, width - 2), 2), `    $ ${line}`]);
}

/** What stands in one line with commas between, if there is room. */
export function listNames(names: readonly string[], width: number): string[] {
  // `vault stats` is not to be broken either.
  const glued = names.map((name) => name.replaceAll(' ', '\0')).join(', ');
  return indent(wrap(glued, width - 2), 2).map((line) => line.replaceAll('\0', ' '));
}

/** A heading and what is below it; nothing where there is nothing. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading}:`, ...lines];
}

function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}
