/** As much of the Web Bluetooth API as web-bluetooth.ts uses; TypeScript's own DOM library has none of it. */

interface WebBluetoothApi {
  getAvailability(): Promise<boolean>;
  requestDevice(options: WebBluetoothRequest): Promise<WebBluetoothDevice>;
  /** Behind a flag in today's browsers. */
  getDevices?(): Promise<WebBluetoothDevice[]>;
}

type WebBluetoothFilter = { services: string[] } | { name: string } | { namePrefix: string };
type WebBluetoothRequest = ({ filters: WebBluetoothFilter[] } | { acceptAllDevices: true }) & { optionalServices: string[] };

interface WebBluetoothDevice extends EventTarget {
  readonly id: string;
  readonly name?: string;
  /** Chrome 101 and later. */
  forget?(): Promise<void>;
  readonly gatt?: {
    readonly connected: boolean;
    connect(): Promise<unknown>;
    disconnect(): void;
    getPrimaryService(uuid: string): Promise<WebBluetoothService>;
    getPrimaryServices(uuid: string): Promise<WebBluetoothService[]>;
  };
}

interface WebBluetoothService {
  readonly uuid: string;
  getCharacteristics(): Promise<WebBluetoothCharacteristic[]>;
}

interface WebBluetoothCharacteristic extends EventTarget {
  readonly uuid: string;
  readonly value?: DataView | null;
  readonly properties: {
    readonly read: boolean;
    readonly write: boolean;
    readonly writeWithoutResponse: boolean;
    readonly notify: boolean;
    readonly indicate: boolean;
  };
  readValue(): Promise<DataView>;
  writeValueWithResponse(value: Uint8Array<ArrayBuffer>): Promise<void>;
  writeValueWithoutResponse(value: Uint8Array<ArrayBuffer>): Promise<void>;
  startNotifications(): Promise<unknown>;
  stopNotifications(): Promise<unknown>;
}

interface Navigator {
  readonly bluetooth?: WebBluetoothApi;
}
