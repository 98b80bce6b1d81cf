/**
 * Whether the page is light or dark where the card will stand, by the first background behind it: a site's own dark mode need not be the
 * system's.
 */
export function schemeOf(anchor: Element): 'light' | 'dark' {
  for (let element: Element | null = anchor; element !== null; element = element.parentElement) {
    const numbers = getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    const [red, green, blue, alpha = 1] = numbers ?? [];
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? 'dark' : 'light';
  }
  return 'light';
}
