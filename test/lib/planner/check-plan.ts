import type { Plan, PlanItem, Situation } from '../../../lib/planner';

/**
 * Checks a plan against the rules of docs/planner.md and docs/recovery-sources.md. Written from these documents only: it shares no
 * predicate, no window and no day arithmetic with the planner. Returns the rules that the plan breaks.
 */

const MIN = 60_000;
const H = 60 * MIN;
const COLD = ['cold-water-immersion', 'contrast', 'cryotherapy'];
const HEAT = ['sauna', 'infrared', 'warm-bath', 'contrast'];
const COSTLESS = [
  'sleep',
  'rest-day',
  'protein',
  'carbohydrate',
  'fluids',
  'creatine',
  'tart-cherry',
  'compression-garment',
  'kinesiology-tape',
];
const GARMENTS = ['compression-garment', 'ice-compression'];
const MASSAGE = ['massage-gun', 'massage-therapy', 'foam-rolling'];
const ALL_COLD = [...COLD, 'local-cold', 'ice-compression'];
/** Movement, breathing and a nap take time but are no treatments. */
const GENTLE = ['cool-down', 'active-recovery', 'stretching', 'mobility', 'breathwork', 'nap'];
const SUPPLEMENTS = ['creatine', 'tart-cherry'];
const SKIN = ['cold-water-immersion', 'warm-bath', 'contrast', 'sauna', 'pneumatic-compression', 'red-light', ...GARMENTS, ...MASSAGE];
const HEART = [...COLD, ...HEAT, 'pneumatic-compression'];
const INJURED = [...MASSAGE, ...HEAT, 'pneumatic-compression', 'ice-compression', 'stretching'];

/** The answers of the health questions and what they exclude while no doctor has agreed to anything. */
const EXCLUDES: Readonly<Record<string, readonly string[]>> = {
  dvt: ['pneumatic-compression', ...GARMENTS, ...MASSAGE, ...HEAT],
  'recent-surgery': ['pneumatic-compression', ...GARMENTS, ...MASSAGE, ...COLD, ...HEAT, 'stretching'],
  'acute-injury': INJURED,
  'open-wound': SKIN,
  'skin-infection': SKIN,
  'severe-oedema': ['pneumatic-compression', ...MASSAGE, ...HEAT],
  'heart-disease': HEART,
  'hypertension-uncontrolled': HEART,
  arrhythmia: HEART,
  syncope: HEART,
  'heart-rate-medicine': ['sauna', 'infrared', 'cold-water-immersion', 'contrast', ...SUPPLEMENTS],
  pregnancy: [...COLD, ...HEAT, 'pneumatic-compression', 'massage-gun', 'pemf', ...SUPPLEMENTS],
  raynaud: ALL_COLD,
  'cold-urticaria': ALL_COLD,
  'reduced-sensation': [...ALL_COLD, ...HEAT, 'massage-gun', 'pneumatic-compression'],
  'peripheral-artery-disease': [...ALL_COLD, ...HEAT, 'pneumatic-compression', ...GARMENTS],
  anticoagulant: [...MASSAGE, 'pneumatic-compression', ...SUPPLEMENTS],
  'active-cancer': ['massage-gun', 'massage-therapy', 'pneumatic-compression', 'pemf', 'red-light', ...HEAT],
  'implanted-device': ['pemf', 'massage-gun'],
  photosensitivity: ['red-light'],
  'photosensitising-medicine': ['red-light', 'sauna', 'infrared', ...SUPPLEMENTS],
  epilepsy: ['red-light', 'cold-water-immersion', 'warm-bath', 'contrast', 'sauna'],
  'kidney-disease': ['protein', ...SUPPLEMENTS],
  diabetes: ['sauna'],
  fasting: ['protein', 'carbohydrate', 'fluids', ...SUPPLEMENTS],
  'under-18': ['sauna', 'infrared', ...COLD, ...SUPPLEMENTS],
};

