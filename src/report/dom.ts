import { parseHTML } from 'linkedom';
import { plain } from '../text/plain.ts';

/** An element, as far as pages are built of it. */
export interface PageElement {
  readonly localName: string;
  readonly outerHTML: string;
  textContent: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  append(...children: (PageElement | string)[]): void;
  remove(): void;
}

/** What all elements of a page are made by. */
export const { document: pageDocument } = parseHTML('<!doctype html><html></html>') as unknown as {
  readonly document: { createElement(tag: string): PageElement };
};

export type Child = PageElement | string | undefined | readonly Child[];

/**
 * An element of the page. Text only ever becomes text, fit to be shown: whatever a title holds, it is no markup. Attributes are the
 * page's own words: numbers, classes, addresses, never a title.
 */
export function h(tag: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, ...children: Child[]): PageElement {
  const element = pageDocument.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, String(value));
  append(element, children);
  return element;
}

function append(element: PageElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string') element.append(plain(child));
    else if ('localName' in child) element.append(child);
    else append(element, child);
  }
}
