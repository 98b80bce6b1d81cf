import type { Verdict } from '../lib/readiness';

/** The verdict as a shape, so that it is recognisable without colour: up, level, down, pause; while learning, a ring that fills. */
export function VerdictMark({ verdict, share }: { verdict: Verdict; share: number }) {
  const circumference = 2 * Math.PI * 19;
  return (
    <svg
      viewBox="0 0 44 44"
      fill="none"
      stroke="currentColor"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <circle cx="22" cy="22" r="19" opacity=".25" />
      {verdict === 'push' && <path d="M13 26l9-10 9 10" />}
      {verdict === 'normal' && <path d="M13 22h18" />}
      {verdict === 'easy' && <path d="M13 18l9 10 9-10" />}
      {verdict === 'rest' && <path d="M17 15v14M27 15v14" />}
      {verdict === 'learning' && share > 0 && (
        <circle
          cx="22"
          cy="22"
          r="19"
          stroke-dasharray={`${circumference * Math.min(1, share)} ${circumference}`}
          transform="rotate(-90 22 22)"
        />
      )}
      {verdict === 'learning' && <path d="M22 15v8l5 3" stroke-width="3" />}
    </svg>
  );
}
