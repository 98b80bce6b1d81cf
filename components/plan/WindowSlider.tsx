import { useEffect, useRef, useState } from 'preact/hooks';
import { MINUTE_MS } from '../../lib/core/time';
import { t, timeOfDay } from '../../lib/i18n';
import type { PlanItem } from '../../lib/planner';
import { findStarts, MOVE_STEP_MS } from '../../lib/today/plan/act';

interface WindowSliderProps {
  readonly item: PlanItem;
  readonly name: string;
  readonly nowMs: number;
  /** Moves the item; false where that is not allowed. */
  readonly move: (startMs: number) => Promise<boolean>;
}

/** Step while dragging, finer than that of the keyboard. */
const DRAG_STEP_MS = 5 * MINUTE_MS;
/** Width of the label above the handle: at either end it stays within the track, and so on a narrow screen. */
const LABEL_PX = 80;
/** Planning anew takes less. */
const STAYS_MS = 2000;

/**
 * The window of an item, with the item in it. It is dragged, or moved with the arrow keys by a quarter of an hour. The new place is shown
 * at once, and stored when the pointer is released.
 */
export function WindowSlider({ item, name, nowMs, move }: WindowSliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const [first, last] = findStarts(item, nowMs);
  const startMs = held ?? item.startMs;
  // A second key may come before the first is rendered.
  const atMs = useRef(startMs);
  atMs.current = startMs;
  const lengthMs = item.windowToMs - first;
  const place = (ms: number) => `${(100 * (ms - first)) / lengthMs}%`;
  const bounded = (ms: number) => Math.min(last, Math.max(first, ms));

  // After sorting, the row may be at another place in the page, and must keep the focus.
  const keyedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const justKeyed = () => performance.now() - keyedAtMs.current < STAYS_MS;
  useEffect(() => {
    if (justKeyed() && document.activeElement === document.body) handle.current?.focus({ preventScroll: true });
  });
  // A plan may arrive after later keys: one that was made for an earlier key must not move the item back.
  useEffect(() => setHeld((ms) => (item.moved && ms !== item.startMs && justKeyed() ? ms : null)), [item.startMs, item.moved]);

  const put = (ms: number) => {
    atMs.current = ms;
    setHeld(ms);
    void move(ms).then((there) => {
      if (!there) setHeld(null);
    });
  };
  const atPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return startMs;
    const share = (event.clientX - box.left) / box.width;
    const rightToLeft = getComputedStyle(track.current as HTMLElement).direction === 'rtl';
    const wanted = first + (rightToLeft ? 1 - share : share) * lengthMs - (item.minutes * MINUTE_MS) / 2;
    return bounded(Math.round(wanted / DRAG_STEP_MS) * DRAG_STEP_MS);
  };
  const key = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: atMs.current + MOVE_STEP_MS,
      ArrowUp: atMs.current + MOVE_STEP_MS,
      ArrowLeft: atMs.current - MOVE_STEP_MS,
      ArrowDown: atMs.current - MOVE_STEP_MS,
      PageUp: atMs.current + 4 * MOVE_STEP_MS,
      PageDown: atMs.current - 4 * MOVE_STEP_MS,
      Home: first,
      End: last,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    keyedAtMs.current = performance.now();
    if (bounded(wanted) !== atMs.current) put(bounded(wanted));
  };
  return (
    <div class="plan-window">
      <small>{timeOfDay(first)}</small>
      <div class="track" ref={track}>
        <div
          ref={handle}
          class="handle"
          role="slider"
          tabIndex={0}
          data-move={item.id}
          aria-label={t('planMoveName', name)}
          aria-valuemin={Math.round(first / MINUTE_MS)}
          aria-valuemax={Math.round(last / MINUTE_MS)}
          aria-valuenow={Math.round(startMs / MINUTE_MS)}
          aria-valuetext={timeOfDay(startMs)}
          title={t('planMoveHint')}
          style={{ insetInlineStart: `min(${place(startMs)}, calc(100% - 24px))`, width: place(first + item.minutes * MINUTE_MS) }}
          onKeyDown={key}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setHeld(item.startMs);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) setHeld(atPointer(event));
          }}
          onPointerUp={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            event.currentTarget.releasePointerCapture(event.pointerId);
            const ms = atPointer(event);
            if (ms === item.startMs) setHeld(null);
            else put(ms);
          }}
          onPointerCancel={() => setHeld(null)}
        />
        {held !== null && (
          <span
            class="held"
            style={{
              insetInlineStart: `clamp(0px, calc(${place(held + (item.minutes * MINUTE_MS) / 2)} - ${LABEL_PX / 2}px), calc(100% - ${LABEL_PX}px))`,
            }}
          >
            {timeOfDay(held)}
          </span>
        )}
      </div>
      <small>{timeOfDay(item.windowToMs)}</small>
    </div>
  );
}
