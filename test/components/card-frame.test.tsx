import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { CardFrame } from '../../components/card/CardFrame';
import { type CardStore, cardStore } from '../../lib/overlay/frame/card-store';
import { cardPrefs } from '../../lib/overlay/frame/prefs';
import type { Hello, ToPage } from '../../lib/overlay/wire';
import { speakEnglish } from '../support/english';

const HELLO: Hello = {
  token: 'token',
  scheme: 'light',
  site: 'strava',
  where: 'strava',
  pageKey: 'strava activity 1',
  page: 'overview',
  pageData: {},
};

/** The card of a page that hides it at once when it says so, and notes what was stored by then. */
async function frame() {
  const said: ToPage[] = [];
  const storedByHide: string[][] = [];
  const link = {
    say: (message: ToPage) => {
      said.push(message);
      if (message.kind === 'hide')
        void fakeBrowser.storage.local.get('card').then(({ card }) => {
          storedByHide.push([...((card as { hiddenSites?: string[] })?.hiddenSites ?? [])]);
        });
    },
    isMasked: async () => false,
  };
  const prefs = await cardPrefs();
  let store: CardStore | null = null;
  const escapes = new EventTarget();
  const view = () => (store === null ? <p /> : <CardFrame store={{ ...store }} hello={HELLO} link={link} escapes={escapes} />);
  const drawn = render(view());
  store = cardStore(HELLO, prefs, link, () => drawn.rerender(view()));
  drawn.rerender(view());
  return { said, storedByHide };
}

describe('the card in its frame', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    speakEnglish();
    // The background does not answer: what the card asks for is not the subject here.
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(new Promise(() => {}));
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  const hideSite = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Move or hide' }));
    fireEvent.click(screen.getByRole('button', { name: 'Hide on this site' }));
  };

  it('stores that it is hidden before the page removes it', async () => {
    const { storedByHide } = await frame();
    hideSite();
    await waitFor(() => expect(storedByHide).toEqual([['strava']]));
  });

  it('stays, and says so, when that could not be stored', async () => {
    const { said } = await frame();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    hideSite();
    await screen.findByText(/That was not saved/);
    expect(said.filter(({ kind }) => kind === 'hide')).toEqual([]);
  });
});
