import { agreed } from '../parse/first';

/** The one athlete that the links of a selector lead to; null for none or several. */
function athlete(document: Document, selector: string): string | null {
  const links = [...document.querySelectorAll(selector)];
  return agreed(
    links.map((link) => /^(?:https:\/\/(?:www|m)\.strava\.com)?\/athletes\/(\d+)(?:[/?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1]),
  );
}

/** The person logged in: the header's own menu, else the only athlete of the header (2015–2026). */
function viewer(document: Document): string | null {
  return athlete(document, '#global-header .user-menu > a') ?? athlete(document, '#global-header a[href*="/athletes/"]');
}

/** The heading's owner, not the people named in its description (2015–2026). */
function owner(document: Document): string | null {
  return athlete(document, '#heading .title a, #heading a.avatar-athlete, #heading .details-container > a, #heading header a');
}

/**
 * Whether the page's links say that the activity is the viewer's own: two different athletes say no, the same one and a link to edit it say
 * yes, everything else says nothing.
 * @param ownerId the owner as the kudos island names it, when it does
 */
export function ownByLinks(document: Document, id: string, ownerId: string | null): boolean | null {
  const editable = [...document.querySelectorAll('a[href*="/edit"]')].some(
    (link) =>
      /^(?:https:\/\/(?:www|m)\.strava\.com)?\/activities\/(\d+)\/edit(?:[/?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1] === id,
  );
  const [mine, theirs] = [viewer(document), agreed([owner(document), ownerId])];
  if (mine === null || theirs === null || (mine === theirs) !== editable) return null;
  return editable;
}
