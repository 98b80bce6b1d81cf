import type { HandWrites } from '../../../lib/devices/inspector/hand-writes';
import type { InspectedCharacteristic } from '../../../lib/devices/inspector/inspected';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import { shortUuid } from '../../../lib/devices/inspector/uuid-input';
import { propertyWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { WriteForm } from './WriteForm';

interface CharacteristicRowProps {
  readonly characteristic: InspectedCharacteristic;
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly writing: boolean;
}

/** One characteristic: its properties, and a button for each possible action. */
export function CharacteristicRow({ characteristic, inspector, hand, writing }: CharacteristicRowProps) {
  const { key, uuid, name, properties } = characteristic;
  const short = shortUuid(uuid);
  const ready = inspector.state.value === 'ready';
  const subscribed = inspector.subscribed.value.has(key);
  return (
    <li class="characteristic" data-characteristic={short}>
      <div>
        <div>
          <span class="mono">{short}</span> {name}
        </div>
        <small>{propertyWords(properties)}</small>
      </div>
      <div class="row">
        {properties.read && (
          <button
            type="button"
            class="quiet"
            disabled={!ready}
            aria-label={t('inspectorReadName', name ?? short)}
            onClick={() => void inspector.read(key)}
          >
            {t('inspectorRead')}
          </button>
        )}
        {(properties.notify || properties.indicate) && (
          <button
            type="button"
            class="quiet"
            disabled={!ready}
            aria-label={t(subscribed ? 'inspectorUnsubscribeName' : 'inspectorSubscribeName', name ?? short)}
            onClick={() => void (subscribed ? inspector.unsubscribe(key) : inspector.subscribe(key))}
          >
            {t(subscribed ? 'inspectorUnsubscribe' : 'inspectorSubscribe')}
          </button>
        )}
      </div>
      {writing && (properties.write || properties.writeWithoutResponse) && (
        <WriteForm name={name ?? short} ready={ready} write={(bytes) => void hand.write(key, bytes)} />
      )}
    </li>
  );
}
