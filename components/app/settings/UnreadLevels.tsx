import { t } from '../../../lib/i18n';
import { ANY_DEVICE, forgetUnreadLevels, knownDevices, type ReboundDatabase, type Settings } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';

/** Usual levels of devices that could not be read, with the two ways to resolve it. Shows nothing when there are none. */
export function UnreadLevels({ db, settings }: { readonly db: ReboundDatabase; readonly settings: Settings }) {
  const unread = settings.askAgain.usualLevels;
  const devices = useLive(() => knownDevices(db), [db]);
  if (devices instanceof Error) return <LoadFailed error={devices} />;
  if (unread.length === 0 || devices === undefined) return null;
  const findName = (id: string) => {
    const device = devices.find((one) => one.id === id);
    return device?.nickname ?? device?.name ?? id;
  };
  const what = unread.includes(ANY_DEVICE) ? t('usualUnreadAll') : t('usualUnreadDevices', unread.map(findName).join(t('listComma')));
  return (
    <section class="card stack tight" data-unread-levels>
      <h2>{t('usualUnreadTitle')}</h2>
      <Notice kind="warn" what={what} todo={t('usualUnreadTodo')}>
        <button type="button" onClick={() => void forgetUnreadLevels(db)}>
          {t('usualUnreadLeave')}
        </button>
      </Notice>
    </section>
  );
}
