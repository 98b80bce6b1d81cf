import type { DryStep, Profile } from '../profile';
import { fullUuid } from '../profile/uuids';
import type { InspectedCharacteristic, InspectedService } from './inspected';

/** The characteristic of an inspected device that a step uses, chosen as the driver would; null when the device has none of them. */
export function toDryRunTarget(profile: Profile, step: DryStep, services: readonly InspectedService[]): InspectedCharacteristic | null {
  if (step.kind === 'pause') return null;
  const id = step.kind === 'write' ? profile.frames[step.frame]?.to : undefined;
  const entries = Object.entries(profile.characteristics);
  const [, wanted] =
    entries.find(([name]) => name === id) ?? entries.find(([, { at }]) => fullUuid(at[0]?.uuids[0] ?? '') === step.characteristic) ?? [];
  for (const { service, uuids, property } of wanted?.at ?? []) {
    const there = services.filter(({ uuid }) => uuid === fullUuid(service)).flatMap(({ characteristics }) => characteristics);
    for (const uuid of uuids) {
      const found = there.find((one) => one.uuid === fullUuid(uuid) && (property === undefined || can(one, property)));
      if (found !== undefined) return found;
    }
  }
  return null;
}

function can({ properties: p }: InspectedCharacteristic, property: 'read' | 'write' | 'notify'): boolean {
  if (property === 'read') return p.read;
  return property === 'write' ? p.write || p.writeWithoutResponse : p.notify || p.indicate;
}
