import { t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import { REGIONS, type Region } from '../../lib/training';
import { BACK, type BodyShape, FRONT, HAND, HEAD } from './body-shapes';

interface BodyMapProps {
  /** Text and shade (0 … 1) of each region. */
  readonly marks: ReadonlyMap<Region, { readonly text: string; readonly words: string; readonly shade: number }>;
  readonly press: (region: Region) => void;
}

/** The body, front and back. The list of buttons next to it does the same for keyboards, screen readers and thumbs. */
export function BodyMap({ marks, press }: BodyMapProps) {
  return (
    <div class="body-map">
      <Side label={t('bodyFront')} shapes={FRONT} marks={marks} press={press} />
      <Side label={t('bodyBack')} shapes={BACK} marks={marks} press={press} />
      <div class="regions">
        {REGIONS.map((region) => {
          const mark = marks.get(region);
          return (
            <button key={region} type="button" data-region={region} aria-pressed={mark !== undefined} onClick={() => press(region)}>
              {t(REGION_WORDS[region])}
              {mark !== undefined && <span class="mark-words">{mark.words}</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function Side({ label, shapes, marks, press }: BodyMapProps & { label: string; shapes: readonly BodyShape[] }) {
  return (
    <figure aria-hidden="true">
      <svg viewBox="8 0 84 220" class="body" aria-hidden="true">
        <path class="rest" d={HEAD} />
        <path class="rest" d={HAND} />
        <path class="rest" d={HAND} transform="matrix(-1 0 0 1 100 0)" />
        {shapes.map(({ region, path, mirrored, at: [x, y] }) => {
          const mark = marks.get(region);
          return (
            // The buttons beside it are the accessible way: this is the same for pointers.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <g key={region} class={mark ? 'region marked' : 'region'} style={{ '--shade': mark?.shade ?? 0 }} onClick={() => press(region)}>
              <title>{t(REGION_WORDS[region])}</title>
              <path d={path} />
              {mirrored && <path d={path} transform="matrix(-1 0 0 1 100 0)" />}
              {mark !== undefined &&
                [x, ...(mirrored ? [100 - x] : [])].map((at) => (
                  <text key={at} x={at} y={y + 3}>
                    {mark.text}
                  </text>
                ))}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <small>{label}</small>
      </figcaption>
    </figure>
  );
}
