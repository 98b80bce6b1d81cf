/** Timers that are not slowed down in a hidden page: `{ id, ms }` is answered with `id` after `ms`; `ms` null cancels it. */
const timers = new Map<number, ReturnType<typeof setTimeout>>();

addEventListener('message', ({ data: { id, ms } }: MessageEvent<{ readonly id: number; readonly ms: number | null }>) => {
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (ms === null) return;
  const fire = () => {
    timers.delete(id);
    // A worker has one other side only, so the call takes no origin. TypeScript assumes the window's signature.
    (postMessage as (message: number) => void)(id);
  };
  timers.set(id, setTimeout(fire, ms));
});
