import type { Sport } from '../../training';
import { parseIsoWallClock, parseWallClock } from '../parse/dates';
import { agreed, first } from '../parse/first';
import { readLanguage } from '../parse/language';
import { NO_ACTIVITY, toReading } from '../parse/reading';
import { sportOfKey } from '../parse/sport-keys';
import { sportNamed } from '../parse/sports';
import { oneLine, tidy } from '../parse/text';
import { aNumber, anId, aText, at } from '../parse/untrusted';
import type { PageReading } from '../site';
import { garminActivityId } from './address';
import { readGarminStats } from './stats';

const META = '[class*="ActivityMetaInfo_activityMetadataHeader"]';
const HEADER = '[class*="ActivityHeaderContainer_headerContainer"]';

/** A key that we do not know is another sport. These keys leave the sport open. */
const OPEN = /^(uncategorized|multi_?sport.*|transition.*|all|)$/;

function sportOfType(typeKey: string | null): Sport | null {
  return sportOfKey(typeKey) ?? (typeKey === null || OPEN.test(typeKey) ? null : 'other');
}

/** The title from its own field (2023–2026), which is editable on the user's own pages; otherwise the text of the only heading. */
function title(document: Document): string | null {
  for (const selector of ['[class*="InlineActivityNameEdit_activityName"]', `${HEADER} h1`, `${HEADER} h2`, `${HEADER} h3`]) {
    const words = [...document.querySelectorAll(`${selector}, ${selector} :not(button)`)].filter(({ children }) => children.length === 0);
    const names = words.map((word) => oneLine(word.textContent)).filter((name) => name !== null);
    if (names.length > 0) return agreed(names);
  }
  return null;
}

/**
 * The start in words: "Sunday, September 15, 2024 4:03 PM". A relative day such as "Yesterday" is not used, because its meaning changes.
 */
function start(document: Document, language: string): string | null {
  for (const selector of ['[class*="ActivityMetaInfo_activityTime"]', META, HEADER]) {
    const found = agreed([...document.querySelectorAll(selector)].map((time) => parseWallClock(time.textContent ?? '', language)));
    if (found !== null) return found;
  }
  return null;
}

function sportInWords(document: Document): Sport | null {
  const words = [...document.querySelectorAll(`${META}, ${META} *`)].filter(({ children }) => children.length === 0);
  return agreed(words.map((word) => sportNamed(tidy(word.textContent))));
}

/** The person that a part of the page links to, by the name in the profile's address. Null for none or several. */
function profile(document: Document, selector: string): string | null {
  const links = [...document.querySelectorAll(selector)];
  return agreed(links.map((link) => /\/profile\/([^/?#]+)/.exec(link.getAttribute('href') ?? '')?.[1]?.toLowerCase()));
}

function ownByLinks(document: Document): boolean | null {
  const viewer = profile(document, '#garmin-header a[href*="/profile/"], header a[href*="/profile/"], nav a[href*="/profile/"]');
  const owner = profile(document, `${HEADER} a[href*="/profile/"], ${META} a[href*="/profile/"]`);
  return viewer === null || owner === null ? null : viewer === owner;
}

/** Whether the activity is the user's own, by the profile numbers from the activity service and the page's own world. */
function ownByProfile(data: unknown): boolean | null {
  const owner = anId(at(data, 'userProfileId') ?? at(data, 'userProfilePK') ?? at(data, 'metadataDTO', 'userInfoDto', 'userProfilePk'));
  const viewer = anId(at(data, 'viewerProfileId'));
  return viewer === null || owner === null ? null : viewer === owner;
}

/**
 * Reads the activity page. `pageData` is the response of the activity service, merged over the data from the page's own world. Never
 * throws.
 */
export function readGarmin(document: Document, url: URL, pageData: unknown): PageReading {
  const id = garminActivityId(url);
  if (id === null) return NO_ACTIVITY;
  const data = first(() => (anId(at(pageData, 'activityId')) === id ? pageData : null));
  const summary = (key: string) => aNumber(at(data, 'summaryDTO', key));
  const language = first(() => readLanguage(document)) ?? '';
  const stats = first(() => readGarminStats(document, language)) ?? {};
  return toReading(id, {
    title: [() => oneLine(aText(at(data, 'activityName'))), () => title(document)],
    sport: [() => sportOfType(aText(at(data, 'activityTypeDTO', 'typeKey'))), () => sportInWords(document)],
    startLocal: [() => parseIsoWallClock(aText(at(data, 'summaryDTO', 'startTimeLocal'))), () => start(document, language)],
    // The timer's time is used for sports without movement, and where the page shows no other time.
    movingTimeS: [() => summary('movingDuration') || null, () => summary('duration'), () => stats.moving ?? stats.timer],
    elapsedTimeS: [() => summary('elapsedDuration'), () => stats.elapsed],
    distanceM: [() => summary('distance'), () => stats.distance],
    elevationGainM: [() => summary('elevationGain'), () => stats.elevation],
    avgHrBpm: [() => summary('averageHR'), () => stats.averageHeartRate],
    maxHrBpm: [() => summary('maxHR'), () => stats.maximumHeartRate],
    own: [() => ownByProfile(data), () => ownByLinks(document)],
  });
}
