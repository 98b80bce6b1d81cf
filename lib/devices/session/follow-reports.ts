import type { DeviceDriver, Telemetry } from '../driver';

/** Hears each report of the device from now on, not the last one before. Returns a function that ends it. */
export function followReports({ heard }: Pick<DeviceDriver, 'heard'>, hear: (report: Telemetry) => void): () => void {
  // A signal tells a new listener its value at once.
  let isNew = false;
  const end = heard.subscribe((report) => {
    if (isNew) hear(report);
  });
  isNew = true;
  return end;
}
