import type { ModelReply, PeripheralModel } from '../../../lib/simulated/model';
import { BluezError, unwrapReply } from './bluez-error';
import type { FaultPlan } from './fault-plan';
import type { CharacteristicMethods } from './gatt-objects';
import type { HeldAnswers } from './held-answers';
import type { Subscriptions } from './subscriptions';
import { type LoggedWrite, loggedWrite } from './write-log';

export interface Answering {
  readonly model: PeripheralModel;
  readonly faults: FaultPlan;
  readonly heldWrites: HeldAnswers;
  connected(): boolean;
  nowMs(): number;
  subscriptions(): Subscriptions;
  written(write: LoggedWrite): void;
}

/** A client's operations on one characteristic; the model answers, unless the link is lost or the test has scheduled a failure. */
export function characteristicMethods(
  uuid: string,
  { model, faults, heldWrites, connected, nowMs, subscriptions, written }: Answering,
): CharacteristicMethods {
  const needsLink = () => {
    if (!connected()) throw new BluezError('org.bluez.Error.Failed', 'Not connected');
  };
  const answer = (operation: string, ask: () => ModelReply) => {
    faults.check(`${operation} ${uuid}`);
    return Buffer.from(unwrapReply(ask()));
  };
  return {
    ReadValue: () => {
      needsLink();
      const value = answer('read', () => model.read(uuid, nowMs()));
      // BlueZ reports a read value as a change before it answers, and Chromium ignores one such change for each read.
      subscriptions().show(uuid, value);
      return { signature: 'ay', body: [value] };
    },
    WriteValue: ([value, options]) => {
      needsLink();
      const write = loggedWrite(uuid, value, options, nowMs());
      written(write);
      const hang = heldWrites.take();
      if (hang !== 'hangs') answer('write', () => model.write(uuid, write.bytes, write.atMs));
      return hang === null ? undefined : heldWrites.wait();
    },
    StartNotify: (_, client) => {
      needsLink();
      faults.check(`notify ${uuid}`);
      return { afterwards: () => subscriptions().add(uuid, client) };
    },
    StopNotify: () => ({ afterwards: () => subscriptions().remove(uuid) }),
  };
}
