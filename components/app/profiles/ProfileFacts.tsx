import { toHex } from '../../../lib/devices/inspector/hex';
import { dryRun, isSensorProfile, type Profile } from '../../../lib/devices/profile';
import { type MessageKey, plural, t } from '../../../lib/i18n';
import { temperature as temperatureWords } from '../../../lib/i18n/units';
import { Notice } from '../../Notice';
import { levelWords, zoneName } from '../../session/words';
import { verifiedWords } from '../devices/driver-words';
import { classWords } from './class-words';

const ENDS: Readonly<Record<NonNullable<Profile['endsByItself']>, MessageKey>> = {
  no: 'profileEndsNo',
  timer: 'profileEndsTimer',
  'longest-run': 'profileEndsLongestRun',
};

/** What the device can be told at most, one sentence for each control. */
function listLimits({ zones = [], temperature, timer }: Profile): string[] {
  const levels = zones.map((zone) =>
    zone.range === undefined
      ? t('profileNoLevels', zoneName(zone))
      : t('profileRange', zoneName(zone), levelWords(zone.range.min, zone.unit), levelWords(zone.range.max, zone.unit)),
  );
  return [
    ...levels,
    ...(temperature === undefined
      ? []
      : [t('profileRange', t('readTemperature'), temperatureWords(temperature.range.min), temperatureWords(temperature.range.max))]),
    ...(timer === undefined ? [] : [t('profileTimer', plural('minutes', Math.floor(timer.range.max / 60)))]),
  ];
}

/** What is written to a sensor without a click: its set-up. */
function listWritten(profile: Profile): readonly string[] {
  const [setUp] = dryRun(profile, [{ kind: 'set-up' }]);
  return setUp?.ok ? setUp.steps.flatMap((step) => (step.kind === 'write' ? [toHex(step.bytes)] : [])) : [];
}

/** A profile's own description, before it is stored: what it controls, its limits, and whether it ends by itself. */
export function ProfileFacts({ profile }: { readonly profile: Profile }) {
  const sensor = isSensorProfile(profile);
  const written = sensor ? listWritten(profile) : [];
  return (
    <>
      <dl class="facts">
        <dt>{t('profileName')}</dt>
        <dd>{profile.name}</dd>
        <dt>{t('profileMakers')}</dt>
        <dd>{profile.makers.join(t('listComma'))}</dd>
        <dt>{t(sensor ? 'profileSensorClass' : 'profileClass')}</dt>
        <dd>{classWords(profile.class)}</dd>
        {sensor ? (
          <>
            <dt>{t('profileLimits')}</dt>
            <dd>{t('profileOnlyRead')}</dd>
            <dt>{t('profileWrites')}</dt>
            <dd>
              {written.length === 0 ? t('profileWritesNothing') : null}
              {written.map((bytes, index) => (
                <p key={index}>
                  <code data-written>{bytes}</code>
                </p>
              ))}
            </dd>
          </>
        ) : (
          <>
            <dt>{t('profileLimits')}</dt>
            <dd>
              {listLimits(profile).map((limit) => (
                <p key={limit}>{limit}</p>
              ))}
            </dd>
            <dt>{t('profileEnds')}</dt>
            <dd>{t(ENDS[profile.endsByItself ?? 'no'])}</dd>
          </>
        )}
        <dt>{t('deviceTried')}</dt>
        <dd>{verifiedWords(profile.verified)}</dd>
        <dt>{t('gadgetSource')}</dt>
        <dd>{profile.source}</dd>
        {(profile.notes ?? []).length > 0 && (
          <>
            <dt>{t('profileNotes')}</dt>
            <dd>
              {(profile.notes ?? []).map((note) => (
                <p key={note}>{note}</p>
              ))}
            </dd>
          </>
        )}
      </dl>
      {!sensor && profile.stop === undefined && <Notice kind="warn" what={t('profileNoStop')} todo={t('profileNoStopTodo')} />}
      {profile.stop !== undefined && profile.endsByItself === 'no' && <Notice what={t('runsOnWarning')} todo={t('runsOnTodo')} />}
    </>
  );
}
