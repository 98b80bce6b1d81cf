import type { LegendItem } from './chart';

/** The shape of a legend's entry. */
export function LegendKey({ path, stroke, fill, width = 1.5, dash }: LegendItem) {
  const colour = (css: string | undefined) => (css === undefined ? 'none' : css.startsWith('--') ? `var(${css})` : css);
  return (
    <svg viewBox="-1 -1 14 14" width="14" height="14" aria-hidden="true">
      <path
        d={path}
        style={{
          stroke: colour(stroke),
          fill: colour(fill),
          strokeWidth: width,
          ...(dash === undefined ? {} : { strokeDasharray: dash.join(' ') }),
        }}
      />
    </svg>
  );
}

export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul class="legend">
      {items.map((item) => (
        <li key={item.label}>
          <LegendKey {...item} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
