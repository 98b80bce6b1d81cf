import type { OperationOptions } from './operation-queue';
import type { GattCharacteristic, GattDevice, GattService } from './transport';

/** What can be done on one link. Every operation takes its turn in the connection's queue, and throws `disconnected` once the link is over. */
export interface Link {
  service(uuid: string): Promise<GattService | null>;
  /** Without an answer in time the link is dropped: everything after that operation would wait behind it. */
  read(characteristic: GattCharacteristic, options?: OperationOptions): Promise<DataView>;
  write(characteristic: GattCharacteristic, bytes: Uint8Array, response: boolean, options?: OperationOptions): Promise<void>;
  /** Listens until the link is lost. */
  subscribe(characteristic: GattCharacteristic, listener: (value: DataView) => void): Promise<void>;
}

export interface LinkParts {
  /** Runs an operation in its turn, for as long as the link lasts. */
  readonly run: <T>(operation: () => Promise<T>, options?: OperationOptions) => Promise<T>;
  /** A notification came. False when the link is over, and nobody is to hear it. */
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
