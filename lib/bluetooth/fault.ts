export type BluetoothFaultCode =
  | 'unsupported'
  | 'adapter-off'
  /** The browser no longer answers this page about Bluetooth; only a reload helps. */
  | 'browser-silent'
  | 'dismissed'
  | 'no-gesture'
  | 'out-of-range'
  | 'timeout'
  | 'aborted'
  | 'disconnected'
  | 'in-progress'
  | 'not-permitted'
  | 'not-supported'
  | 'superseded'
  | 'gatt-error';

/** The one error that Bluetooth code throws. Screens choose their words by `code`; `message` is for logs only. */
export class BluetoothFault extends Error {
  override readonly name = 'BluetoothFault';
  readonly code: BluetoothFaultCode;

  constructor(code: BluetoothFaultCode, message: string = code, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
