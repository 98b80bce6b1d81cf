import { type Dose, MODALITIES, type Modality } from '../../catalogue';
import { ceilTo } from '../../core/numbers';
import { MINUTE_MS } from '../../core/time';
import {
  againstPair,
  countUses,
  isOver,
  type LocalDay,
  type PlacementCandidate,
  type PlainRuleName,
  type RuleValues,
  type Scene,
  spend,
  TIME_RULES,
  type TimeRule,
  usedBefore,
  WALK_MS,
} from '../rules';
import type { Wanted } from './wanted';

/** Places what is wanted, one thing after the other: each at the earliest time that no rule forbids. */

export interface Placed extends PlacementCandidate {
  readonly wanted: Wanted;
  /** Local day of its start. */
  readonly day: LocalDay;
  readonly moved: boolean;
}

/** A rule that kept something out, and the first start that it refused. */
export interface Refusal {
  readonly rule: PlainRuleName;
  readonly values: RuleValues;
  readonly firstMs: number;
}

/** Starts are at whole five minutes; later in a long window every quarter of an hour is tried. */
const STEP_MS = 5 * MINUTE_MS;
const COARSE_MS = 15 * MINUTE_MS;
const FINE_FOR_MS = 120 * MINUTE_MS;

const RULES_FOR = new Map<Modality, readonly TimeRule[]>(
  MODALITIES.map((modality) => [modality, TIME_RULES.filter(({ concerns }) => concerns === undefined || concerns.includes(modality))]),
);

/** Other ways of whole-body cold: an option beside the cold bath, for whoever prefers them. Once one is done the others are gone. */
const INSTEAD_OF_COLD: ReadonlySet<Modality> = new Set<Modality>(['contrast', 'cryotherapy']);

interface Reserved {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
}

export class Placer {
  readonly placed: Placed[] = [];
  readonly refusals = new Map<Modality, Refusal[]>();
  readonly used: Map<string, number>;
  /** What was used up by what was done. */
  readonly #before: ReadonlyMap<string, number>;
  readonly #scene: Scene;
  readonly #reserved: readonly Reserved[];
  /** What may stand beside the plan as an option has no limit of minutes and treatments. */
  readonly #ignored: ReadonlySet<PlainRuleName>;

