import type { Readiness } from '../lib/readiness';

/** The verdict as a shape, so that it can be told without colour: up, level, down, pause, and a ring that fills while learning. */
export function VerdictMark({ readiness }: { readiness: Readiness }) {
  const filled = (Math.min(readiness.learned, readiness.needed) / readiness.needed) * 119.4;
  return (
    <svg viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <circle cx="22" cy="22" r="19" opacity=".25" />
      {readiness.verdict === 'push' && <path d="M13 26l9-10 9 10" />}
      {readiness.verdict === 'normal' && <path d="M13 22h18" />}
      {readiness.verdict === 'easy' && <path d="M13 18l9 10 9-10" />}
      {readiness.verdict === 'rest' && <path d="M17 15v14M27 15v14" />}
      {readiness.verdict === 'learning' && readiness.learned > 0 && (
        <circle cx="22" cy="22" r="19" stroke-dasharray={`${filled} 119.4`} transform="rotate(-90 22 22)" />
      )}
      {readiness.verdict === 'learning' && <path d="M22 15v8l5 3" stroke-width="3" />}
    </svg>
  );
}
