import type { DeviceText } from '../../bluetooth/services/device-information';
import { fitnessMachineUuids, type TargetRange } from '../../bluetooth/services/fitness-machine';
import { deviceInformationPart } from '../device-information-part';
import type { PeripheralModel } from '../model';
import { peripheral } from '../peripheral';
import type { MachineState } from './engine';
import { type Button, fitnessMachinePart, type Machine } from './part';

/** Options of every simulated machine. */
export interface MachineOptions {
  readonly name?: string;
  readonly address?: string;
  /** The machine stops by itself after this many s, connected or not; at most 65535, default 3600. */
  readonly ownTimerS?: number;
  /** Default `runs-on`, which shows whether the host stops the machine in time. */
  readonly onLinkLost?: 'runs-on' | 'stops';
  /** A longer record is split into several packets. Default 20. */
  readonly packetBytes?: number;
  readonly information?: Partial<Readonly<Record<DeviceText, string>>>;
}

export interface SimulatedMachine extends PeripheralModel {
  /** Somebody at the machine presses a button or pulls the safety key. */
  press(button: Button, atMs: number): void;
  /** What the machine really does, connected or not. */
  state(atMs: number): Readonly<MachineState>;
}

export const PACKET_BYTES = 20;

export function simulatedMachine(
  identity: { readonly name: string; readonly address: string },
  options: MachineOptions,
  machine: Omit<Machine, 'ownTimerS' | 'onLinkLost'>,
): SimulatedMachine {
  const part = fitnessMachinePart({ ...machine, ownTimerS: options.ownTimerS ?? 3600, onLinkLost: options.onLinkLost ?? 'runs-on' });
  const model = peripheral(
    { address: options.address ?? identity.address, name: options.name ?? identity.name, advertised: [fitnessMachineUuids.service] },
    [part, deviceInformationPart({ manufacturer: 'Rebound', model: identity.name, firmware: '1.0.0', ...options.information })],
  );
  return { ...model, press: part.press, state: part.state };
}

/** How long it has run. */
export function runS({ elapsedMs }: Readonly<MachineState>): number {
  return Math.floor(elapsedMs / 1000);
}

export function rounded(value: number, per: number): number {
  return Math.round(value * per) / per;
}

/** Whole kcal in total, and the rates per hour and per minute. */
export function energyFields(energyKcal: number, kcalPerS: number) {
  return {
    energyKcal: Math.min(0xfffe, Math.floor(energyKcal)),
    energyKcalPerH: Math.round(kcalPerS * 3600),
    energyKcalPerMin: Math.min(0xfe, Math.round(kcalPerS * 60)),
  };
}

/** kcal per second of a person whose muscles turn a quarter of their energy into work. */
export function kcalPerSecond(powerW: number): number {
  return powerW / 4184 / 0.25;
}

/** Power in W at this cadence against this resistance. */
export function brakedW(perMinute: number, resistance: number): number {
  return (perMinute / 60) * 2 * Math.PI * (4 + 0.4 * resistance);
}

export const RESISTANCE: TargetRange = { min: 0, max: 100, step: 1 };
export const POWER: TargetRange = { min: 0, max: 1000, step: 1 };
