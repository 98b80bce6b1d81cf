import { useEffect } from 'preact/hooks';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import type { PageLink } from '../../lib/overlay/frame/page-link';
import { withOne } from '../../lib/overlay/frame/prefs';
import type { Hello } from '../../lib/overlay/wire';
import { OtherRunningBar } from '../running/OtherRunningBar';
import { useRunning } from '../use-devices';
import { Card } from './Card';
import type { CardChoices } from './CardHeader';
import { Strip } from './Strip';
import './card.css';

interface CardFrameProps {
  readonly store: CardStore;
  readonly hello: Hello;
  readonly link: PageLink;
  /** Fires `escape` when the key was pressed in the page around the frame. */
  readonly escapes: EventTarget;
}

/** All that stands in the frame: what runs, with its Stop, before everything else; then the card of an activity, or the strip. */
export function CardFrame({ store, hello, link, escapes }: CardFrameProps) {
  const { where, pageKey, site } = hello;
  const { prefs } = store.state;
  const running = useRunning();
  const devices = running.devices.filter(({ kind }) => kind !== 'strap');
  const runs = running.timers.length > 0 || devices.some(mayBeRunning);
  const corner = prefs.corner.includes(where);
  useEffect(() => link.say({ kind: 'running', running: runs }), [runs]);
  useEffect(() => {
    link.say({ kind: 'corner', corner });
    document.documentElement.classList.toggle('corner', corner);
  }, [corner]);
  // Stored first: the page removes the frame, and what the frame has not stored by then is lost.
  const hide = (change: Parameters<CardStore['setPrefs']>[0]) =>
    void store.setPrefs(change).then((stored) => stored && link.say({ kind: 'hide' }));
  const choices: CardChoices = {
    collapsed: prefs.collapsed,
    corner,
    collapse: (collapsed) => void store.setPrefs(() => ({ collapsed })),
    move: (to) => {
      store.set({ menu: false });
      void store.setPrefs((before) => ({ corner: withOne(before.corner, where, to) }));
    },
    hidePage: () => hide((before) => ({ hiddenPages: withOne(before.hiddenPages, pageKey, true) })),
    hideSite: () => hide((before) => ({ hiddenSites: withOne(before.hiddenSites, where, true) })),
  };
  const bar = <OtherRunningBar hearsEscape otherEscapes={escapes} isCard />;
  return hello.page === 'overview' ? (
    <Strip store={store} choices={choices} bar={bar} />
  ) : (
    <Card store={store} choices={choices} site={site} devices={devices} bar={bar} />
  );
}