/** The equipment of the command line: complete sets. */
const NEEDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'foam-rolling': [['foam-roller'], ['massage-stick']],
  'massage-gun': [['massage-gun']],
  'pneumatic-compression': [['compression-boots']],
  'compression-garment': [['compression-garment']],
  'kinesiology-tape': [['tape']],
  cryotherapy: [['cryo-chamber']],
  'red-light': [['red-light']],
  pemf: [['pemf']],
  sauna: [['sauna']],
  infrared: [['infrared-sauna']],
  'warm-bath': [['warm-bath']],
  'cold-water-immersion': [['cold-bath']],
  'local-cold': [['ice-pack']],
  'ice-compression': [['ice-pack', 'compression-garment']],
  contrast: [
    ['sauna', 'cold-bath'],
    ['warm-bath', 'cold-bath'],
  ],
};

export interface Work {
  readonly startMs: number;
  readonly endMs: number;
  readonly strength: boolean;
  readonly hard: boolean;
  readonly race: boolean;
}

/** The sessions of the situation. */
export function listWork(s: Situation): Work[] {
  const work: Work[] = [];
  for (const a of s.activities) {
    const strength = a.kind === null ? a.sport === 'strength' : ['size', 'strength', 'power'].includes(a.kind);
    work.push({ startMs: a.startMs, endMs: a.startMs + a.movingTimeS * 1000, strength, hard: (a.rpe ?? 0) >= 7, race: false });
  }
  const overlapsDone = (atMs: number, minutes: number) => work.some((w) => atMs < w.endMs && atMs + minutes * MIN > w.startMs);
  const open = s.planned.filter((p) => !overlapsDone(p.atMs, p.minutes));
  for (const p of open) {
    work.push({
      startMs: p.atMs,
      endMs: p.atMs + p.minutes * MIN,
      strength: p.sport === 'strength',
      hard: p.intensity === 'hard',
      race: false,
    });
  }
  // An event has no duration: a session planned for it gives it one.
  for (const e of s.events) {
    const length = (e.kind === 'race' ? 120 : 60) * MIN;
    const named = open.find((p) => Math.abs(p.atMs - e.atMs) <= 30 * MIN);
    const done = s.activities.some((a) => a.startMs < e.atMs + length && a.startMs + a.movingTimeS * 1000 > e.atMs);
    if (done) continue;
    const endMs = e.atMs + (named === undefined ? length : named.minutes * MIN);
    work.push({ startMs: e.atMs, endMs, strength: false, hard: true, race: e.kind === 'race' });
  }
  return work;
}

/** Local time of an instant, directly from the platform. */
const clocks = new Map<string, Intl.DateTimeFormat>();
export function wallClock(ms: number, timeZone: string): { day: string; minutes: number } {
  let format = clocks.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, format);
  }
  const [day = '', time = ''] = format.format(ms).split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minutes: hours * 60 + minutes };
}

const toMinute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const numbers = (value: unknown): number[] => (typeof value === 'number' ? [value] : Array.isArray(value) ? value.map(Number) : []);

/** Whether a wall-clock minute lies in a stretch of the day that may run over midnight. */
const within = (minute: number, from: number, to: number) => (from <= to ? minute >= from && minute < to : minute >= from || minute < to);

