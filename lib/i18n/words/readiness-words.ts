import { roundRmssd } from '../../core/numbers';
import type { Change, Clocks, Contributor, Note, Readiness, ShortSleep, Verdict } from '../../readiness';
import { type MessageKey, number, t } from '..';
import { REGION_WORDS } from './region-words';
import { CONTRAINDICATION_WORDS } from './screening-words';

/** The codes and figures of readiness as sentences: contributors, what would change the verdict, the three clocks. */

/** RMSSD as every sentence shows it. */
export function msText(rmssdMs: number): string {
  const shown = roundRmssd(rmssdMs);
  return number(shown, Number.isInteger(shown) ? 0 : 1);
}

const NOTES: Readonly<Record<Note['code'], MessageKey>> = {
  travelled: 'noteTravelled',
  altitude: 'noteAltitude',
  alcohol: 'noteAlcohol',
  'luteal-phase': 'noteLutealPhase',
  'little-training': 'noteLittleTraining',
};

/** What must be read with the verdict, as one sentence or two. */
export function noteText({ code }: Note): string {
  return t(NOTES[code]);
}

/** One sentence about a contributor, with what it is compared with. */
export function contributorText({ name, says }: Contributor): string {
  switch (says.code) {
    case 'hrv':
      return t(`contributorHrv_${says.position}`, msText(says.rmssdMs), msText(says.lowMs), msText(says.highMs));
    case 'hrv-trend':
      return t(`contributorTrend_${says.position}`, msText(says.meanMs), msText(says.lowMs), msText(says.highMs));
    case 'resting-hr':
      return t(`contributorHr_${says.position}`, number(says.bpm), number(says.lowBpm), number(says.highBpm));
    case 'sleep':
      return sleepText(says.hours, says.quality, says.usual);
    case 'score': {
      const scale = name as 'soreness' | 'energy' | 'mood' | 'stress';
      return ended(t(`contributorScore_${scale}`, number(says.score)), says.usual === null ? null : number(says.usual, 1));
    }
    case 'sore-region':
      return t('contributorSoreRegion', t(REGION_WORDS[says.region]), number(says.level));
    case 'bar':
      return t(`contributorBar_${says.moved}`);
    case 'ill':
      return t('contributorIll');
    case 'injured':
      return t('contributorInjured');
    case 'fever':
    case 'acute-injury':
    case 'recent-surgery':
    case 'dvt':
      return t('contributorTicked', t(CONTRAINDICATION_WORDS[says.code]));
    case 'pain':
      return t('contributorPain');
    case 'illness-start':
      return t('contributorIllnessStart');
    case 'after-illness':
      return t('contributorAfterIllness', number(says.day), number(says.of));
    case 'short-sleep':
      return shortSleepText(says);
    case 'long-effort':
      return t('contributorLongEffort', number(says.daysSince), number(says.days), number(says.hours, 1));
    case 'load':
      return t('contributorLoad', number(says.atl), number(says.ctl));
    case 'done-since':
      return t('contributorDoneSince', number(says.score));
  }
}

function shortSleepText(says: ShortSleep): string {
  switch (says.kind) {
    case 'night':
      return t('contributorShortNight', number(says.hours, 1));
    case 'nights':
      return t('contributorShortNights', number(says.nights));
    case 'fortnight':
      return t('contributorShortFortnight', number(says.hours, 1));
  }
}

function sleepText(hours: number | null, quality: number | null, usual: number | null): string {
  const parts = [
    ...(hours === null ? [] : [t('contributorSleepHours', number(hours, 1))]),
    ...(hours === null || usual === null ? [] : [t('contributorUsual', number(usual, 1))]),
    ...(quality === null ? [] : [t('contributorSleepQuality', number(quality))]),
  ];
  return t('sentence', parts.join(t('listComma')));
}

function ended(text: string, usual: string | null): string {
  return t('sentence', usual === null ? text : [text, t('contributorUsual', usual)].join(t('listComma')));
}

/** "RMSSD above 48 ms would make this normal." */
export function changeText(change: Change): string {
  const then = t(VERDICT_THEN[change.verdict]);
  switch (change.name) {
    case 'hrv':
      return t('changeHrv', msText(change.aboveRmssdMs), then);
    case 'resting-hr':
      return t('changeHr', number(change.belowBpm), then);
    case 'soreness':
    case 'stress':
      return t(`changeAtMost_${change.name}`, number(change.atMost), then);
    default:
      return t(`changeAtLeast_${change.name}`, number(change.atLeast), then);
  }
}

const VERDICT_THEN: Readonly<Record<Verdict, MessageKey>> = {
  push: 'thenPush',
  normal: 'thenNormal',
  easy: 'thenEasy',
  rest: 'thenEasy',
  learning: 'thenNormal',
};

/** The morning's verdict inside a sentence: "ready for hard work". */
export function morningText(readiness: Pick<Readiness, 'verdict'>): string {
  return t(
    (
      {
        push: 'morningPush',
        normal: 'morningNormal',
        easy: 'morningEasy',
        rest: 'morningRest',
        learning: 'morningLearning',
      } as const
    )[readiness.verdict],
  );
}

/** The fuel clock as a sentence: a range and a condition, never "full". */
export function fuelText({ fuel }: Pick<Clocks, 'fuel'>): string {
  if (fuel === null) return t('fuelNone');
  const hours = hoursText(fuel.hoursFrom, fuel.hoursTo);
  if (!fuel.emptied) return t('fuelBandUsual', hours);
  if (fuel.carbohydrateG === null) return t('fuelBand', hours);
  const [low, high] = fuel.carbohydrateG;
  return t('fuelBandGrams', hours, number(low), number(high));
}

export function autonomicText({ autonomic }: Pick<Clocks, 'autonomic'>): string {
  const said = t(`autonomic_${autonomic.state}`);
  return autonomic.since ? [said, t('autonomicSince')].join(' ') : said;
}

export function muscleText({ hoursFrom, hoursTo, sore }: Clocks['muscles'][number]): string {
  const band = t('muscleBand', hoursText(hoursFrom, hoursTo));
  return sore === null ? band : [band, t('muscleSore', number(sore))].join(' ');
}

function hoursText(from: number, to: number): string {
  return from === 0 ? t('hoursUpTo', number(to)) : t('hoursBand', number(from), number(to));
}
