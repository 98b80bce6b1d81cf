/** The full 128-bit form, in lower case, of a 16-bit number assigned by the Bluetooth SIG. */
export function uuid16(short: number): string {
  return `0000${short.toString(16).padStart(4, '0')}-0000-1000-8000-00805f9b34fb`;
}