  /** @param reserved the times of the last plan, which others leave free as long as they can */
  constructor(scene: Scene, reserved: readonly Reserved[], ignored: ReadonlySet<PlainRuleName> = new Set()) {
    this.#scene = scene;
    this.#reserved = reserved;
    this.#ignored = ignored;
    this.#before = usedBefore(scene);
    this.used = new Map(this.#before);
  }

  has(id: string): boolean {
    return this.placed.some(({ wanted }) => wanted.id === id);
  }

  /** Takes over what was placed before, with what it uses. */
  adopt(placed: readonly Placed[]): void {
    for (const one of placed) this.#add(one);
  }

  /** Places it, or names the rule that forbids it; null when placed. */
  place(wanted: Wanted): Refusal | null {
    const { situation } = this.#scene;
    const refused = new Map<PlainRuleName, Refusal>();
    const moved = situation.moved.find(({ id }) => id === wanted.id);
    const before = situation.previous.find(({ id }) => id === wanted.id);
    const own = moved === undefined ? (before?.startMs ?? null) : null;
    const doses =
      before === undefined
        ? wanted.doses
        : [...wanted.doses].sort((a, b) => Number(b.id === before.doseId) - Number(a.id === before.doseId));
    for (const dose of doses) {
      const found =
        moved === undefined
          ? (this.#at(wanted, dose, own, refused) ?? this.#earliest(wanted, dose, refused))
          : this.#try(wanted, dose, moved.startMs, true, refused);
      if (found === null) continue;
      this.#add(found);
      this.tell(wanted.entry.modality, ...[...refused.values()].filter(({ firstMs }) => firstMs < found.startMs));
      return null;
    }
    const all = [...refused.values()].sort((a, b) => a.firstMs - b.firstMs);
    this.tell(wanted.entry.modality, ...all);
    return all[0] ?? { rule: 'training-then', values: {}, firstMs: wanted.fromMs };
  }

  #add(one: Placed): void {
    this.placed.push(one);
    spend(countUses(one, one.day, this.#scene), this.used);
  }

  /** Keeps why a modality was refused. */
  tell(modality: Modality, ...refusals: readonly Refusal[]): void {
    if (refusals.length > 0) this.refusals.set(modality, [...(this.refusals.get(modality) ?? []), ...refusals]);
  }

  /** At the time of the last plan, if that still lies in the window. */
  #at(wanted: Wanted, dose: Dose, startMs: number | null, refused: Map<PlainRuleName, Refusal>): Placed | null {
    if (startMs === null || startMs < wanted.fromMs || startMs > wanted.lastStartMs) return null;
    return this.#try(wanted, dose, startMs, false, refused);
  }

  #earliest(wanted: Wanted, dose: Dose, refused: Map<PlainRuleName, Refusal>): Placed | null {
    const starts = listStarts(wanted, dose, this.#scene);
    for (const keepFree of [true, false]) {
      for (const startMs of starts) {
        if (keepFree && this.#isReserved(wanted, startMs, toEndMs(wanted, dose, startMs))) continue;
        const found = this.#try(wanted, dose, startMs, false, refused);
        if (found !== null) return found;
      }
      if (this.#reserved.length === 0) break;
    }
    if (starts.length === 0) {
      // The calendar leaves no room: name the rule that says so.
      this.#try(wanted, dose, Math.max(wanted.fromMs, this.#scene.situation.nowMs), false, refused);
    }
    return null;
  }

  #isReserved({ id, entry }: Wanted, startMs: number, endMs: number): boolean {
    return (
      entry.counts &&
      this.#reserved.some((one) => one.id !== id && one.startMs < endMs + WALK_MS && one.endMs + WALK_MS > startMs && !this.has(one.id))
    );
  }

  #try(wanted: Wanted, dose: Dose, startMs: number, moved: boolean, refused: Map<PlainRuleName, Refusal>): Placed | null {
    const { entry, at, session } = wanted;
    const endMs = toEndMs(wanted, dose, startMs);
    const candidate: PlacementCandidate = { modality: entry.modality, dose, at, session, startMs, endMs };
    const refuse = (rule: PlainRuleName, values: RuleValues) => {
      if (!refused.has(rule)) refused.set(rule, { rule, values, firstMs: startMs });
      return null;
    };
    for (const rule of RULES_FOR.get(entry.modality) ?? []) {
      const values = rule.against(candidate, this.#scene);
      if (values !== null) return refuse(rule.name, values);
    }
    if (endMs > wanted.toMs && !moved) return refuse('outside-the-day', {});
    const day = this.#scene.findDay(startMs);
    if (day === undefined) return refuse('outside-the-day', {});
    const ignores = (rule: PlainRuleName) =>
      this.#ignored.has(rule) || (rule === 'one-cold-a-day' && INSTEAD_OF_COLD.has(entry.modality) && this.#isAlternative(day));
    const over = countUses(candidate, day, this.#scene).find((use) => !ignores(use.rule) && isOver(use, this.used));
    if (over !== undefined) return refuse(over.rule, { most: over.most });
    for (const other of this.placed) {
      const rule = againstPair(other, candidate, this.#scene);
      if (rule !== null && !ignores(rule.name)) return refuse(rule.name, { other: other.modality });
    }
    return { ...candidate, wanted, day, moved };
  }

  /** Whether other cold of this day is only planned, so that an option may stand in for it; what was done uses up the day. */
  #isAlternative(day: LocalDay): boolean {
    return this.#ignored.size > 0 && (this.#before.get(`cold ${day.day}`) ?? 0) === 0;
  }

  /** Whether only rules about the item itself allow a start: the range in which the user may move it. */
  isFree(placed: Placed, startMs: number): boolean {
    const { wanted, dose, modality, at, session } = placed;
    const candidate: PlacementCandidate = { modality, dose, at, session, startMs, endMs: toEndMs(wanted, dose, startMs) };
    return (RULES_FOR.get(modality) ?? []).every((rule) => rule.against(candidate, this.#scene) === null);
  }
}

export function toEndMs({ minutes }: Pick<Wanted, 'minutes'>, dose: Dose, startMs: number): number {
  return startMs + (minutes ?? dose.minutes) * MINUTE_MS;
}

/** The starts to try, earliest first. What takes time is only tried in free time. */
function listStarts({ entry, fromMs, lastStartMs, toMs, minutes }: Wanted, dose: Dose, { situation, endMs, free }: Scene): number[] {
  const first = Math.max(fromMs, situation.nowMs);
  if (fromMs === lastStartMs && !entry.counts) return fromMs >= situation.nowMs ? [fromMs] : [];
  const length = (minutes ?? dose.minutes) * MINUTE_MS;
  const last = Math.min(lastStartMs, endMs - 1, toMs - length);
  const starts: number[] = [];
  for (const stretch of entry.counts ? free : [{ fromMs: first, toMs: Number.POSITIVE_INFINITY }]) {
    const from = ceilTo(Math.max(first, stretch.fromMs), STEP_MS);
    const to = Math.min(last, stretch.toMs - length);
    for (let at = from; at <= to; at += at - from < FINE_FOR_MS ? STEP_MS : COARSE_MS) starts.push(at);
  }
  return starts;
}
