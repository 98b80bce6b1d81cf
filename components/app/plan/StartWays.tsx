import { Play, Timer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { CATALOGUE, isTimed } from '../../../lib/catalogue';
import { toPairable } from '../../../lib/devices/links/pairable';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import type { CommandOutcome } from '../../../lib/devices/remote/schema';
import { deviceAdvice, outcomeWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import type { PlanItem } from '../../../lib/planner';

interface StartWaysProps {
  readonly item: PlanItem;
  readonly devices: DeviceRegistry;
  readonly owned: boolean;
  /** Whether the device's session is open below the item. */
  readonly open: boolean;
  readonly show: (open: boolean) => void;
}

/** The ways to carry out an item: on a connected device, or with the guided timer. Nothing moves before the user presses Start there. */
export function StartWays({ item, devices, owned, open, show }: StartWaysProps) {
  const [outcome, setOutcome] = useState<CommandOutcome>('accepted');
  if (item.device !== null && owned) {
    const { device } = item;
    const row = devices.known.value?.find(({ id }) => id === device);
    const called = row?.nickname ?? row?.name ?? device;
    const live = devices.live.value.find(({ id }) => id === device) ?? null;
    const linked = devices.linked(device);
    const fault = live?.state === 'failed' && live.fault ? (deviceAdvice(toPairable(live.kind), live.fault)?.what ?? null) : null;
    const problem = outcomeWords(outcome) ?? fault;
    const connect = () =>
      void devices.connect(device, true).then(
        (now) => {
          setOutcome(now);
          if (now === 'accepted') show(true);
        },
        (error: unknown) => {
          console.error('device', error);
          setOutcome('failed');
        },
      );
    return (
      <>
        <button
          type="button"
          class="small"
          data-start-device={device}
          aria-expanded={open && linked}
          onClick={linked ? () => show(!open) : connect}
        >
          <Play size={16} aria-hidden="true" />
          {t(linked ? 'planStartOn' : 'planConnectFirst', called)}
        </button>
        {problem !== null && <small role="alert">{problem}</small>}
      </>
    );
  }
  return <TimerLink item={item} />;
}

/** A link to the guided timer or the pacer, set to the item; nothing for items without a timer. */
export function TimerLink({ item }: { readonly item: PlanItem }) {
  if (!isTimed(item.modality)) return null;
  const place = CATALOGUE[item.modality].timer === 'pacer' ? 'breathe' : 'devices/timer';
  return (
    <a
      class="button quiet small"
      href={`#${place}/${encodeURIComponent(item.id)}`}
      data-start-timer
      aria-label={t('planStartTimerName', modalityText(item.modality))}
    >
      <Timer size={16} aria-hidden="true" />
      {t('planStartTimer')}
    </a>
  );
}
