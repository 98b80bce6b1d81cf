import type { OperationOptions } from './operation-queue';
import type { GattCharacteristic, GattDevice, GattService } from './transport';

/** Operations on one link. Each waits for its turn in the connection's queue, and throws `disconnected` once the link is over. */
export interface Link {
  service(uuid: string): Promise<GattService | null>;
  /** If no answer comes in time, the link is dropped: everything after that operation would wait behind it. */
  read(characteristic: GattCharacteristic, options?: OperationOptions): Promise<DataView>;
  write(characteristic: GattCharacteristic, bytes: Uint8Array, response: boolean, options?: OperationOptions): Promise<void>;
  /** Listens until the link is lost. */
  subscribe(characteristic: GattCharacteristic, listener: (value: DataView) => void): Promise<void>;
}

export interface LinkParts {
  /** Runs an operation in its turn, if the link still exists. */
  readonly run: <T>(operation: () => Promise<T>, options?: OperationOptions) => Promise<T>;
  /** Call it for each notification. Returns false if the link is over and the notification must be ignored. */
  readonly heard: () => boolean;
}

export function makeLink(device: GattDevice, { run, heard }: LinkParts): Link {
  return {
    service: (uuid) => run(() => device.service(uuid)),
    read: (characteristic, options) => run(() => characteristic.read(), options),
    write: (characteristic, bytes, response, options) => run(() => characteristic.write(bytes, response), options),
    subscribe: (characteristic, listener) =>
      run(async () => {
        await characteristic.subscribe((value) => {
          if (heard()) listener(value);
        });
      }),
  };
}