export function broken(s: Situation, plan: Plan): string[] {
  const wrong: string[] = [];
  const say = (item: PlanItem, what: string) =>
    wrong.push(`${item.modality} ${new Date(item.startMs).toISOString()} ${item.minutes} min: ${what}`);
  const work = listWork(s);
  const ends = (item: PlanItem) => item.startMs + item.minutes * MIN;
  const races = work.filter(({ race }) => race);
  const screened = new Set(s.health.ticked.flatMap((one) => EXCLUDES[one] ?? []));
  const feverish = s.health.ill || s.health.ticked.includes('fever');
  const competition = s.phase === 'race' || races.some(({ startMs }) => Math.abs(startMs - s.nowMs) <= 72 * H);
  const protect = (s.goal === 'size' || s.goal === 'strength' || s.block !== null) && !(s.coldWaived && competition);

  for (const item of plan.items) {
    const end = ends(item);
    const { modality, dose } = item;
    const clock = wallClock(item.startMs, s.timeZone);

    if (item.startMs < s.nowMs || item.startMs >= s.nowMs + 72 * H) say(item, 'outside the next 72 h');
    if (item.windowFromMs > item.startMs || item.windowToMs < end) say(item, 'outside its own window');
    if (item.reason.code.length === 0 || item.sources.length === 0 || item.whose.length === 0)
      say(item, 'no reason, source or owner of the dose');
    if (!(item.minutes > 0)) say(item, 'no minutes');
    if (
      Object.keys(dose).length === 0 &&
      !['cool-down', 'active-recovery', 'kinesiology-tape', 'infrared', 'contrast', 'pemf', 'warm-bath', 'rest-day'].includes(modality) &&
      item.minutes <= 0
    ) {
      say(item, 'no dose');
    }
    if (item.day !== clock.day) say(item, `said to be on ${item.day}, lies on ${clock.day}`);

    // Screening, illness, equipment.
    if (screened.has(modality)) say(item, 'screened out');
    if (feverish && !['sleep', 'rest-day', 'fluids', 'protein', 'carbohydrate'].includes(modality)) say(item, 'ill or feverish');
    if (s.health.injured && INJURED.includes(modality)) say(item, 'injured');
    const needs = NEEDS[modality];
    if (needs !== undefined && !needs.some((set) => set.every((one) => s.equipment.some((own) => own === one))))
      say(item, 'without its equipment');
    for (const { region, signs } of s.health.pain)
      if (signs.length > 0 && item.regions.includes(region)) say(item, `on ${region}, which hurts`);

    // Pairs of temperature and minutes.
    const degrees = numbers(dose.temperatureC);
    if (modality === 'cold-water-immersion') {
      const coldest = Math.min(...degrees);
      const warmest = Math.max(...degrees);
      if (degrees.length === 0) say(item, 'no temperature');
      if (coldest < 10 && (item.minutes > 5 || warmest > 10)) say(item, 'the colder with the longer');
      if (coldest < 3 || warmest > 15 || item.minutes > 15) say(item, 'beyond 3–15 °C or 15 min');
      if (s.plunges !== null && s.plunges < 3 && (item.minutes > 2 || coldest < 13)) say(item, 'one of the first three plunges');
    }
    if (modality === 'cryotherapy') {
      if (item.minutes < 2 || item.minutes > 3 || degrees.some((t) => t > -100)) say(item, 'not 2–3 min below −100 °C');
      const within5 = work.some((w) => w.hard && item.startMs >= w.endMs && end <= w.endMs + 5 * H);
      if (!within5) say(item, 'cryotherapy beyond 5 h');
    }
    if (modality === 'sauna') {
      const first = s.saunas !== null && s.saunas < 3;
      const [least, most, hottest] = first ? [5, 10, 85] : [15, 20, 100];
      if (item.minutes < least || item.minutes > most || degrees[0] !== 80 || degrees[1] !== hottest)
        say(item, first ? 'one of the first three saunas' : 'not 80–100 °C for 15–20 min');
    }
    if (modality === 'contrast') {
      const heat = String(dose.heatC);
      const own = item.variant === 'sauna' ? '80,100' : '38,42';
      if (heat !== own || String(dose.coldC) !== '10,15') say(item, 'not the temperatures of its heat');
    }
    if (modality === 'massage-gun' && (item.minutes > 15 || (dose.minutesPerMuscle ?? 99) > 2 || dose.level !== 1)) say(item, 'gun dose');
    if (modality === 'ice-compression' && item.minutes > 15) say(item, 'ice for more than 15 min');
    if (modality === 'pneumatic-compression' && (item.minutes < 20 || item.minutes > 30)) say(item, 'not 20–30 min');
    if (modality === 'breathwork' && (item.minutes < 5 || item.minutes > 20 || numbers(dose.breathsPerMin).some((n) => n < 4.5 || n > 6.5)))
      say(item, 'breaths');
    if (modality === 'red-light' && numbers(dose.wavelengthNm).join() !== '630,850') say(item, 'wavelengths');
    if (modality === 'massage-therapy' && (item.minutes < 30 || item.minutes > 60)) say(item, 'not 30–60 min');

    // Windows.
    if (COLD.includes(modality) && protect) {
      for (const w of work)
        if (w.strength && item.startMs < w.endMs + 6 * H && end > w.startMs) say(item, 'cold within 6 h of strength work');
    }
    for (const race of races) {
      if (modality !== 'pneumatic-compression') continue;
      const raceClock = wallClock(race.startMs, s.timeZone);
      const sameDayEarlier = races.some((r) => r.startMs < item.startMs && wallClock(r.startMs, s.timeZone).day === raceClock.day);
      const sameDay = clock.day === raceClock.day && item.startMs < race.startMs && !sameDayEarlier;
      // The night before starts at six in the evening.
      const eve = end > race.startMs - (raceClock.minutes + 6 * 60) * MIN && item.startMs < race.startMs && !sameDayEarlier;
      if (sameDay || eve) say(item, 'compression before a race');
    }
    if (modality === 'compression-garment')
      for (const w of work)
        if (item.startMs < w.endMs && end > w.startMs && (w.hard || w.race || item.startMs >= w.startMs))
          say(item, 'garment during exercise');
    if (modality === 'red-light' && !work.some((w) => item.startMs >= w.endMs && item.startMs <= w.endMs + 12 * H))
      say(item, 'light not within hours');
    if (modality === 'protein' && item.reason.code === 'protein-after') {
      const near = work.some((w) => item.startMs >= w.endMs + 30 * MIN && item.startMs <= w.endMs + 120 * MIN);
      if (!near || numbers(dose.proteinG).some((g) => g < 20 || g > 40)) say(item, 'not 20–40 g 30–120 min after training');
    }
    if (HEAT.includes(modality) && s.bed !== null) {
      // At least two hours to the usual bed time.
      const left = (toMinute(s.bed) - wallClock(end, s.timeZone).minutes + 1440) % 1440;
      const jump = Math.abs(offset(end, s.timeZone) - offset(end + 12 * H, s.timeZone)) > 0;
      if (left < (modality === 'warm-bath' ? 60 : 120) && !jump) say(item, 'heat too close to bed');
    }
    if (modality === 'sleep' && item.startMs > s.nowMs + 30 * MIN && (item.minutes < 420 || item.minutes > 540)) say(item, 'not 7–9 h');
    if (s.alcohol && ['cold-water-immersion', 'contrast', 'warm-bath', 'sauna'].includes(modality) && item.startMs < s.nowMs + 3 * H)
      say(item, 'after alcohol');

    // Time of the day.
    if (!COSTLESS.includes(modality)) {
      for (const w of work) if (w.endMs > s.nowMs && item.startMs < w.endMs && end > w.startMs) say(item, 'during a session');
    }
    // Food before an early session may come in quiet hours, when the user is awake.
    const beforeSession = ['meal-before', 'snack-before', 'glass-before'].includes(item.reason.code);
    if (!beforeSession && !['sleep', 'rest-day', 'kinesiology-tape'].includes(modality) && s.quietFrom !== null && s.quietTo !== null) {
      if (s.quietFrom !== s.quietTo && within(clock.minutes, toMinute(s.quietFrom), toMinute(s.quietTo)))
        say(item, 'starts in quiet hours');
    }
    if (s.log.some(({ id, outcome }) => id === item.id && outcome === 'skipped')) say(item, 'was skipped');
  }

  // Between items.
  for (const a of plan.items) {
    for (const b of plan.items) {
      if (a === b || a.startMs > b.startMs) continue;
      const gap = b.startMs - ends(a);
      if (!COSTLESS.includes(a.modality) && !COSTLESS.includes(b.modality) && gap < 0) say(b, `overlaps ${a.modality}`);
      if (a.modality === 'breathwork' && ['cold-water-immersion', 'contrast', 'warm-bath'].includes(b.modality) && gap < 30 * MIN)
        say(b, 'breathwork just before water');
      if (a.modality === 'infrared' && b.modality === 'cold-water-immersion' && a.day === b.day) say(b, 'infrared before cold');
      if (a.modality === 'cold-water-immersion' && ['sauna', 'warm-bath'].includes(b.modality) && gap < 30 * MIN) say(b, 'cold, then heat');
      if (a.modality === 'stretching' && b.modality === 'massage-gun' && gap < 30 * MIN) say(b, 'stretching before the gun');
      if (a.modality === 'kinesiology-tape' && b.modality === 'compression-garment' && gap < 0) say(b, 'garment over tape');
    }
  }

  // The budget of each local day, what was done on it included.
  const used = new Map<string, number>();
  for (const item of plan.items) if (!COSTLESS.includes(item.modality)) used.set(item.day, (used.get(item.day) ?? 0) + item.minutes);
  for (const [day, minutes] of used) {
    const done = s.log
      .filter((one) => one.outcome === 'done' && !COSTLESS.includes(one.modality) && wallClock(one.startMs, s.timeZone).day === day)
      .reduce((sum, one) => sum + one.minutes, 0);
    if (minutes + done > s.timeBudgetMin) wrong.push(`${day}: ${minutes} + ${done} of ${s.timeBudgetMin} min`);
  }
  wrong.push(...brokenDays(s, plan, work));
  if (new Set(plan.items.map(({ id }) => id)).size !== plan.items.length) wrong.push('two items of one id');
  return wrong;
}

