import type { CharacteristicProperties } from '../../bluetooth/transport';
import type { ModelService, PeripheralModel } from '../model';
import { type FramedDevice, type FrameRefusal, framedDevice } from './framed-device';
import { Massage, type MassageCommands } from './massage';

export interface BedDesign {
  readonly service: string;
  readonly command: string;
  readonly properties: CharacteristicProperties;
  readonly zones: readonly string[];
  readonly commands: MassageCommands;
  /** Command bytes that move the bed. */
  readonly motors: ReadonlySet<number>;
  /** The command byte of a frame, or why the frame is invalid. */
  readCommand(bytes: Uint8Array): number | FrameRefusal;
}

/** A bed whose frames each carry one command byte. Its massage keeps running when the link is lost. */
export function simulatedBed(identity: Pick<PeripheralModel, 'address' | 'name'>, design: BedDesign, advertises = true): FramedDevice {
  const massage = new Massage(design.zones);
  const services: readonly ModelService[] = [
    { uuid: design.service, characteristics: [{ uuid: design.command, properties: design.properties }] },
  ];
  return framedDevice({ ...identity, advertised: advertises ? [design.service] : [] }, () => ({
    services,
    obey(_, bytes, atMs) {
      const command = design.readCommand(bytes);
      if (typeof command === 'string') return { refused: command };
      if (design.motors.has(command)) return { refused: 'motor' };
      const known = design.commands.get(command);
      if (known === undefined) return { refused: 'unknown-command' };
      known[1](massage, atMs);
      return { meaning: known[0] };
    },
    state: (atMs) => massage.state(atMs),
  }));
}
