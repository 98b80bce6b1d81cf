import { Activity, Bluetooth, CalendarCheck, ChartLine, HeartPulse, History, Settings as SettingsIcon } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { BreathingSessions } from '../../lib/breathing/breathing-sessions';
import { SCREENS, type Screen } from '../../lib/browser/messages';
import type { CheckSession } from '../../lib/check/check-session';
import type { StrapLink } from '../../lib/check/strap-link';
import type { DriverKinds } from '../../lib/devices/drivers/kinds';
import type { GuidedSessions } from '../../lib/devices/guided/guided-sessions';
import type { DryRunSession } from '../../lib/devices/inspector/dry-session';
import type { HandWrites } from '../../lib/devices/inspector/hand-writes';
import type { Inspector } from '../../lib/devices/inspector/inspector';
import type { ConformanceTests } from '../../lib/devices/links/conformance-tests';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import type { EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import type { HostTimer } from '../../lib/devices/remote/host-timer';
import type { SessionParts } from '../../lib/devices/session/start-session';
import { t } from '../../lib/i18n';
import { getSettings, type ReboundDatabase } from '../../lib/storage';
import { Logo } from '../Logo';
import { OtherRunningBar } from '../running/OtherRunningBar';
import { StopToast } from '../running/StopToast';
import { useLive } from '../use-live';
import { BreatheScreen } from './breathe/BreatheScreen';
import { CheckBanner } from './CheckBanner';
import { CheckScreen } from './CheckScreen';
import { DevicesScreen } from './devices/DevicesScreen';
import { HistoryScreen } from './history/HistoryScreen';
import { InterruptedChecks } from './InterruptedChecks';
import { LoadFailed } from './LoadFailed';
import { NoAnswer } from './NoAnswer';
import { OwnedElsewhere } from './OwnedElsewhere';
import { OwnRunningBar } from './OwnRunningBar';
import { PlanScreen } from './plan/PlanScreen';
import { RoutinesScreen } from './routines/RoutinesScreen';
import { SettingsScreen } from './SettingsScreen';
import { TodayScreen } from './TodayScreen';
import { TrendsScreen } from './trends/TrendsScreen';
import { WelcomeScreen } from './WelcomeScreen';

export interface AppProps {
  readonly db: ReboundDatabase;
  readonly session: CheckSession;
  readonly strap: StrapLink;
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly tests: ConformanceTests;
  readonly guided: GuidedSessions;
  readonly breath: BreathingSessions;
  readonly kinds: DriverKinds;
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly dry: DryRunSession;
  /** What runs without a device. */
  readonly timers: readonly HostTimer[];
  readonly emergency: EmergencyStop;
  /** Whether this tab owns Bluetooth and the journal, or another one does. */
  readonly owned: boolean;
}

const NAVIGATION = [
  { screen: 'today', label: 'navToday', icon: Activity },
  { screen: 'check', label: 'navCheck', icon: HeartPulse },
  { screen: 'plan', label: 'navPlan', icon: CalendarCheck },
  { screen: 'trends', label: 'navTrends', icon: ChartLine },
  { screen: 'history', label: 'navHistory', icon: History },
  { screen: 'devices', label: 'navDevices', icon: Bluetooth },
  { screen: 'settings', label: 'navSettings', icon: SettingsIcon },
] as const;

/** The frame of the app tab. The address's fragment selects the screen, so that back and forward work. */
export function App({
  db,
  session,
  strap,
  devices,
  sessions,
  tests,
  guided,
  breath,
  kinds,
  inspector,
  hand,
  dry,
  timers,
  emergency,
  owned,
}: AppProps) {
  const { screen, part, item } = useAddress();
  const settings = useLive(() => getSettings(db), [db]);
  const running = owned ? <OwnRunningBar parts={{ devices, sessions, timers }} /> : <OtherRunningBar />;
  // What runs is shown and stopped whatever becomes of the database.
  if (settings instanceof Error || settings === undefined) {
    return (
      <main class="alone stack">
        {running}
        {settings instanceof Error ? <LoadFailed error={settings} /> : <NoAnswer />}
        <StopToast emergency={emergency} />
      </main>
    );
  }
  if (!settings.welcomed) {
    return (
      <>
        <div class="alone">{running}</div>
        <WelcomeScreen db={db} />
        <StopToast emergency={emergency} />
      </>
    );
  }
  return (
    <div class="app">
      <nav aria-label={t('navLabel')}>
        <div class="logo">
          <Logo /> {t('extName')}
        </div>
        {NAVIGATION.map(({ screen: to, label, icon: Icon }) => (
          <a key={to} href={`#${to}`} {...(to === screen ? { 'aria-current': 'page' as const } : {})}>
            <Icon aria-hidden="true" />
            {t(label)}
          </a>
        ))}
      </nav>
      <main data-phase={session.stage.value === 'recording' ? session.progress.value.phase : session.stage.value}>
        {running}
        {!owned && <OwnedElsewhere />}
        {owned && <InterruptedChecks db={db} />}
        {screen !== 'check' && <CheckBanner session={session} />}
        {screen === 'today' && <TodayScreen db={db} devices={devices} />}
        {screen === 'check' && <CheckScreen db={db} session={session} strap={strap} settings={settings} owned={owned} />}
        {screen === 'plan' && part === 'routines' && <RoutinesScreen db={db} />}
        {screen === 'plan' && part !== 'routines' && (
          <PlanScreen db={db} devices={devices} sessions={sessions} wanted={part} owned={owned} />
        )}
        {screen === 'breathe' && (
          <BreatheScreen
            db={db}
            breathing={breath}
            strap={strap}
            settings={settings}
            part={part}
            stopAll={() => emergency.press()}
            owned={owned}
          />
        )}
        {screen === 'trends' && <TrendsScreen db={db} settings={settings} />}
        {screen === 'history' && <HistoryScreen db={db} checkId={part} />}
        {screen === 'devices' && (
          <DevicesScreen
            devices={devices}
            sessions={sessions}
            tests={tests}
            guided={guided}
            kinds={kinds}
            inspector={inspector}
            hand={hand}
            dry={dry}
            part={part}
            item={item}
            owned={owned}
          />
        )}
        {screen === 'settings' && <SettingsScreen db={db} part={part} />}
        <StopToast emergency={emergency} />
      </main>
    </div>
  );
}

interface Address {
  readonly screen: Screen;
  /** A part of the screen: the id of a check, or a section of Devices; null for the screen itself. */
  readonly part: string | null;
  /** The item of the plan that the part is for. */
  readonly item: string | null;
}

function useAddress(): Address {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const follow = () => setAddress(parseAddress(location.hash));
    addEventListener('hashchange', follow);
    // The address may have changed between the first rendering and now.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return address;
}

/**
 * `#history/ID` is one check of the history, `#devices/timer` a section of Devices, `#devices/timer/ITEM` the same for an item of the plan.
 */
function parseAddress(hash: string): Address {
  const [name, part, item] = hash.slice(1).split('/').map(decoded);
  return { screen: SCREENS.find((screen) => screen === name) ?? 'today', part: part || null, item: item || null };
}

/** A typed address may be malformed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