/** What holds over a whole day: treatments, the night, one figure, no session that waits for an answer, no reason against another. */
function brokenDays(s: Situation, plan: Plan, work: readonly Work[]): string[] {
  const wrong: string[] = [];
  const nights = plan.items.filter(({ modality }) => modality === 'sleep');
  const open = new Set(plan.conflicts.map(({ sessionId }) => Number(sessionId.slice(1))));
  const ends = (item: PlanItem) => item.startMs + item.minutes * MIN;
  for (const day of new Set(plan.items.map((item) => item.day))) {
    const ofDay = plan.items.filter((item) => item.day === day);
    const treatments = ofDay.filter(({ modality }) => ![...COSTLESS, ...GENTLE].includes(modality));
    if (treatments.length > 3) wrong.push(`${day}: ${treatments.map(({ modality }) => modality).join()}`);
    const figures = ofDay.filter(({ modality, variant }) => modality === 'carbohydrate' && variant === 'refuel');
    if (figures.length > 1) wrong.push(`${day}: two figures for carbohydrate`);
    const codes = new Set(ofDay.map(({ reason }) => reason.code));
    // A day that says "rest" asks for nothing hard, and light soreness is not intense.
    if (codes.has('roll-sore') && [...codes].some((code) => ['contrast-sore', 'cold-sore', 'massage-sore'].includes(code))) {
      wrong.push(`${day}: a little sore and very sore`);
    }
  }
  for (const item of [...plan.items, ...plan.optional]) {
    const from = item.reason.values.sessionFromMs;
    if (typeof from === 'number' && open.has(from)) wrong.push(`${item.id}: around a session that waits for an answer`);
    if (['sleep', 'rest-day', 'kinesiology-tape'].includes(item.modality)) continue;
    if (nights.some((night) => item.startMs < ends(night) && ends(item) > night.startMs)) wrong.push(`${item.id}: in the night`);
  }
  const marathons = work.filter((one) => one.endMs - one.startMs >= 150 * MIN && !one.strength && (one.race || one.hard));
  for (const { startMs } of work.filter((one) => one.race && one.startMs > s.nowMs)) {
    const day = wallClock(startMs, s.timeZone).day;
    if (plan.items.some((item) => item.modality === 'rest-day' && item.day === day)) wrong.push(`${day}: a rest day on a race`);
  }
  if (marathons.length > 0 && plan.items.some(({ modality, startMs }) => modality === 'massage-therapy' && startMs < s.nowMs + 2 * H)) {
    wrong.push('massage by hand that nobody could book');
  }
  return wrong;
}

function offset(ms: number, timeZone: string): number {
  const { day, minutes } = wallClock(ms, timeZone);
  return Math.round((Date.parse(`${day}T00:00:00Z`) + minutes * MIN - ms) / (15 * MIN));
}
