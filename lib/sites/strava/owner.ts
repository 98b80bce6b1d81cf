import { agreed } from '../parse/first';

/** The one athlete that the selected links point to; null for none or several. */
function athlete(document: Document, selector: string): string | null {
  const links = [...document.querySelectorAll(selector)];
  return agreed(
    links.map((link) => /^(?:https:\/\/(?:www|m)\.strava\.com)?\/athletes\/(\d+)(?:[/?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1]),
  );
}

/** The signed-in user: from the header's own menu, otherwise the only athlete in the header (2015–2026). */
function viewer(document: Document): string | null {
  return athlete(document, '#global-header .user-menu > a') ?? athlete(document, '#global-header a[href*="/athletes/"]');
}

/** The owner in the heading, as opposed to people named in the description (2015–2026). */
function owner(document: Document): string | null {
  return athlete(document, '#heading .title a, #heading a.avatar-athlete, #heading .details-container > a, #heading header a');
}

/**
 * Whether the page's links show that the activity is the user's own. Two different athletes: no. The same athlete and a link to edit the
 * activity: yes. Anything else: unknown.
 * @param ownerId the owner as named by the kudos island, if it names one
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
