import { breachBytes, breachWords } from '../../../lib/devices/conformance-words';
import type { ConformanceReport, ConformanceStep, Finding, RequirementId, SkipReason } from '../../../lib/devices/drivers/open-recovery';
import { type MessageKey, plural, t } from '../../../lib/i18n';

const REQUIREMENTS: Readonly<Record<RequirementId, MessageKey>> = {
  'D-1': 'conformD1',
  'D-2': 'conformD2',
  'D-3': 'conformD3',
  'D-4': 'conformD4',
  'C-1': 'conformC1',
  'C-2': 'conformC2',
  'C-3': 'conformC3',
  'C-4': 'conformC4',
  'C-5': 'conformC5',
  'C-6': 'conformC6',
  'C-7': 'conformC7',
  'C-8': 'conformC8',
  'C-9': 'conformC9',
  'C-10': 'conformC10',
  'C-11': 'conformC11',
  'C-12': 'conformC12',
  'M-1': 'conformM1',
  'M-2': 'conformM2',
  'M-3': 'conformM3',
  'M-4': 'conformM4',
  'M-5': 'conformM5',
  'M-6': 'conformM6',
  'N-1': 'conformN1',
  'N-2': 'conformN2',
  'N-3': 'conformN3',
  'N-4': 'conformN4',
  'P-1': 'conformP1',
  'P-2': 'conformP2',
  'P-3': 'conformP3',
  'S-1': 'conformS1',
  'S-2': 'conformS2',
  'S-3': 'conformS3',
  'S-4': 'conformS4',
  'S-5': 'conformS5',
  'T-1': 'conformT1',
  'T-2': 'conformT2',
  'T-3': 'conformT3',
  'T-4': 'conformT4',
  'T-5': 'conformT5',
  'T-6': 'conformT6',
  'W-1': 'conformW1',
  'W-2': 'conformW2',
  'W-3': 'conformW3',
};

/** A requirement of docs/open-recovery-profile.md in one line. */
export function requirementWords(id: RequirementId): string {
  return t(REQUIREMENTS[id]);
}

const STEPS: Readonly<Record<ConformanceStep, MessageKey>> = {
  describe: 'conformStepDescribe',
  refuse: 'conformStepRefuse',
  press: 'conformStepPress',
  idle: 'conformStepIdle',
  stop: 'conformStepStop',
  zones: 'conformStepZones',
  timer: 'conformStepTimer',
  pause: 'conformStepPause',
  watchdog: 'conformStepWatchdog',
  release: 'conformStepRelease',
};

export function partWords(step: ConformanceStep): string {
  return t(STEPS[step]);
}

const SKIPS: Readonly<Record<SkipReason, MessageKey>> = {
  'not-reached': 'conformSkipNotReached',
  'failed-before': 'conformSkipFailedBefore',
  'not-featured': 'conformSkipNotFeatured',
  'no-room': 'conformSkipNoRoom',
  newer: 'conformSkipNewer',
};

export function skipWords(because: SkipReason): string {
  return t(SKIPS[because]);
}

const ENDS: Readonly<Record<Exclude<ConformanceReport['ended'], 'complete'>, readonly [what: MessageKey, todo: MessageKey]>> = {
  stopped: ['conformEndedStopped', 'conformEndedStoppedTodo'],
  'link-lost': ['conformEndedLinkLost', 'conformEndedLinkLostTodo'],
  'not-idle': ['conformEndedNotIdle', 'conformEndedNotIdleTodo'],
  unsafe: ['conformEndedUnsafe', 'conformEndedUnsafeTodo'],
  person: ['conformEndedPerson', 'conformEndedPersonTodo'],
  fault: ['conformEndedFault', 'conformEndedFaultTodo'],
};

/** Why the test ended early; null when it did not. */
export function endedWords(ended: ConformanceReport['ended']): { readonly what: string; readonly todo: string } | null {
  if (ended === 'complete') return null;
  const [what, todo] = ENDS[ended];
  return { what: t(what), todo: t(todo) };
}

export function countFindings({ findings }: ConformanceReport, outcome: Finding['outcome']): number {
  return findings.filter((one) => one.outcome === outcome).length;
}

/** The result in one sentence. */
export function resultWords(report: ConformanceReport): string {
  const failed = countFindings(report, 'failed');
  if (failed > 0) return plural('conformBad', failed);
  if (countFindings(report, 'passed') === 0) return t('conformGoodNone');
  return t(report.ended === 'complete' ? 'conformGood' : 'conformGoodSome', versionWords(report));
}

/** As plain text, for whoever builds the device. */
export function reportText(name: string, report: ConformanceReport): string {
  const lines = [t('conformReportTitle', name, versionWords(report))];
  if (report.described !== null) {
    const { class: kind, minor, zones, watchdogS, timerMinS, timerMaxS, restMs } = report.described.feature;
    lines.push(t('conformReportDevice', kind, minor, zones, watchdogS, timerMinS, timerMaxS, restMs));
  }
  const ended = endedWords(report.ended);
  if (ended !== null) lines.push(`${ended.what} ${ended.todo}`);
  lines.push(resultWords(report), countsWords(report), '');
  for (const finding of report.findings) lines.push(...findingLines(finding));
  return `${lines.join('\n')}\n`;
}

export function countsWords(report: ConformanceReport): string {
  return t('conformCounts', countFindings(report, 'passed'), countFindings(report, 'failed'), countFindings(report, 'skipped'));
}

function versionWords({ described }: ConformanceReport): string {
  return described?.feature.minor === 0 ? '1.0' : '1.1';
}

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

function findingLines(finding: Finding): string[] {
  const first = `${MARKS[finding.outcome]} ${finding.id} ${requirementWords(finding.id)}`;
  if (finding.outcome === 'passed') return [first];
  if (finding.outcome === 'skipped') return [first, `    ${skipWords(finding.because)}`];
  const bytes = breachBytes(finding.saw);
  return [first, `    ${breachWords(finding.saw)}`, ...(bytes === null ? [] : [`    ${t('conformBytes')} ${bytes.bytes.join(' ')}`])];
}
