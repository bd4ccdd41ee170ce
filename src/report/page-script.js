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
    const direction = head.getAttribute('aria-sort') === 'descending' ? 1 : -1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row, index) }));
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
  const select = make('select', {});
  select.append(make('option', { value: '', textContent: 'all regions' }));
  for (const region of regions) select.append(make('option', { value: region, textContent: region }));
  select.addEventListener('change', () => {
    for (const [element, codes] of parts) element.hidden = select.value !== '' && !codes.includes(select.value);
    for (const { number, all } of counts) {
      const shown = number.closest('.card').querySelectorAll('tbody tr:not([hidden])').length;
      number.textContent = select.value === '' ? all : String(shown);
    }
  });
  const label = make('label', { textContent: 'Charts, moves and hits of ' });
  label.append(select);
  const tools = make('div', { className: 'tools' });
  tools.append(label);
  document.querySelector('main').prepend(tools);
})();
