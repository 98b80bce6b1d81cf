import { useEffect, useRef, useState } from 'preact/hooks';
import type { StrapLink } from '../../lib/check/strap-link';
import type { EcgTrace } from '../../lib/hrv';
import { number, t } from '../../lib/i18n';

const MOST_SECONDS = 6;
/** A narrow window shows fewer seconds, because all of them would be one thick line. */
const LEAST_PX_PER_SECOND = 70;
const HEIGHT_PX = 96;
const PAD_PX = 8;
/** A lower trace is drawn low, so that its noise does not look like a heartbeat. µV. */
const LEAST_RANGE_UV = 400;
const PEAK_PX = 2.5;

/** The newest seconds of the ECG that times the check, with its R peaks; nothing while there is none. Redrawn with each frame. */
export function EcgStrip({ strap }: { strap: StrapLink }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seconds, setSeconds] = useState(MOST_SECONDS);
  const trace = strap.ecg.value;
  const shown = trace !== null;

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const redraw = () => {
      setSeconds(secondsIn(element.clientWidth));
      draw(element, strap.ecg.peek());
    };
    redraw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', redraw);
    const sized = new ResizeObserver(redraw);
    sized.observe(element);
    return () => {
      dark.removeEventListener('change', redraw);
      sized.disconnect();
    };
  }, [shown, strap]);

  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, trace);
  }, [trace]);

  if (!shown) return null;
  const label = t('ecgStrip', number(seconds));
  return (
    <div>
      <div class="between wrap">
        <h3>{label}</h3>
        <small>{t('ecgStripNote')}</small>
      </div>
      <canvas ref={canvas} role="img" aria-label={label} data-ecg style={{ display: 'block', width: '100%', height: `${HEIGHT_PX}px` }} />
    </div>
  );
}

function secondsIn(widthPx: number): number {
  return Math.min(MOST_SECONDS, Math.max(1, Math.floor(widthPx / LEAST_PX_PER_SECOND)));
}

function draw(canvas: HTMLCanvasElement, trace: EcgTrace | null): void {
  const context = canvas.getContext('2d');
  const width = canvas.clientWidth;
  if (context === null || width === 0) return;
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(HEIGHT_PX * scale);
  if (trace === null) return;
  context.scale(scale, scale);

  const slots = secondsIn(width) * trace.rateHz;
  const from = Math.max(0, trace.microvolts.length - slots);
  const known = trace.microvolts.slice(from).filter((value) => value !== null);
  if (known.length === 0) return;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = Math.max(LEAST_RANGE_UV, high - low);
  // The newest sample is always at the right edge.
  const x = (i: number) => ((slots - trace.microvolts.length + i) / slots) * width;
  const y = (microvolts: number) => PAD_PX + ((low + high + range) / 2 - microvolts) * ((HEIGHT_PX - 2 * PAD_PX) / range);

  context.strokeStyle = colour(canvas, '--text');
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  context.beginPath();
  let pen = false;
  trace.microvolts.forEach((value, i) => {
    if (i < from) return;
    if (value === null) pen = false;
    else {
      if (pen) context.lineTo(x(i), y(value));
      else context.moveTo(x(i), y(value));
      pen = true;
    }
  });
  context.stroke();

  context.fillStyle = colour(canvas, '--accent');
  for (const i of trace.peaks) {
    // A mark that leaves disappears completely instead of being cut by the edge.
    if (x(i) < PEAK_PX) continue;
    context.beginPath();
    context.arc(x(i), y(trace.microvolts[i] ?? 0), PEAK_PX, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A canvas cannot read custom properties, so the browser resolves them on the element. */
function colour(element: HTMLElement, name: string): string {
  element.style.color = `var(${name})`;
  return getComputedStyle(element).color;
}
