const RESET_ENERGY = 0x01;

/** What to write to 2A39, with response, so that the sensor counts energy from 0 again. */
export function encodeEnergyReset(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(RESET_ENERGY);
}

/** Whether a write to 2A39 is the one command that it knows. */
export function isEnergyReset(bytes: Uint8Array): boolean {
  return bytes.length === 1 && bytes[0] === RESET_ENERGY;
}
