/**
 * Whether the page is light or dark behind the card, from the first background behind it: a site's own dark mode may differ from the
 * system's.
 */
export function readPageScheme(anchor: Element): 'light' | 'dark' {
  for (let element: Element | null = anchor; element !== null; element = element.parentElement) {
    const numbers = getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    const [red, green, blue, alpha = 1] = numbers ?? [];
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? 'dark' : 'light';
  }
  // Without any background it is the browser's own, which follows the page's colour scheme.
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light';
}

/** Calls `tell` now and after each change: sites mark theirs on the root or the body. Returns a function that stops it. */
export function followScheme(anchor: Element, tell: (scheme: 'light' | 'dark') => void): () => void {
  let last: string | null = null;
  const look = () => {
    const scheme = readPageScheme(anchor);
    if (scheme !== last) tell(scheme);
    last = scheme;
  };
  look();
  const watch = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) watch.observe(element, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', look);
  return () => {
    watch.disconnect();
    system.removeEventListener('change', look);
  };
}
