import { readFileSync } from 'node:fs';
import { strava } from '../../../../lib/sites/strava';
import { outing } from '../../../fixtures/strava/make-page';

export const address = new URL(`https://www.strava.com/activities/${outing.id}`);

/** A page as a document whose scripts do not run. */
export const toDocument = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export const fixture = (file: string): Document => toDocument(readFileSync(`test/fixtures/strava/${file}`, 'utf8'));

/** The reading of a page that must be at an activity's address. */
export function readActivity(page: string | Document, pageData: unknown = null, url: URL = address) {
  const { activity } = strava.read(typeof page === 'string' ? toDocument(page) : page, url, pageData);
  if (activity === null) throw new Error('no activity');
  return activity;
}
