import type { Link } from '../../../bluetooth/link';
import {
  decodeFitnessMachineFeature,
  decodeTargetRange,
  fitnessMachineUuids,
  type MachineTarget,
  type RangeKind,
} from '../../../bluetooth/services/fitness-machine';
import type { GattService } from '../../../bluetooth/transport';
import type { Capabilities, Range, Zone } from '../../driver';
import { characteristicIn } from '../found';
import { type MachineForm, machineZones } from './machines';

const rangeUuids: Readonly<Record<Exclude<RangeKind, 'heart-rate'>, string>> = {
  speed: fitnessMachineUuids.speedRange,
  incline: fitnessMachineUuids.inclineRange,
  resistance: fitnessMachineUuids.resistanceRange,
  power: fitnessMachineUuids.powerRange,
};
/** The values that fit into the 16 bits of the control point's parameter. */
const TIME_S: Range = { min: 1, max: 0xffff, step: 1 };

/** What a machine of this form may be able to do. Its ranges are unknown before a connection, so no zone has one. */
export function machineCapabilities(form: MachineForm): Capabilities {
  return {
    class: form.class,
    zones: form.zones.map((id) => toZone(id, null)),
    temperatureC: null,
    programmes: [],
    timerS: null,
    // The specification does not require a machine to end by itself. Some do after a longest run, but none reports it.
    endsByItself: false,
    pauses: true,
    // Most report once a second; the specification sets no interval. Ours.
    reportsEveryS: 5,
    battery: false,
    telemetry: ['running', 'levels', 'speedKmh', 'distanceM', 'elapsedS', 'remainingS'],
  };
}

/**
 * Narrows the capabilities to what this machine reports. A zone without a readable range is left out, because its limit would be unknown.
 * Throws `BluetoothFault` when the link is lost.
 */
export async function narrowed(link: Link, service: GattService, form: MachineForm): Promise<Capabilities> {
  const targets = await readTargets(link, service);
  const zones: Zone[] = [];
  for (const id of form.zones) {
    const sets = machineZones[id]?.sets;
    if (sets === undefined || !targets.includes(sets)) continue;
    const range = await readRange(link, service, sets);
    if (range !== null) zones.push(toZone(id, range));
  }
  return { ...machineCapabilities(form), zones, timerS: targets.includes('time') ? TIME_S : null };
}

async function readTargets(link: Link, service: GattService): Promise<readonly MachineTarget[]> {
  const characteristic = characteristicIn(service, fitnessMachineUuids.feature);
  if (characteristic === null) return [];
  const read = decodeFitnessMachineFeature(await link.read(characteristic));
  return read.ok ? read.value.targets : [];
}

async function readRange(link: Link, service: GattService, kind: keyof typeof rangeUuids): Promise<Range | null> {
  const characteristic = characteristicIn(service, rangeUuids[kind]);
  if (characteristic === null) return null;
  const read = decodeTargetRange(kind, await link.read(characteristic));
  return read.ok ? read.value : null;
}

function toZone(id: string, range: Range | null): Zone {
  const unit = machineZones[id]?.unit;
  return {
    id,
    control: 'absolute',
    ...(unit === undefined ? {} : { unit }),
    ...(range === null ? {} : { range }),
    ...(id === 'belt' ? { reports: 'output' } : {}),
  };
}
