import type { DeviceRegistry } from '../../lib/devices/registry';

/** Escape stops whatever moves, wherever the focus is; before anything else that the key may do. */
export function stopOnEscape(devices: DeviceRegistry): void {
  addEventListener(
    'keydown',
    ({ key }) => {
      // A stop that could not be told stands in its session.
      if (key === 'Escape') void devices.stopAll();
    },
    { capture: true },
  );
}
