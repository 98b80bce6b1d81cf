import { isOnHost } from '../parse/host';
import type { PageKind } from '../site';

const HOSTS = ['www.strava.com', 'm.strava.com'];

/** Addresses below an activity's that are another page, or no page. */
const NOT_THE_PAGE = /^(truncate|edit|split|embed|export_\w+|streams|kudos|comments|heartrate_zones)$/;

/** The user's own dashboard and training log. */
const OVERVIEW = /^\/(dashboard|athlete\/training)\/?$/;

export function isStrava(url: URL): boolean {
  return isOnHost(url, ...HOSTS);
}

/** The activity's id, when the address is its page or one of its sub-routes (`/overview`, `/analysis/…`, `/segments/…`); otherwise null. */
export function stravaActivityId(url: URL): string | null {
  if (!isStrava(url)) return null;
  const match = /^\/activities\/(\d{1,19})(?:\/([^/]*).*)?$/.exec(url.pathname);
  return match?.[1] !== undefined && !NOT_THE_PAGE.test(match[2] ?? '') ? match[1] : null;
}

export function pageKind(url: URL): PageKind | null {
  if (stravaActivityId(url) !== null) return 'activity';
  return isStrava(url) && OVERVIEW.test(url.pathname) ? 'overview' : null;
}
