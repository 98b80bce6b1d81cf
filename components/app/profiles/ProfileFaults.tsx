import type { ProfileFault } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { expectedWords, faultPlaceWords, profileFaultWords } from './fault-words';

/** What is wrong with a profile, each fault with its place. */
export function ProfileFaults({ faults }: { readonly faults: readonly ProfileFault[] }) {
  return (
    <ol class="faults">
      {faults.map((fault, index) => {
        const [place, expected] = [faultPlaceWords(fault), expectedWords(fault)];
        return (
          <li key={index} data-fault={fault.code} data-path={fault.path} data-line={fault.at?.line}>
            {place !== null && <span class="muted">{place}</span>} <code>{fault.path === '' ? t('faultFile') : fault.path}</code>{' '}
            {profileFaultWords(fault)}
            {expected !== '' && <small> {expected}</small>}
          </li>
        );
      })}
    </ol>
  );
}
