/**
 * The interface under everything that talks to a device. It has two implementations: Web Bluetooth (`web-bluetooth.ts`) and simulated
 * (`simulated/transport.ts`). Nothing above this file knows which one it uses.
 *
 * UUIDs are always the full 128-bit form in lower case; `uuid16` in `uuid.ts` makes it from a short one.
 */

/**
 * Which devices the chooser shows, and which services may be used afterwards. It shows a device that advertises one of `services`, has one
 * of `names`, or has a name that starts with one of `namePrefixes`. Without any of the three it shows every device (and only
 * `optionalServices` are used).
 */
export interface DeviceRequest {
  readonly services: readonly string[];
  readonly optionalServices: readonly string[];
  readonly names?: readonly string[];
  readonly namePrefixes?: readonly string[];
}

export interface Transport {
  /** `web-bluetooth` needs a click and a real radio; `simulated` needs neither. */
  readonly kind: 'web-bluetooth' | 'simulated';
  /** Opens the chooser. Throws `BluetoothFault`: `unsupported`, `adapter-off`, `dismissed`, `no-gesture`. */
  request(wanted: DeviceRequest): Promise<GattDevice>;
  /** Devices that the user allowed before, if the browser can list them; otherwise empty. */
  known(): Promise<readonly GattDevice[]>;
}

/** One remote device. Characteristics are valid only until the link is lost; request them again after a reconnect. */
export interface GattDevice {
  readonly id: string;
  readonly name: string | null;
  /** Resolves when the link is up. Throws `BluetoothFault`. Never resolves late after `disconnect()`. */
  connect(): Promise<void>;
  disconnect(): void;
  readonly connected: boolean;
  /** Called once for each lost or closed link. Returns a function that removes the listener. */
  onDisconnected(listener: () => void): () => void;
  /** Withdraws the user's permission, if the browser can. */
  forget?(): Promise<void>;
  /** The characteristics of one service, or `null` if the device has no such service. */
  service(uuid: string): Promise<GattService | null>;
  /** Like `service`, for devices that may have several of one kind; left out if only the first can be found. */
  services?(uuid: string): Promise<readonly GattService[]>;
}

export interface GattService {
  readonly uuid: string;
  readonly characteristics: readonly GattCharacteristic[];
}

export interface GattCharacteristic {
  readonly uuid: string;
  readonly properties: CharacteristicProperties;
  read(): Promise<DataView>;
  write(bytes: Uint8Array, response: boolean): Promise<void>;
  /** Asks for notifications (or indications) and hands each to `listener` until the link is lost or the returned function is called. */
  subscribe(listener: (value: DataView) => void): Promise<() => Promise<void>>;
}

export interface CharacteristicProperties {
  readonly read: boolean;
  readonly write: boolean;
  readonly writeWithoutResponse: boolean;
  readonly notify: boolean;
  readonly indicate: boolean;
}
