// Runs in the page: what it is made of, as far as a hostile text could have changed it.
(() => {
  const all = [...document.querySelectorAll('*')];
  // What lies in wait for a pointer or for the keyboard.
  for (const element of all) {
    for (const type of ['mouseover', 'mouseenter', 'pointerover']) element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    element.focus?.();
  }
  const unique = (values) => [...new Set(values)];
  return {
    elements: unique(all.map(({ localName }) => localName)),
    attributes: unique(all.flatMap((element) => element.getAttributeNames())),
    scripts: document.querySelectorAll('script').length,
    strangers: document.querySelectorAll('iframe, object, embed, img, image, link, base, form, template, svg script').length,
    addresses: unique(
      all.flatMap((element) =>
        ['href', 'src', 'xlink:href', 'action', 'data', 'poster'].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    ),
    policy: document.querySelector('meta[http-equiv]')?.content,
    policies: document.querySelectorAll('meta[http-equiv]').length,
    links: [...document.querySelectorAll('a[href*="watch?v="]')].map(({ href, textContent }) => ({ href, text: textContent })),
    channels: [...document.querySelectorAll('tr:has(bdi)')].map((row) => ({
      href: row.querySelector('a').href,
      text: row.querySelector('bdi').textContent,
    })),
    hacked: window.hacked ?? null,
  };
})();
