import { endWords, levelWords, showsSpeed, showsTemperature, zoneName } from '../../components/session/words';
import { toDeviceStates } from '../../lib/devices/remote/device-state';
import type { Figure } from '../../lib/devices/session/view';
import { t } from '../../lib/i18n';
import { duration, temperature } from '../../lib/i18n/units';
import type { DeviceRig } from '../support/device-rig';
import { readBar, readNotices } from '../support/device-screen';

/** What the app says of the device now, in sentences of the product: the bar, and the session on its card. */
export function readScreen(app: DeviceRig): string {
  const [state] = toDeviceStates(app.registry, app.deviceSessions, () => app.sessions.clock.now());
  return [...(state === undefined ? [] : readBar(state)), ...readSession(app)].join(' ');
}

function readSession(app: DeviceRig): string[] {
  const session = app.session();
  if (session === null) return [];
  const { end, deviceFault, rest, state } = session.view;
  const over = end.value === null ? t('doingEnded') : endWords(end.value, deviceFault.value, rest.value);
  return [...readNotices(session), ...(state.value === 'ended' ? [over] : readFigures(app))];
}

function readFigures(app: DeviceRig): string[] {
  const capabilities = app.registry.controlled(app.id)?.driver.capabilities.value;
  const zones = capabilities?.zones ?? [];
  const sends = ['armed', 'running', 'paused'].includes(app.session()?.view.state.value ?? '');
  const levels = app.session()?.view.levels.value ?? {};
  const figures = zones.map((zone) => {
    const { told = null, measured = null } = levels[zone.id] ?? {};
    const said = told === null ? '–' : levelWords(told, zone.unit);
    if (measured === null)
      return `${zoneName(zone)}: ${said} (${t(told !== null ? 'levelTold' : sends ? 'levelNotSent' : 'levelNotKnown')}).`;
    return `${zoneName(zone)}: ${said} (${measuredWords(measured, levelWords(measured.value, zone.unit))}).`;
  });
  const session = app.session();
  if (session === null || capabilities === undefined) return figures;
  const speed = session.view.speedKmh.value;
  return [
    ...figures,
    ...(showsTemperature(session, capabilities) ? [readTemperature(app)] : []),
    ...(speed !== null && showsSpeed(session, capabilities)
      ? [`${t('sessionSpeed')}: ${measuredWords(speed, levelWords(speed.value, 'km/h'))}.`]
      : []),
  ];
}

function readTemperature(app: DeviceRig): string {
  const { told = null, measured = null } = app.session()?.view.temperatureC.value ?? {};
  const set = told === null ? '–' : t('temperatureSet', temperature(told));
  return `${t('readTemperature')}: ${set}${measured === null ? '' : ` (${measuredWords(measured, temperature(measured.value))})`}.`;
}

function measuredWords({ oldS }: Figure, words: string): string {
  return oldS === null ? t('levelMeasured', words) : t('levelMeasuredOld', words, duration(oldS));
}
