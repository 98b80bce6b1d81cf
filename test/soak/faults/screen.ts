import { stopWords } from '../../../components/running/stop-words';
import { toDeviceStates } from '../../../lib/devices/remote/device-state';
import { EmergencyStop } from '../../../lib/devices/remote/emergency-stop';
import { mayBeRunning } from '../../../lib/devices/remote/may-be-running';
import { listRunning } from '../../../lib/devices/remote/running';
import type { CommandOutcome } from '../../../lib/devices/remote/schema';
import { outcomeWords, stateWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import type { DeviceRig } from '../../support/device-rig';
import { readBar, readNotices } from '../../support/device-screen';

/** The screen of the app tab, as words of the product, from what the views read. Every other surface shows the same devices. */
export interface Screen {
  /** Presses Escape. Resolves with how it was answered. */
  press(stopAll: () => Promise<CommandOutcome>, elsewhere: boolean): Promise<CommandOutcome>;
  /** What it says now, in sentences. */
  read(): string;
}

export function openScreen(app: DeviceRig): Screen {
  const states = () => toDeviceStates(app.registry, app.deviceSessions, () => app.sessions.clock.now());
  let emergency: EmergencyStop | null = null;
  let problem: string | null = null;
  return {
    async press(stopAll, elsewhere) {
      let outcome: CommandOutcome = 'failed';
      const sent = stopAll().then((answer) => {
        outcome = answer;
        return answer;
      });
      emergency = new EmergencyStop({
        running: () => listRunning(states(), []),
        stopAll: () => sent,
        ownsTimers: () => !elsewhere,
      });
      const ran = emergency.press();
      await sent;
      // With nothing that ran, the button of the device's card was pressed.
      if (!ran) problem = outcomeWords(outcome);
      return outcome;
    },
    read() {
      const shown = states();
      const session = app.session();
      emergency?.follow();
      if (!shown.some(mayBeRunning)) problem = null;
      const said = [
        ...shown.flatMap(readBar),
        ...(session === null ? [] : readNotices(session)),
        ...(emergency?.answer.value ? [stopWords(emergency.answer.value)] : []),
        ...(problem === null ? [] : [problem]),
        ...readLink(app),
      ];
      return said.join(' ');
    },
  };
}

function readLink({ registry, id }: DeviceRig): string[] {
  if (registry.choosing.value !== null) return [`${t('deviceChoosing')}.`];
  const live = registry.live.value.find((one) => one.id === id);
  return live === undefined ? [] : [`${stateWords(live.state)}.`];
}
