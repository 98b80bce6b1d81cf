import { headline, reason } from '../lib/i18n/words/verdict-words';
import type { ShownReadiness } from '../lib/readiness';
import { VerdictMark } from './VerdictMark';

/** Verdict and main reason. `large` on Today, small in the popup. */
export function VerdictLine({ readiness, large = false }: { readiness: ShownReadiness; large?: boolean }) {
  return (
    <div class="verdict" data-verdict={readiness.verdict} data-rule={readiness.rule}>
      <VerdictMark verdict={readiness.verdict} share={readiness.learned / readiness.needed} />
      <div class="stack tight">
        <h1 style={large ? undefined : { fontSize: '21px' }} data-headline>
          {headline(readiness)}
        </h1>
        <p class={large ? undefined : 'muted'}>{reason(readiness)}</p>
      </div>
    </div>
  );
}
