import { isOnHost } from '../parse/host';

export function isGarmin(url: URL): boolean {
  return isOnHost(url, 'connect.garmin.com');
}

/** The id in `/app/activity/ID` (2025–2026) or `/modern/activity/ID` (2014–2026), and in panels opened from one; otherwise null. */
export function garminActivityId(url: URL): string | null {
  const match = /^\/(?:app|modern)\/activity\/(\d{1,19})(?:\/(?!edit\b).*)?$/.exec(url.pathname);
  return isGarmin(url) ? (match?.[1] ?? null) : null;
}
