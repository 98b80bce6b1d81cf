const HOSTS = ['www.strava.com', 'm.strava.com'];

/** Under an activity's address, but another page or no page at all. */
const NOT_THE_PAGE = /^(truncate|edit|split|embed|export_\w+|streams|kudos|comments|heartrate_zones)$/;

/** The activity's id, when the address is its page or one of its later routes (`/overview`, `/analysis/…`, `/segments/…`); else null. */
export function activityId(url: URL): string | null {
  if (url.protocol !== 'https:' || !HOSTS.includes(url.hostname)) return null;
  const match = /^\/activities\/(\d{1,19})(?:\/([^/]*).*)?$/.exec(url.pathname);
  return match?.[1] !== undefined && !NOT_THE_PAGE.test(match[2] ?? '') ? match[1] : null;
}
