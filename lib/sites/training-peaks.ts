/**
 * TrainingPeaks: a calendar whose workouts open in a panel without a new address (2018–2026). Only what was done is read, not what was
 * planned. The page does not say whether the calendar is the user's own or that of an athlete they coach.
 */

import type { Sport } from '../training';
import { parseWallClock } from './parse/dates';
import { parseDuration } from './parse/durations';
import { agreed, first } from './parse/first';
import { parseHeartRate } from './parse/heart-rates';
import { isOnHost } from './parse/host';
import { readLanguage } from './parse/language';
import { metresIn } from './parse/measure';
import { firstPlace } from './parse/place';
import { NO_ACTIVITY, toReading } from './parse/reading';
import { sportOfKey } from './parse/sport-keys';
import { oneLine } from './parse/text';
import type { PageReading, TrainingSite } from './site';

const PANEL = '.workoutQuickView';
const DONE = '.workoutComplianceStatus .keyStats.completed';

/** What a field shows: for a form field, its value. */
function shown(element: Element | null | undefined): string | null {
  if (!element) return null;
  return oneLine(
    'value' in element && typeof element.value === 'string' ? element.value : (element.getAttribute('value') ?? element.textContent),
  );
}

function workoutId(document: Document, panel: Element): string | null {
  const selected = [...document.querySelectorAll('.activity.workout.selected[data-workoutid]'), panel];
  return agreed(selected.map((one) => /^\d{1,19}$/.exec(one.getAttribute('data-workoutid') ?? '')?.[0]));
}

/** The sport, from the second class of the workout's bar: Run, Bike, MtnBike, XCSki, Crosstrain … */
function sport(panel: Element): Sport | null {
  const bars = [...panel.querySelectorAll('.workoutBarView .workout')];
  const key = agreed(bars.map(({ classList }) => classList.item(1)));
  return sportOfKey(key) ?? (/^(Crosstrain|Other)$/i.test(key ?? '') ? 'other' : null);
}

function read(document: Document, url: URL): PageReading {
  const panel = first(() => document.querySelector(PANEL));
  const id = panel && matches(url) ? first(() => workoutId(document, panel)) : null;
  if (panel === null || id === null) return NO_ACTIVITY;
  const language = first(() => readLanguage(document)) ?? '';
  const done = (name: string, parse: (element: Element) => number | null) =>
    agreed([...panel.querySelectorAll(`${DONE} ${name}`)].map(parse));
  const bpm = (field: string) => parseHeartRate(shown(panel.querySelector(field)) ?? '', language)?.bpm;
  return toReading(id, {
    title: [() => agreed([...panel.querySelectorAll('.workoutTitle')].map(shown))],
    sport: [() => sport(panel)],
    // The day is in English in every language. The time is next to it or in its own field.
    startLocal: [
      () => {
        const words = [...panel.querySelectorAll('.dateAndTime span')].filter(({ children }) => children.length === 0).map(shown);
        const parts = [...words, shown(panel.querySelector('#startTimeInput'))].filter((word) => word !== null);
        return parseWallClock([...new Set(parts)].join(' '), 'en-US');
      },
    ],
    movingTimeS: [
      () => done('.duration', (one) => parseDuration(one.textContent ?? '', language)),
      () => parseDuration(shown(panel.querySelector('#totalTimeCompletedField')) ?? '', language),
    ],
    distanceM: [() => done('.distance', (one) => metresIn(one, language))],
    elevationGainM: [() => done('.elevation', (one) => metresIn(one, language))],
    avgHrBpm: [() => bpm('#hrAvgField')],
    maxHrBpm: [() => bpm('#hrMaxField')],
  });
}

function matches(url: URL): boolean {
  return isOnHost(url, 'app.trainingpeaks.com');
}

export const trainingPeaks: TrainingSite = {
  id: 'trainingpeaks',
  name: 'TrainingPeaks',
  origins: ['https://app.trainingpeaks.com/*'],
  opensInPanel: true,
  pageData: {},
  matches,
  pageKind: (url) => (matches(url) ? 'activity' : null),
  read,
  mountPoint: (document) =>
    firstPlace(document, [
      { selector: `${PANEL} .tabContent.tabContentRegion`, append: 'after' },
      { selector: PANEL, append: 'last' },
    ]),
  requests: () => [],
};
