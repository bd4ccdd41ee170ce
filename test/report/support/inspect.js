// Runs in the page: what a reader would see at once, and a test of the HTML cannot. Gives a sentence for each fault.
(() => {
  const faults = [];
  const slack = 1;
  const name = (element) => {
    const text = element.textContent.trim().slice(0, 40);
    const own = element.id || element.getAttribute('class') || element.closest('[id]')?.id || '';
    return `${element.localName} ${own} ${JSON.stringify(text)}`;
  };
  const isShown = (element) => element.getClientRects().length > 0 && element.checkVisibility();
  const boxOf = (element) => element.getBoundingClientRect();

  function checkOverflow() {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide, in a window of ${innerWidth}`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element) || element.closest('.skip') || element.parentElement.closest('.scroll, svg')) continue;
      const { left, right } = boxOf(element);
      if (left < -slack || right > innerWidth + slack) faults.push(`beyond the window: ${name(element)}`);
      const isBox = getComputedStyle(element).display !== 'inline' && !element.matches('.scroll, svg');
      if (isBox && element.scrollWidth > element.clientWidth + slack && element.clientWidth > 0)
        faults.push(`wider than its box: ${name(element)}`);
    }
  }

  // A column that gives way to its neighbours ends as one letter below the other.
  function checkCells() {
    for (const cell of document.querySelectorAll('th, td')) {
      const { paddingLeft, paddingRight } = getComputedStyle(cell);
      const room = cell.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      const words = cell.textContent.trim().split(/\s+/);
      if (isShown(cell) && room < 30 && words.some(({ length }) => length > 6)) faults.push(`too narrow to be read: ${name(cell)}`);
    }
  }

  // Boxes are as high as a line; letters take the middle of it.
  function inkOf(text) {
    const { left, right, top, bottom, height } = boxOf(text);
    return { text, left, right, top: top + height * 0.22, bottom: bottom - height * 0.22 };
  }

  function checkChart(svg) {
    const frame = boxOf(svg);
    const texts = [...svg.querySelectorAll('text')].filter((text) => isShown(text) && text.textContent.trim() !== '');
    const inks = texts.map(inkOf);
    for (const { text, left, right, top, bottom } of inks) {
      if (left < frame.left - slack || right > frame.right + slack || top < frame.top - slack || bottom > frame.bottom + slack)
        faults.push(`beyond its chart: ${name(text)} of ${svg.closest('figure').id}`);
    }
    for (const [index, a] of inks.entries()) {
      const other = inks.slice(index + 1).find((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      if (other) faults.push(`on each other: ${name(a.text)} and ${name(other.text)} of ${svg.closest('figure').id}`);
    }
  }

  checkOverflow();
  checkCells();
  for (const figure of document.querySelectorAll('figure')) {
    const charts = [...figure.querySelectorAll('svg')].filter(isShown);
    if (figure.querySelector('svg') && charts.length !== 1) faults.push(`${charts.length} charts are shown in ${figure.id}`);
    for (const chart of charts) checkChart(chart);
  }
  return [...new Set(faults)];
})();
