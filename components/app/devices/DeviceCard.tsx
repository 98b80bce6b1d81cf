import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConformanceTests } from '../../../lib/devices/links/conformance-tests';
import type { ScreenDevice } from '../../../lib/devices/links/device-list';
import { toPairable } from '../../../lib/devices/links/pairable';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { movesUnasked } from '../../../lib/devices/remote/device-state';
import type { CommandOutcome } from '../../../lib/devices/remote/schema';
import type { SessionParts } from '../../../lib/devices/session/start-session';
import { deviceAdvice, kindWords, outcomeWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { openDialog } from '../Dialog';
import { Conformance } from './Conformance';
import { DeviceDetails } from './DeviceDetails';
import { DeviceSession } from './DeviceSession';
import { DeviceStateLine } from './DeviceState';
import { DriverSecrets } from './DriverSecrets';
import { refusalWords } from './driver-words';
import { ForgetDialog } from './ForgetDialog';
import { KindIcon } from './KindIcon';
import { LiveReadings } from './LiveReadings';

interface DeviceCardProps {
  readonly device: ScreenDevice;
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly tests: ConformanceTests;
  readonly able: boolean;
  /** Another surface asked for it: it is scrolled to, with the focus. */
  readonly sought: boolean;
}

/** One device: its kind, state, battery, current readings, and actions. */
export function DeviceCard({ device, devices, sessions, tests, able, sought }: DeviceCardProps) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!sought) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
    // Whoever asks for it wants to start: the set-up is ready for that click.
    sessions.deviceSessions.dismissPlainEnd(device.id);
  }, [sought]);
  const forgetting = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<CommandOutcome>('accepted');
  /** It took the last stop that was pressed here. */
  const [took, setTook] = useState(false);
  const { id, name, kind, row, live, state, linked } = device;
  const driverKind = devices.findDriverKind(id);
  const anyKind = driverKind ?? devices.findAnyKind(id);
  // Once the driver works with them, they are only a detail.
  const lacking = driverKind?.secrets.some((secret) => row?.secrets?.[secret] === undefined || live?.refusal) ?? false;
  const refusal = live?.refusal ? refusalWords(live.refusal, driverKind?.testable === true) : null;
  // A lost link is connected again without anybody; a browser that is silent needs a person.
  const forPerson = state === 'failed' || live?.fault === 'browser-silent';
  const fault = refusal === null && forPerson && live?.fault ? deviceAdvice(toPairable(kind), live.fault) : null;
  const problem = outcomeWords(outcome);
  const controlled = linked ? devices.controlled(id) : null;
  // A running session has its own Stop.
  const running = sessions.deviceSessions.sessions.value.get(id)?.live === true;
  const { marks } = sessions.deviceSessions;
  const tested = marks.watched.value.has(id);
  const act = (work: () => Promise<CommandOutcome>) => {
    setTook(false);
    void work().then(setOutcome, (error: unknown) => {
      console.error('device', error);
      setOutcome('failed');
    });
  };
  const stop = async () => {
    const answer = await devices.stop(id);
    setTook(answer === 'accepted');
    return answer;
  };
  return (
    <li class="card stack device" ref={card} tabIndex={-1} data-device={name} data-state={state}>
      <div class="head">
        <KindIcon kind={kind} />
        <div>
          <h2>{name}</h2>
          <div class="row about">
            <small>{anyKind?.name ?? kindWords({ kind, class: row?.class ?? 'unknown' })}</small>
            {controlled?.demo && <span class="chip demo">{t('demoChip')}</span>}
          </div>
        </div>
        <DeviceStateLine state={state} batteryPct={device.batteryPct} />
      </div>
      {linked && live !== null && !(kind === 'recovery' && live.readings.length === 0) && <LiveReadings live={live} />}
      {controlled?.driver.telemetry.value.needsPress === true && <Notice kind="warn" what={t('conformPress')} live />}
      {controlled !== null && refusal === null && <DeviceSession device={controlled} sessions={sessions} />}
      {live !== null && movesUnasked(live, sessions.deviceSessions) && <Notice kind="warn" what={t('unaskedRun')} live />}
      {refusal !== null && <Notice kind="warn" what={refusal.what} todo={refusal.todo} live />}
      {fault !== null && <Notice kind="warn" what={fault.what} todo={fault.todo} live />}
      {problem !== null && <Notice kind="warn" what={problem} live />}
      {took && !running && (
        <p class="muted" role="status">
          {t('deviceTookStop')}
        </p>
      )}
      <div class="row">
        {live?.stops && !running && (
          <button type="button" class={tested ? 'stop large' : 'stop'} aria-label={t('deviceStopName', name)} onClick={() => act(stop)}>
            {t('deviceStop')}
          </button>
        )}
        {linked ? (
          <button
            type="button"
            class="quiet"
            aria-label={t(running ? 'deviceStopDisconnectName' : 'deviceDisconnectName', name)}
            onClick={() => act(async () => devices.disconnect(id))}
          >
            {t(running ? 'deviceStopDisconnect' : 'deviceDisconnect')}
          </button>
        ) : (
          <button
            type="button"
            class="quiet"
            disabled={!able}
            aria-label={t('deviceConnectName', name)}
            onClick={() => act(() => devices.connect(id, true))}
          >
            {t('deviceConnect')}
          </button>
        )}
      </div>
      {driverKind !== null && lacking && row !== null && (
        <DriverSecrets driverKind={driverKind} row={row} save={(secrets) => devices.giveSecrets(id, secrets)} />
      )}
      {driverKind?.testable === true && <Conformance id={id} name={name} devices={devices} tests={tests} linked={linked} />}
      {row !== null && (
        <DeviceDetails
          row={row}
          driverKind={anyKind}
          lacking={lacking}
          linked={linked}
          devices={devices}
          forget={() => openDialog(forgetting)}
        />
      )}
      <ForgetDialog
        dialog={forgetting}
        name={name}
        runs={running ? 'session' : marks.all.value.has(id) ? 'left' : null}
        forget={() => act(() => devices.forget(id))}
      />
    </li>
  );
}
