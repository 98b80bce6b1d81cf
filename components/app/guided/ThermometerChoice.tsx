import type { Thermometer } from '../../../lib/devices/guided/guided-sessions';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { number, t } from '../../../lib/i18n';
import { temperature } from '../../../lib/i18n/units';
import { Choices } from '../Choices';

interface ThermometerChoiceProps {
  readonly devices: DeviceRegistry;
  readonly thermometers: readonly Thermometer[];
  readonly where: 'cold' | 'heat';
  readonly value: string | null;
  readonly choose: (id: string | null) => void;
}

const NONE = '';

/** The choice of a connected thermometer, or none; if none is connected, a link to pair one. */
export function ThermometerChoice({ devices, thermometers, where, value, choose }: ThermometerChoiceProps) {
  if (thermometers.length === 0) {
    return (
      <p class="muted" data-thermometer="none">
        {t('thermometerNone')} <a href="#devices">{t('thermometerPair')}</a>
      </p>
    );
  }
  const findName = ({ device: id, probe }: Thermometer) => {
    const live = devices.live.value.find((device) => device.id === id);
    const name = (live && devices.findName(live)) ?? id;
    return probe === null ? name : t('thermometerProbe', name, number(probe));
  };
  return (
    <Choices
      legend={t('thermometer')}
      name="thermometer"
      options={[
        ...thermometers.map((one) => ({
          value: one.id,
          label: one.celsius === null ? findName(one) : t('thermometerSays', findName(one), temperature(one.celsius)),
        })),
        { value: NONE, label: t('thermometerWithout') },
      ]}
      value={value ?? NONE}
      choose={(id) => choose(id === NONE ? null : id)}
      hint={t(where === 'cold' ? 'thermometerCold' : 'thermometerHeat')}
    />
  );
}
