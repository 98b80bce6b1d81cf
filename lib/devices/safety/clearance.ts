import type { SessionPlan } from '../../catalogue';
import { type Exclusions, MODALITIES, placesAgainst, type Reason, reasonsAgainst, toReason } from '../../catalogue';
import type { Capabilities, DeviceFaultCode, DriverKind } from '../driver';
import type { PlanFault } from '../session/validate';
import { type BodyBlock, type BodyNow, oneTapBlocks, regionBlocks } from './body';

/** Why a session may not start. */
export type Block =
  | BodyBlock
  | { readonly code: 'disabled'; readonly why: NonNullable<DriverKind['disabled']> }
  /** Something hurts, and the plan does not say which part of the body it is for. */
  | { readonly code: 'region-not-said' }
  | { readonly code: 'runs-on-not-acknowledged' }
  /** The device is in a fault. */
  | { readonly code: 'device-fault'; readonly fault: DeviceFaultCode }
  /** It reports that it moves, and no session moved it. */
  | { readonly code: 'already-moves' }
  | { readonly code: 'plan'; readonly faults: readonly PlanFault[] };

export interface Clearance extends BodyNow {
  readonly kind: Pick<DriverKind, 'disabled' | 'contraindications'>;
  readonly capabilities: Capabilities;
  readonly plan: SessionPlan;
  readonly faults: readonly PlanFault[];
  /** The fault that the device reports now; null for none. */
  readonly deviceFault: DeviceFaultCode | null;
  /** It reports that it moves, and no session moved it. */
  readonly unasked: boolean;
  /** For a device without its own timer: the warning was acknowledged for this start. */
  readonly runsOnAcknowledged: boolean;
}

/** Everything that blocks a start, most serious first; empty when nothing does. */
export function findBlocks(what: Clearance): readonly Block[] {
  const { kind, capabilities, plan, faults, screeningDue, exclusions } = what;
  const blocks: Block[] = [];
  if (kind.disabled !== null) blocks.push({ code: 'disabled', why: kind.disabled });
  if (what.deviceFault !== null) blocks.push({ code: 'device-fault', fault: what.deviceFault });
  if (what.unasked) blocks.push({ code: 'already-moves' });
  blocks.push(...oneTapBlocks({ class: capabilities.class }, what));
  if (screeningDue !== null) blocks.push({ code: 'screening-due', why: screeningDue });
  const modality = MODALITIES.find((one) => one === plan.modality) ?? null;
  const reasons = merged(
    exclusions.classes.get(capabilities.class) ?? [],
    modality === null ? [] : reasonsAgainst(exclusions, modality),
    exclusions.ticked.filter((one) => kind.contraindications?.includes(one)).map(toReason),
  );
  if (reasons.length > 0) blocks.push({ code: 'excluded', reasons });
  if (capabilities.class === 'percussion') blocks.push(...gunBlocks(plan, exclusions));
  if (faults.length > 0) blocks.push({ code: 'plan', faults });
  if (!capabilities.endsByItself && !what.runsOnAcknowledged) blocks.push({ code: 'runs-on-not-acknowledged' });
  return blocks;
}

/** A massage gun is guided by hand, so only the plan's words about the place can be judged. */
function gunBlocks({ steps }: SessionPlan, exclusions: Exclusions): readonly Block[] {
  const somewhere = steps.some(({ region, pause }) => region === undefined && pause !== true);
  const notSaid: readonly Block[] = somewhere && placesAgainst(exclusions, 'massage-gun').size > 0 ? [{ code: 'region-not-said' }] : [];
  return [...regionBlocks(steps, 'massage-gun', exclusions), ...notSaid];
}

function merged(...of: readonly (readonly Reason[])[]): readonly Reason[] {
  return [...new Map(of.flat().map((reason) => [reason.rule, reason])).values()];
}
