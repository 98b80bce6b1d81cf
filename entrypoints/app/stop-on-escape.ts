import type { SessionDesk } from '../../lib/gadgets/session/desk';

/** Escape stops whatever moves, wherever the focus is; before anything else that the key may do. */
export function stopOnEscape(desk: SessionDesk): void {
  addEventListener(
    'keydown',
    ({ key }) => {
      // A stop that could not be told stands in its session.
      if (key === 'Escape') void desk.stopAll();
    },
    { capture: true },
  );
}
