import type { BluetoothFaultCode } from '../../bluetooth/fault';
import type { Trouble } from '../../check/troubles';
import type { QualityReason } from '../../hrv';
import type { Band, ContributorName, Readiness, ShownReadiness } from '../../readiness';
import type { TodaySnapshot } from '../../today/snapshot';
import { type MessageKey, number, plural, t } from '..';
import { contributorText, morningText, msText, noteText } from './readiness-words';

/** The decisions of the pure rooms as text. They return codes and figures; every sentence is made here from `_locales`. */

/** The verdict as a headline: "Ready for hard", "Learning, 3 of 7". */
export function headline(readiness: Pick<ShownReadiness, 'verdict' | 'rule' | 'learned' | 'needed'>): string {
  switch (readiness.rule) {
    case 'no-check':
      return t('verdictNone');
    case 'unreadable':
      return t('verdictUnreadable');
    case 'answers-unread':
      return t('verdictAnswersUnread');
    case 'late':
      return t('verdictLate');
    default:
      return readiness.verdict === 'learning'
        ? t('verdictLearning', readiness.learned, readiness.needed)
        : t(({ push: 'verdictPush', normal: 'verdictNormal', easy: 'verdictEasy', rest: 'verdictRest' } as const)[readiness.verdict]);
  }
}

/** Rules whose reason is made of the sentence about their cause. */
const WITH_CAUSE = {
  ill: ['reasonIll', 'illness', 'contributorIll'],
  injured: ['reasonInjured', 'injury', 'contributorInjured'],
  'after-illness': ['reasonAfterIllness', 'illness', 'contributorIll'],
  'after-long-effort': ['reasonAfterLongEffort', 'load', 'contributorLongPlain'],
  'short-sleep': ['reasonShortSleep', 'sleep', 'contributorShortPlain'],
} as const satisfies Partial<Record<Readiness['rule'], readonly [MessageKey, ContributorName, MessageKey]>>;
const isWithCause = (rule: Readiness['rule']): rule is keyof typeof WITH_CAUSE => Object.hasOwn(WITH_CAUSE, rule);

const REASONS: Record<Exclude<Readiness['rule'], 'learning' | 'hard-since-check' | keyof typeof WITH_CAUSE>, MessageKey> = {
  'no-check': 'reasonNoCheck',
  unreadable: 'reasonUnreadable',
  late: 'reasonLate',
  'answers-unread': 'reasonAnswersUnread',
  'illness-start': 'reasonIllnessStart',
  'very-sore': 'reasonVerySore',
  'bar-slower': 'reasonBarSlower',
  'sore-after-strength': 'reasonSoreAfterStrength',
  'fatigue-warning': 'reasonFatigueWarning',
  'low-heart-rate': 'reasonLowHeartRate',
  travelled: 'reasonTravelled',
  'little-training': 'reasonLittleTraining',
  'race-today': 'reasonRaceToday',
  'race-tomorrow': 'reasonRaceTomorrow',
  'day-and-trend-low': 'reasonDayAndTrendLow',
  'day-and-felt-low': 'reasonDayAndFeltLow',
  'trend-and-felt-low': 'reasonTrendAndFeltLow',
  'felt-very-low': 'reasonFeltVeryLow',
  'day-low': 'reasonDayLow',
  'trend-low': 'reasonTrendLow',
  'felt-low': 'reasonFeltLow',
  'heart-rate-high': 'reasonHeartRateHigh',
  'muscles-outrank': 'reasonMusclesOutrank',
  'only-day-low': 'reasonOnlyDayLow',
  'only-trend-low': 'reasonOnlyTrendLow',
  'day-high': 'reasonDayHigh',
  'below-middle': 'reasonBelowMiddle',
  'not-best': 'reasonNotBest',
  'in-range': 'reasonInRange',
  'felt-usual': 'reasonFeltUsual',
  'felt-good': 'reasonFeltGood',
};

/** The main reason, one or two plain sentences, and what must be read with it. */
export function reason(readiness: ShownReadiness): string {
  const notes = readiness.notes.filter(({ code }) => code !== readiness.rule).map(noteText);
  return [mainReason(readiness), ...notes].join(' ');
}

function mainReason(readiness: ShownReadiness): string {
  const left = readiness.needed - readiness.learned;
  if (readiness.rule === 'learning') return left > 0 ? plural('reasonLearning', left) : t('reasonLearningScattered');
  if (readiness.rule === 'hard-since-check') {
    return t('reasonHardSince', morningText(readiness.morning ?? readiness), number(readiness.doneSince));
  }
  if (isWithCause(readiness.rule)) {
    const [sentence, name, plain] = WITH_CAUSE[readiness.rule];
    return t(sentence, causeText(readiness, name, plain));
  }
  const [low, high] = readiness.day === null ? ['', ''] : rangeMs(readiness.day.band).map(msText);
  return t(REASONS[readiness.rule], low ?? '', high ?? '');
}

