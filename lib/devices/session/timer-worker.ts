/** Timers that a hidden page's throttling does not reach: `{ id, ms }` is answered with `id` after `ms`; `ms` null takes it back. */
const timers = new Map<number, ReturnType<typeof setTimeout>>();

addEventListener('message', ({ data: { id, ms } }: MessageEvent<{ readonly id: number; readonly ms: number | null }>) => {
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (ms === null) return;
  const fire = () => {
    timers.delete(id);
    // In a worker the second argument is no origin: there is one other side only.
    (postMessage as (message: number) => void)(id);
  };
  timers.set(id, setTimeout(fire, ms));
});
