// What the page does more where scripts may run: tables sort, and one region can be looked at. Without it nothing is missing.
(() => {
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  function valueOf(row, index) {
    const cell = row.cells[index];
    const text = cell.dataset.sort ?? cell.querySelector('time')?.dateTime ?? cell.textContent.trim();
    const number = Number(text.replaceAll(',', ''));
    return text !== '' && Number.isFinite(number) ? number : text;
  }

  function compare(a, b) {
    if (a === '' || b === '') return (a === '') - (b === '');
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  }

  function sortBy(table, index, head) {
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row, index) }));
    // Figures begin with the greatest, words with A.
    const first = rows.some(({ value }) => typeof value === 'number') ? 'descending' : 'ascending';
    const other = first === 'descending' ? 'ascending' : 'descending';
    const order = head.getAttribute('aria-sort') === first ? other : first;
    const direction = order === 'ascending' ? 1 : -1;
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', order);
    rows.sort((a, b) => (a.value === '' || b.value === '' ? compare(a.value, b.value) : direction * compare(a.value, b.value)));
    table.tBodies[0].append(...rows.map(({ row }) => row));
  }

  for (const table of document.querySelectorAll('table')) {
    if (table.tBodies[0].rows.length < 2) continue;
    for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
      const button = make('button', { type: 'button', textContent: head.textContent });
      button.addEventListener('click', () => sortBy(table, index, head));
      head.replaceChildren(button);
    }
  }

  const parts = [...document.querySelectorAll('[data-regions]')].map((element) => [element, element.dataset.regions.split(' ')]);
  const regions = [...new Set(parts.flatMap(([, codes]) => codes))].filter(Boolean);
  if (regions.length < 2) return;
  const counts = [...document.querySelectorAll('.count')].map((number) => ({ number, all: number.textContent }));
  const cut = [...document.querySelectorAll('table[data-cut]')].map(({ caption }) => ({ caption, all: caption.textContent }));
  const select = make('select', {});
  select.append(make('option', { value: '', textContent: 'all regions' }));
  for (const region of regions) select.append(make('option', { value: region, textContent: region }));
  select.addEventListener('change', () => {
    // What is cut cannot be narrowed down.
    for (const { caption, all } of cut) caption.textContent = select.value === '' ? all : `${all}, of all regions`;
    for (const [element, codes] of parts) element.hidden = select.value !== '' && !codes.includes(select.value);
    for (const { number, all } of counts) {
      const rows = [...number.closest('.card').querySelectorAll('tr[data-regions]')];
      if (rows.length > 0) number.textContent = select.value === '' ? all : String(rows.filter((row) => !row.hidden).length);
    }
  });
  const label = make('label', { textContent: 'Charts, moves and hits of ' });
  label.append(select);
  const tools = make('div', { className: 'tools' });
  tools.append(label);
  document.querySelector('main').prepend(tools);
})();
