import { useEffect, useState } from 'preact/hooks';
import { bluetoothState } from '../../../lib/bluetooth/web-bluetooth';
import { devicesOnScreen } from '../../../lib/devices/device-list';
import type { Inspector } from '../../../lib/devices/inspector';
import type { DeviceRegistry } from '../../../lib/devices/registry';
import type { SessionParts } from '../../../lib/devices/start-session';
import { t } from '../../../lib/i18n';
import { unsupportedTodo } from '../../../lib/words';
import { Notice } from '../../Notice';
import { DeviceCard } from './DeviceCard';
import { InspectorCard } from './InspectorCard';
import { NoDevices } from './NoDevices';
import { PairCard } from './PairCard';

interface DevicesScreenProps {
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly inspector: Inspector;
  readonly owned: boolean;
}

/** Pair, see what devices say, connect, forget; and look into those that nobody has described. */
export function DevicesScreen({ devices, sessions, inspector, owned }: DevicesScreenProps) {
  const [bluetooth, setBluetooth] = useState<Awaited<ReturnType<typeof bluetoothState>>>('ready');
  useEffect(() => {
    bluetoothState().then(setBluetooth, () => setBluetooth('unsupported'));
  }, []);
  const all = devicesOnScreen(devices.known.value, devices.live.value);
  const able = owned && bluetooth !== 'unsupported';
  return (
    <>
      <h1>{t('devicesTitle')}</h1>
      {bluetooth === 'unsupported' && <Notice kind="warn" what={t('faultUnsupported')} todo={unsupportedTodo()} />}
      {bluetooth === 'adapter-off' && <Notice kind="warn" what={t('faultAdapterOff')} todo={t('faultAdapterOffTodo')} />}
      {all?.length === 0 && <NoDevices />}
      {all !== null && all.length > 0 && (
        <ul class="devices" aria-label={t('devicesYours')}>
          {all.map((device) => (
            <DeviceCard key={device.id} device={device} devices={devices} sessions={sessions} able={able} />
          ))}
        </ul>
      )}
      <PairCard devices={devices} able={able} />
      <InspectorCard inspector={inspector} able={able} />
    </>
  );
}
