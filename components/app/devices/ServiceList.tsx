import type { HandWrites } from '../../../lib/devices/inspector/hand-writes';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import { shortUuid } from '../../../lib/devices/inspector/uuid-input';
import { CharacteristicRow } from './CharacteristicRow';

interface ServiceListProps {
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly writing: boolean;
}

/** Services and their characteristics. */
export function ServiceList({ inspector, hand, writing }: ServiceListProps) {
  return (
    <ul class="services">
      {inspector.services.value.map(({ key, nth, uuid, name, characteristics }) => (
        <li key={key}>
          <h3>
            <span class="mono">{shortUuid(uuid)}</span> {name !== null && <span class="muted">{name}</span>}
            {nth !== null && <span class="muted"> #{nth}</span>}
          </h3>
          <ul>
            {characteristics.map((characteristic) => (
              <CharacteristicRow
                key={characteristic.key}
                characteristic={characteristic}
                inspector={inspector}
                hand={hand}
                writing={writing}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
