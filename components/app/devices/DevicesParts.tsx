import { type MessageKey, t } from '../../../lib/i18n';

const PARTS: readonly { readonly part: string | null; readonly label: MessageKey }[] = [
  { part: null, label: 'devicesYours' },
  { part: 'timer', label: 'guidedTitle' },
  { part: 'profiles', label: 'profilesTitle' },
];

/** Links to the sections of the Devices screen, each with its own address. */
export function DevicesParts({ part }: { readonly part: string | null }) {
  const shown = PARTS.find((one) => one.part === part)?.part ?? null;
  return (
    <nav class="parts" aria-label={t('devicesParts')}>
      {PARTS.map((one) => (
        <a
          key={one.label}
          href={one.part === null ? '#devices' : `#devices/${one.part}`}
          {...(one.part === shown ? { 'aria-current': 'page' as const } : {})}
        >
          {t(one.label)}
        </a>
      ))}
    </nav>
  );
}
