import { unrestReports, unrestWords } from '../../components/running/unrest-words';
import {
  deviceFaultWords,
  doingWords,
  endWords,
  excessWords,
  levelWords,
  withoutLinkWords,
  zoneName,
} from '../../components/session/words';
import { toDeviceStates } from '../../lib/devices/remote/device-state';
import { t } from '../../lib/i18n';
import { duration } from '../../lib/i18n/units';
import type { DeviceRig } from '../support/device-rig';

/** What the app says of the device now, in sentences of the product: the bar, and the session on its card. */
export function readScreen(app: DeviceRig): string {
  const [state] = toDeviceStates(app.registry, app.deviceSessions, () => app.sessions.clock.now());
  const unrest = state?.unrest ?? null;
  return [
    ...(unrest === null ? [] : [t('unrestWhat', state?.name ?? '')]),
    ...(unrest?.refused ? [unrestWords(unrest.refused)] : []),
    ...(unrest === null ? [] : unrestReports(unrest.reports).map((report) => `${report}.`)),
    ...(state?.session ? [`${doingWords(state.session.doing)}.`] : []),
    ...(state?.leftRunning && unrest === null ? [t('leftRunningGivenUp', state.name ?? '')] : []),
    ...readSession(app),
  ].join(' ');
}

function readSession(app: DeviceRig): string[] {
  const session = app.session();
  if (session === null) return [];
  const { view } = session;
  const without = view.withoutLink.value;
  const fault = view.fault.value;
  const over = view.state.value === 'ended';
  const excess = view.excess.value;
  return [
    ...(view.stopWaits.value ? [t('sessionStopWaits'), t('sessionStopWaitsTodo')] : []),
    ...(without === null ? [] : [t('sessionLinkLost'), withoutLinkWords(without)]),
    ...(fault === null || without !== null ? [] : Object.values(deviceFaultWords(fault, view.deviceFault.value))),
    ...(excess === null ? [] : [`${excessWords(excess)}.`]),
    ...(view.asks.value ? [t('sessionAsks')] : []),
    ...(over ? [view.end.value === null ? t('doingEnded') : endWords(view.end.value, view.deviceFault.value)] : readFigures(app)),
  ];
}

function readFigures(app: DeviceRig): string[] {
  const zones = app.registry.controlled(app.id)?.driver.capabilities.value.zones ?? [];
  const sends = ['armed', 'running', 'paused'].includes(app.session()?.view.state.value ?? '');
  const levels = app.session()?.view.levels.value ?? {};
  return zones.map((zone) => {
    const { told = null, measured = null } = levels[zone.id] ?? {};
    const said = told === null ? '–' : levelWords(told, zone.unit);
    if (measured === null)
      return `${zoneName(zone)}: ${said} (${t(told !== null ? 'levelTold' : sends ? 'levelNotSent' : 'levelNotKnown')}).`;
    const words = levelWords(measured.value, zone.unit);
    const figure = measured.oldS === null ? t('levelMeasured', words) : t('levelMeasuredOld', words, duration(measured.oldS));
    return `${zoneName(zone)}: ${said} (${figure}).`;
  });
}
