import { unrestReports, unrestWords } from '../../components/running/unrest-words';
import { deviceFaultWords, doingWords, excessWords, withoutLinkWords } from '../../components/session/words';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { SessionRunner } from '../../lib/devices/session/runner';
import { t } from '../../lib/i18n';

/** What the bar says of one device, in sentences of the product. */
export function readBar({ name, unrest, session, leftRunning, unasked }: DetailedState): string[] {
  return [
    ...(unrest === null ? [] : [t('unrestWhat', name ?? t('leftRunningUnnamed'))]),
    ...(unrest?.refused ? [unrestWords(unrest.refused)] : []),
    ...(unrest === null ? [] : unrestReports(unrest.reports).map((report) => `${report}.`)),
    ...(session === null ? [] : [`${name ?? t('leftRunningUnnamed')}: ${toSentence(doingWords(session.doing))}`]),
    ...(unasked ? [`${name ?? t('leftRunningUnnamed')}: ${t('unaskedRun')}`] : []),
    ...(leftRunning === null || unrest !== null
      ? []
      : [t(leftRunning === 'closed' ? 'leftRunningClosed' : 'leftRunningGivenUp', name ?? t('leftRunningUnnamed')), t('leftRunningTodo')]),
  ];
}

/** What the view of a session says beside what it does now and its levels. */
export function readNotices({ view }: SessionRunner): string[] {
  const without = view.withoutLink.value;
  const fault = view.fault.value;
  const excess = view.excess.value;
  return [
    ...(view.stopWaits.value ? [t('sessionStopWaits'), t('sessionStopWaitsTodo')] : []),
    ...(without === null ? [] : [t('sessionLinkLost'), withoutLinkWords(without)]),
    ...(fault === null || (without !== null && fault !== 'rest-not-seen')
      ? []
      : Object.values(deviceFaultWords(fault, view.deviceFault.value))),
    ...(excess === null ? [] : [excessWords(excess)]),
    ...(view.doing.value === 'rest-not-reported' ? [t('sessionRestNotReported'), t('sessionRestNotReportedTodo')] : []),
    ...(view.doing.value === 'unheard' ? [t('sessionUnheard'), t('sessionUnheardTodo')] : []),
    ...(view.asks.value ? [t('sessionAsks')] : []),
    ...(view.recordFailed.value ? [t('recordFailed')] : []),
  ];
}

function toSentence(words: string): string {
  return /[.?!…]$/.test(words) ? words : `${words}.`;
}
