import { Check, ClipboardCopy, Minus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { breachBytes, breachWords } from '../../../lib/devices/conformance-words';
import type { ConformanceReport, Finding } from '../../../lib/devices/drivers/open-recovery';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { countFindings, countsWords, endedWords, reportText, requirementWords, resultWords, skipWords } from './conformance-words';

interface ConformanceResultProps {
  readonly name: string;
  readonly report: ConformanceReport;
}

const ICONS = { passed: Check, failed: X, skipped: Minus } as const;

/** What the conformance test found: failures first, with what was seen; the rest folded. */
export function ConformanceResult({ name, report }: ConformanceResultProps) {
  const [said, setSaid] = useState<'conformCopied' | 'conformCopyFailed' | null>(null);
  const ended = endedWords(report.ended);
  const copy = () =>
    navigator.clipboard.writeText(reportText(name, report)).then(
      () => setSaid('conformCopied'),
      () => setSaid('conformCopyFailed'),
    );
  const of = (outcome: Finding['outcome']) => report.findings.filter((one) => one.outcome === outcome);
  return (
    <div class="stack" data-result={report.ended}>
      {report.atRest === false && (
        <div class="not-at-rest">
          <Notice kind="warn" what={t('conformNotAtRest')} todo={t('conformNotAtRestTodo')} live />
        </div>
      )}
      {ended !== null && <Notice kind="warn" what={ended.what} todo={ended.todo} live />}
      <div class="conform-result" role="status" data-verdict={countFindings(report, 'failed') === 0 ? 'good' : 'bad'}>
        <p>
          <strong>{resultWords(report)}</strong>
        </p>
        <p class="muted">{countsWords(report)}</p>
      </div>
      {report.described?.feature.minor === 0 && <p class="muted">{t('conformOld')}</p>}
      <Findings findings={of('failed')} />
      <Folded title={t('conformSkippedTitle', countFindings(report, 'skipped'))} findings={of('skipped')} />
      <Folded title={t('conformPassedTitle', countFindings(report, 'passed'))} findings={of('passed')} />
      <div class="row">
        <button type="button" class="quiet" onClick={() => void copy()}>
          <ClipboardCopy size={16} aria-hidden="true" />
          {t('conformCopy')}
        </button>
        {said !== null && <span role="status">{t(said)}</span>}
      </div>
    </div>
  );
}

function Folded({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Findings findings={findings} />
    </details>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} />
      ))}
    </ul>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const Icon = ICONS[finding.outcome];
  return (
    <li data-finding={finding.id} data-outcome={finding.outcome}>
      <Icon size={18} aria-hidden="true" />
      <div class="stack tight">
        <p>
          <strong>{finding.id}</strong> {requirementWords(finding.id)}
        </p>
        {finding.outcome === 'failed' && <BreachText finding={finding} />}
        {finding.outcome === 'skipped' && <small>{skipWords(finding.because)}</small>}
      </div>
    </li>
  );
}

function BreachText({ finding: { saw } }: { readonly finding: Extract<Finding, { outcome: 'failed' }> }) {
  const given = breachBytes(saw);
  return (
    <>
      <p class="seen">{breachWords(saw)}</p>
      {given !== null && (
        <p class="mono">
          {given.bytes.map((byte, at) => (at >= given.from && at < given.to ? <mark key={at}>{byte}</mark> : <span key={at}>{byte}</span>))}
        </p>
      )}
    </>
  );
}
