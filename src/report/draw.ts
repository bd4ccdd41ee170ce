import * as Plot from '@observablehq/plot';
import { pageDocument, type PageElement } from './dom.ts';

/** How wide drawings are: for a card or a narrow screen, and across a page. */
export const widths = { narrow: 340, wide: 860 } as const;

/** Draws a static chart; its colours are custom properties of the page's style sheet. */
export function draw(options: Plot.PlotOptions): PageElement {
  const svg = Plot.plot({ ...options, document: pageDocument as never }) as unknown as PageElement;
  // The page has one style sheet, and its policy allows no other.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const name of ['font-family', 'aria-label', 'class']) svg.removeAttribute(name);
  svg.setAttribute('font-size', '12');
  for (const element of svg.querySelectorAll('*')) tidy(element);
  return svg;
}

const geometry = ['transform', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height'];

/** Labels of groups would be read out beside that of the whole, and no eye sees a thousandth of a pixel. */
function tidy(element: PageElement): void {
  element.removeAttribute('aria-label');
  for (const name of geometry) {
    const value = element.getAttribute(name);
    if (value?.includes('.') && !value.endsWith('em')) element.setAttribute(name, value.replace(/-?\d+\.\d+/g, round));
  }
}

function round(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}
