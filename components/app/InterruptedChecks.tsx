import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../lib/browser/messages';
import { type Interrupted, keepInterrupted, settleRecordings } from '../../lib/check/recover';
import { number, plural, t, timeOfDay } from '../../lib/i18n';
import { discardRecording, type ReboundDatabase } from '../../lib/storage';
import { Notice } from '../Notice';

/** Checks that were interrupted when their tab closed: offered once, when the app opens again. Only the owner of the journal shows this. */
export function InterruptedChecks({ db }: { db: ReboundDatabase }) {
  const [found, setFound] = useState<readonly Interrupted[]>([]);
  useEffect(() => {
    settleRecordings(db)
      .then(({ kept, interrupted }) => {
        setFound(interrupted);
        if (kept.length > 0) return ask('checks-changed', {});
        return null;
      })
      .catch((error: unknown) => console.error('interrupted checks', error));
  }, [db]);

  const end = async (one: Interrupted, keep: boolean) => {
    if (keep) {
      await keepInterrupted(db, one.recording);
      await ask('checks-changed', {});
    } else {
      await discardRecording(db, one.recording.id);
    }
    setFound((all) => all.filter((other) => other !== one));
  };

  return found.map((one) => {
    const { startedAtMs, timeZone, sensor } = one.recording;
    const where = sensor?.name ?? t('extName');
    return (
      <Notice
        key={one.recording.id}
        kind="warn"
        what={t('interruptedTitle')}
        todo={t(
          'interruptedText',
          where,
          timeOfDay(startedAtMs, timeZone),
          plural('beatsCount', one.beats),
          t('secondsCount', number(one.countedS)),
        )}
      >
        <div class="row">
          <button type="button" onClick={() => void end(one, true)}>
            {t('interruptedKeep')}
          </button>
          <button type="button" class="quiet" onClick={() => void end(one, false)}>
            {t('interruptedDiscard')}
          </button>
        </div>
      </Notice>
    );
  });
}
