import { useEffect, useState } from 'preact/hooks';
import { bluetoothState } from '../../../lib/bluetooth/web-bluetooth';
import type { DriverKinds } from '../../../lib/devices/drivers/kinds';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import type { DryRunSession } from '../../../lib/devices/inspector/dry-session';
import type { HandWrites } from '../../../lib/devices/inspector/hand-writes';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import type { ConformanceTests } from '../../../lib/devices/links/conformance-tests';
import { devicesOnScreen } from '../../../lib/devices/links/device-list';
import { isLinked } from '../../../lib/devices/links/live-device';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import type { SessionParts } from '../../../lib/devices/session/start-session';
import { t } from '../../../lib/i18n';
import { unsupportedTodo } from '../../../lib/i18n/words/verdict-words';
import { DeviceRemote } from '../../DeviceRemote';
import { Notice } from '../../Notice';
import { useDeviceStates } from '../../use-devices';
import { GuidedScreen } from '../guided/GuidedScreen';
import { MineCard } from '../mine/MineCard';
import { ProfilesScreen } from '../profiles/ProfilesScreen';
import { DeviceCard } from './DeviceCard';
import { DevicesParts } from './DevicesParts';
import { InspectorCard } from './InspectorCard';
import { NoDevices } from './NoDevices';
import { PairCard } from './PairCard';

interface DevicesScreenProps {
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly tests: ConformanceTests;
  readonly guided: GuidedSessions;
  readonly kinds: DriverKinds;
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly dry: DryRunSession;
  /** `timer` or `profiles`; the id of a device that is sought; anything else: the devices themselves. */
  readonly part: string | null;
  /** The item of the plan that the timer is for; null for none. */
  readonly item: string | null;
  readonly owned: boolean;
}

/** Devices: pairing, current readings, connecting, forgetting; the inspector for unknown ones; the timer for those without Bluetooth. */
export function DevicesScreen({ devices, sessions, tests, guided, kinds, inspector, hand, dry, part, item, owned }: DevicesScreenProps) {
  const [bluetooth, setBluetooth] = useState<Awaited<ReturnType<typeof bluetoothState>>>('ready');
  useEffect(() => {
    bluetoothState().then(setBluetooth, () => setBluetooth('unsupported'));
  }, []);
  const all = devicesOnScreen(devices.known.value, devices.live.value);
  // In another tab the devices are drawn as their owner knows them.
  const remote = useDeviceStates();
  const others = owned ? [] : remote.filter(({ kind, state }) => kind !== 'strap' && isLinked(state));
  const mine = all?.filter(({ id }) => !others.some((other) => other.id === id)) ?? [];
  const able = owned && bluetooth !== 'unsupported';
  return (
    <>
      <h1>{t('devicesTitle')}</h1>
      <DevicesParts part={part} />
      {part === 'timer' && <GuidedScreen db={sessions.db} devices={devices} guided={guided} owned={owned} item={item} />}
      {part === 'profiles' && (
        <ProfilesScreen db={sessions.db} devices={devices} kinds={kinds} inspector={inspector} hand={hand} dry={dry} able={able} />
      )}
      {part !== 'timer' && part !== 'profiles' && (
        <>
          {bluetooth === 'unsupported' && <Notice kind="warn" what={t('faultUnsupported')} todo={unsupportedTodo()} />}
          {bluetooth === 'adapter-off' && <Notice kind="warn" what={t('faultAdapterOff')} todo={t('faultAdapterOffTodo')} />}
          {all?.length === 0 && others.length === 0 && <NoDevices />}
          {mine.length + others.length > 0 && (
            <ul class="devices" aria-label={t('devicesYours')}>
              {others.map((device) => (
                <li key={device.id}>
                  <DeviceRemote device={device} />
                </li>
              ))}
              {mine.map((device) => (
                <DeviceCard
                  key={device.id}
                  device={device}
                  devices={devices}
                  sessions={sessions}
                  tests={tests}
                  able={able}
                  sought={device.id === part}
                />
              ))}
            </ul>
          )}
          <MineCard devices={devices} able={able} />
          <PairCard devices={devices} able={able} />
          <InspectorCard inspector={inspector} hand={hand} able={able} />
        </>
      )}
    </>
  );
}