/** The sentence about the cause; `plain` when it is not known. */
function causeText({ contributors }: Pick<ShownReadiness, 'contributors'>, name: ContributorName, plain: MessageKey): string {
  const cause = contributors.find((one) => one.name === name);
  return cause === undefined ? t(plain) : contributorText(cause);
}

/** What today is based on: "Good signal, 58 days of data. Provisional until 28." */
export function restsOn({ readiness, check }: Pick<TodaySnapshot, 'readiness' | 'check'>): string {
  const parts: string[] = [];
  if (check !== null) parts.push(t(`quality_${check.rating}`));
  if (readiness.days > 0) parts.push(plural('daysOfData', readiness.days));
  const base = parts.join(t('listComma'));
  const notes = readiness.verdict === 'learning' ? [] : notesOn(readiness);
  return [...(base === '' ? [] : [t('sentence', base)]), ...notes].join(' ');
}

function notesOn({ day, provisional, confidence, newStrap }: ShownReadiness): string[] {
  if (day === null) return [t('restsOnAnswers')];
  return [
    ...(provisional ? [t('provisional')] : []),
    ...(confidence === 'low' ? [t('confidenceLow')] : []),
    ...(newStrap ? [t('restsOnNewStrap')] : []),
  ];
}

/** A range of ln(RMSSD) as RMSSD in ms. */
export function rangeMs(band: Band): [number, number] {
  return [Math.exp(band.low), Math.exp(band.high)];
}

export function qualityReason({ code, value }: QualityReason): string {
  const keys = {
    corrected: 'qualityCorrected',
    jumps: 'qualityJumps',
    coverage: 'qualityCoverage',
    contact: 'qualityContact',
    unsteady: 'qualityUnsteady',
    resolution: 'qualityResolution',
    'made-up-intervals': 'qualityMadeUp',
    irregular: 'qualityIrregular',
    short: 'qualityShort',
  } as const;
  if (code === 'resolution' && value === null) return t('qualityResolutionOptical');
  return t(keys[code], value === null ? '' : number(value, Math.abs(value) < 10 ? 1 : 0));
}

export interface Advice {
  readonly what: string;
  readonly todo: string;
}

/** Why the strap could not be reached, and what to do. Null when nothing went wrong from the user's point of view. */
export function faultAdvice(code: BluetoothFaultCode): Advice | null {
  switch (code) {
    case 'aborted':
    case 'superseded':
      return null;
    case 'unsupported':
      return { what: t('faultUnsupported'), todo: unsupportedTodo() };
    case 'adapter-off':
      return { what: t('faultAdapterOff'), todo: t('faultAdapterOffTodo') };
    case 'browser-silent':
      return { what: t('faultBrowserSilent'), todo: t('faultBrowserSilentTodo') };
    case 'dismissed':
      return { what: t('faultDismissed'), todo: t('faultDismissedTodo') };
    case 'no-gesture':
      return { what: t('faultNoGesture'), todo: t('faultNoGestureTodo') };
    case 'not-supported':
      return { what: t('faultNotAStrap'), todo: t('faultNotAStrapTodo') };
    case 'out-of-range':
    case 'timeout':
    case 'disconnected':
      return { what: t('faultOutOfRange'), todo: t('faultOutOfRangeTodo') };
    default:
      return { what: t('faultOther'), todo: t('faultOtherTodo') };
  }
}

/** The advice depends on the browser: Firefox and Safari have no Web Bluetooth, and Chromium on Linux has it behind a flag. */
export function unsupportedTodo(): string {
  const agent = navigator.userAgent;
  if (!/Chrom(e|ium)\//.test(agent)) return t('unsupportedOtherBrowser');
  return /Linux/.test(agent) && !/Android/.test(agent) ? t('unsupportedLinux') : t('unsupportedPolicy');
}

export function troubleAdvice(trouble: Trouble): Advice {
  switch (trouble) {
    case 'no-rr':
      return { what: t('troubleNoRr'), todo: t('troubleNoRrTodo') };
    case 'rr-absent':
      return { what: t('troubleRrAbsent'), todo: t('troubleRrAbsentTodo') };
    case 'no-contact':
      return { what: t('troubleNoContact'), todo: t('troubleNoContactTodo') };
    case 'link-lost':
      return { what: t('troubleLinkLost'), todo: t('troubleLinkLostTodo') };
    case 'storage':
      return { what: t('troubleStorage'), todo: t('troubleStorageTodo') };
  }
}
