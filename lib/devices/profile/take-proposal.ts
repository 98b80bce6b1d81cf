import { checksumBytes } from './checksum';
import { hexBytes } from './frame';
import { parseStoredProfile } from './parse';
import { type Proposal, type StatusShape, toHexText } from './propose';
import type { FoundChecksum } from './propose-checksum';
import type { DeviceProfile, ProfileFrame, ProfileStatus } from './schema';
import { isSensorProfile } from './sensor-profile';
import { fullUuid } from './uuids';

/** The profile with the proposal in it. Null when the profile has no such characteristic any more, or would be refused with it. */
export function takeProposal(profile: DeviceProfile, proposal: Proposal): DeviceProfile | null {
  const changed = change(profile, proposal);
  if (changed === null) return null;
  const parsed = parseStoredProfile(changed);
  return parsed.ok ? parsed.profile : null;
}

/** Whether the profile says it already. */
export function hasProposal(profile: DeviceProfile, proposal: Proposal): boolean {
  const changed = change(profile, proposal);
  return changed !== null && JSON.stringify(changed) === JSON.stringify(profile);
}

function change(profile: DeviceProfile, proposal: Proposal): DeviceProfile | null {
  if (proposal.kind === 'class') return withClass(profile, proposal.class);
  const id = Object.entries(profile.characteristics).find(([, { at }]) =>
    at.some(({ uuids }) => uuids.some((uuid) => fullUuid(uuid) === proposal.characteristic)),
  )?.[0];
  if (id === undefined) return null;
  if (proposal.kind === 'frame-checksum') {
    const frames = Object.entries(profile.frames).map(([name, frame]) => [
      name,
      frame.to === id ? withChecksum(frame, proposal.checksum) : frame,
    ]);
    return { ...profile, frames: Object.fromEntries(frames) };
  }
  return withStatus(profile, id, proposal.status, proposal.kind === 'field' ? [proposal.field] : []);
}

/** A sensor has nothing that ends, and any other device says whether it does. A sensor measures before it can be one. */
function withClass(profile: DeviceProfile, own: DeviceProfile['class']): DeviceProfile {
  const { endsByItself, ...rest } = profile;
  const next = { ...rest, class: own };
  return isSensorProfile(next) ? next : { ...next, endsByItself: endsByItself ?? 'no' };
}

/** A frame of fixed bytes that end in the checksum gets it as a part; any other frame stays. */
function withChecksum(frame: ProfileFrame, found: FoundChecksum): ProfileFrame {
  if (frame.bytes.some((part) => typeof part !== 'string')) return frame;
  const bytes = frame.bytes.flatMap((part) => hexBytes(String(part)));
  const size = checksumBytes(found.type);
  const at = bytes.length - found.behind - size;
  if (at < found.from + 1) return frame;
  const part = {
    checksum: found.type,
    ...(found.from === 0 ? {} : { from: found.from }),
    ...(size === 2 && found.order === 'be' ? { order: found.order } : {}),
  };
  return { ...frame, bytes: [toHexText(bytes.slice(0, at)), part, ...(found.behind === 0 ? [] : [toHexText(bytes.slice(at + size))])] };
}

function withStatus(profile: DeviceProfile, from: string, shape: StatusShape, fields: ProfileStatus['fields']): DeviceProfile {
  const before = profile.status ?? [];
  const isSame = (one: ProfileStatus) => JSON.stringify({ ...one, fields: [] }) === JSON.stringify({ from, ...shape, fields: [] });
  const own = before.find(isSame) ?? { from, ...shape, fields: [] };
  const more = fields.filter((field) => !own.fields.some((one) => JSON.stringify(one) === JSON.stringify(field)));
  const next = { ...own, fields: [...own.fields, ...more] };
  return { ...profile, status: before.some(isSame) ? before.map((one) => (isSame(one) ? next : one)) : [...before, next] };
}
