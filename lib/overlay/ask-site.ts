import type { SiteAnswer, SiteAnswers, SiteRequest } from '../sites/site';

/** A longer answer is not a stream of an activity. Characters. */
const LONGEST = 8_000_000;

/**
 * Requests data from the page's own site, as its own page would: same origin, with the user's cookies there, nowhere else. Null when the
 * site does not answer, redirects elsewhere, or sends something that cannot be parsed.
 */
export async function askSite<Gives extends keyof SiteAnswers>(
  requests: readonly SiteRequest[],
  gives: Gives,
  signal: AbortSignal,
): Promise<SiteAnswer<SiteAnswers[Gives]> | null> {
  const request = requests.find((one) => one.gives === gives);
  if (request === undefined) return null;
  const url = new URL(request.path, location.origin);
  if (url.origin !== location.origin) return null;
  try {
    const response = await fetch(url, { headers: request.headers, credentials: 'same-origin', redirect: 'error', signal });
    if (response.status !== 200) return null;
    const body = await response.text();
    // Found by what it returns, so the parser fits.
    return body.length > LONGEST ? null : (request.parse(body) as SiteAnswer<SiteAnswers[Gives]>);
  } catch {
    return null;
  }
}
