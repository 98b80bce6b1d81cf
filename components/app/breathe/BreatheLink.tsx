import { Wind } from 'lucide-preact';
import { t } from '../../../lib/i18n';
import './breathe.css';

/** The way to slow breathing, from where one may want it. */
export function BreatheLink() {
  return (
    <a class="card breathe-link" href="#breathe">
      <Wind size={22} aria-hidden="true" />
      <span>
        <strong>{t('breatheTitle')}</strong>
        <br />
        <small>{t('breatheLinkText')}</small>
      </span>
    </a>
  );
}
