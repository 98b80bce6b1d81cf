import { Wind } from 'lucide-preact';
import { t } from '../../../lib/i18n';
import './breathe.css';

/** A link to slow breathing, from places where it may help. */
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
