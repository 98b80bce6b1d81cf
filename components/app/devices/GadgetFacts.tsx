import type { GadgetKind } from '../../../lib/devices/driver';
import { t } from '../../../lib/i18n';
import { verifiedWords } from './gadget-words';

/** A device's driver, how well it is verified, and its source. */
export function GadgetFacts({ gadget }: { readonly gadget: GadgetKind }) {
  return (
    <dl class="facts">
      <dt>{t('gadgetDriven')}</dt>
      <dd>{gadget.name}</dd>
      <dt>{t('deviceTried')}</dt>
      <dd data-verified={gadget.verified}>
        {verifiedWords(gadget.verified)} {gadget.experimental && t('gadgetExperimental')}
      </dd>
      <dt>{t('gadgetSource')}</dt>
      <dd>{gadget.source}</dd>
    </dl>
  );
}
