import {
  asksOneTap,
  type Exclusions,
  isNever,
  MODALITIES,
  type Modality,
  ONE_TAP_HOLDS_MS,
  type OneTapAnswer,
  type Reason,
  reasonOf,
  reasonsAgainst,
  type VoidingTick,
} from '../../recovery';
import type { Region } from '../../training';
import type { Capabilities, GadgetKind } from '../driver';
import type { SessionPlan } from '../session/types';
import type { PlanFault } from '../session/validate';

/** Why a session may not start. `one-tap-signs` is said with the words about urgent help. */
export type Block =
  | { readonly code: 'disabled'; readonly why: 'no-known-stop' }
  | { readonly code: 'screening-due'; readonly why: 'never-asked' | 'too-old' | VoidingTick }
  | { readonly code: 'excluded'; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-excluded'; readonly region: Region; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-never'; readonly region: Region }
  /** Somewhere it hurts, and the plan does not say where it goes. */
  | { readonly code: 'region-not-said' }
  | { readonly code: 'one-tap-needed' }
  | { readonly code: 'one-tap-signs' }
  | { readonly code: 'runs-on-not-acknowledged' }
  | { readonly code: 'plan'; readonly faults: readonly PlanFault[] };

export interface Clearance {
  readonly kind: Pick<GadgetKind, 'disabled' | 'contraindications'>;
  readonly capabilities: Capabilities;
  readonly plan: SessionPlan;
  readonly faults: readonly PlanFault[];
  readonly screeningDue: 'never-asked' | 'too-old' | VoidingTick | null;
  readonly exclusions: Exclusions;
  readonly oneTap: { readonly answer: OneTapAnswer; readonly atMs: number } | null;
  /** The warning of a device without a timer of its own was acknowledged for this start. */
  readonly runsOnAcknowledged: boolean;
  readonly nowMs: number;
}

/** Everything that stands in the way of a start, the gravest first; empty: cleared. */
export function blocksOf(what: Clearance): readonly Block[] {
  const { kind, capabilities, plan, faults, screeningDue, exclusions } = what;
  const blocks: Block[] = [];
  if (kind.disabled !== null) blocks.push({ code: 'disabled', why: kind.disabled });
  blocks.push(...oneTapBlocks(what));
  if (screeningDue !== null) blocks.push({ code: 'screening-due', why: screeningDue });
  const modality = MODALITIES.find((one) => one === plan.modality) ?? null;
  const reasons = merged(
    exclusions.classes.get(capabilities.class) ?? [],
    modality === null ? [] : reasonsAgainst(exclusions, modality),
    exclusions.ticked.filter((one) => kind.contraindications?.includes(one)).map(reasonOf),
  );
  if (reasons.length > 0) blocks.push({ code: 'excluded', reasons });
  if (capabilities.class === 'percussion') blocks.push(...regionBlocks(plan, exclusions));
  if (faults.length > 0) blocks.push({ code: 'plan', faults });
  if (!capabilities.endsByItself && !what.runsOnAcknowledged) blocks.push({ code: 'runs-on-not-acknowledged' });
  return blocks;
}

function oneTapBlocks({ capabilities, oneTap, nowMs }: Clearance): readonly Block[] {
  if (!asksOneTap({ class: capabilities.class })) return [];
  if (oneTap?.answer === 'some') return [{ code: 'one-tap-signs' }];
  const fresh = oneTap !== null && Math.abs(nowMs - oneTap.atMs) <= ONE_TAP_HOLDS_MS;
  return fresh ? [] : [{ code: 'one-tap-needed' }];
}

/** A gun goes where the user holds it: what the plan says of that is all there is to judge. */
function regionBlocks({ steps }: SessionPlan, exclusions: Exclusions): readonly Block[] {
  const gun: Modality = 'massage-gun';
  const said = new Set(steps.flatMap(({ region }) => region ?? []));
  const blocks: Block[] = [];
  for (const region of said) {
    const reasons = exclusions.regions.get(region) ?? [];
    if (reasons.length > 0) blocks.push({ code: 'region-excluded', region, reasons });
    if (isNever(gun, region)) blocks.push({ code: 'region-never', region });
  }
  const somewhere = steps.some(({ region, pause }) => region === undefined && pause !== true);
  if (somewhere && exclusions.regions.size > 0) blocks.push({ code: 'region-not-said' });
  return blocks;
}

function merged(...of: readonly (readonly Reason[])[]): readonly Reason[] {
  return [...new Map(of.flat().map((reason) => [reason.rule, reason])).values()];
}
