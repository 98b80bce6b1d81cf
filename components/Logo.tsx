/** The product's logo, as in public/icon/rebound.svg, in the accent colour of its surface. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" fill="none" aria-hidden="true">
      <rect width="128" height="128" rx="32" fill="var(--accent)" />
      <path
        d="M18 72H29C43 72 43 102 54 102C67 102 67 26 81 26C92 26 90 52 102 52H110"
        stroke="var(--on-accent)"
        stroke-width="12"
        stroke-linecap="round"
      />
    </svg>
  );
}
