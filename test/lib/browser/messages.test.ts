import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Answers, answerMessages, ask } from '../../../lib/browser/messages';
import type { CardStrip } from '../../../lib/views/card/schema';
import { cardIn, deliver, messagesFrom, OWN_PAGE, STRAVA_CARD, STRAVA_PAGE } from '../../support/message-bus';

const morning = { verdict: 'push', headline: 'Ready', reason: 'Because', measured: '07:00', share: 1, since: null, demo: false } as const;
const strip: CardStrip = { morning, next: null };

/** Handlers for the messages tested here. */
function background(overrides: Partial<Answers> = {}) {
  const answers = {
    'open-app': vi.fn(async () => null),
    'card-strip': vi.fn(async () => strip),
    'checks-changed': vi.fn(async () => null),
    'app-left': vi.fn(async () => null),
    'sites-changed': vi.fn(async () => null),
    'device-command': vi.fn(async () => 'accepted' as const),
    ...overrides,
  };
  answerMessages(answers as Partial<Answers> as Answers);
  return answers;
}

const NO_FIGURES = ['startLocal', 'movingTimeS', 'elapsedTimeS', 'distanceM', 'elevationGainM', 'avgHrBpm', 'maxHrBpm'] as const;

const message = (kind: string, input: unknown = {}) => ({ rebound: 1, kind, input });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => void vi.restoreAllMocks());

describe('a message from one of our pages', () => {
  beforeEach(() => messagesFrom(OWN_PAGE));

  it('reaches its handler, and the answer is returned', async () => {
    const answers = background();
    expect(await ask('open-app', { screen: 'check' })).toBeNull();
    expect(answers['open-app']).toHaveBeenCalledWith({ screen: 'check' }, { from: 'app', url: OWN_PAGE.url });
    expect(await ask('card-strip', {})).toEqual(strip);
  });

  it('may be of any kind', async () => {
    background();
    for (const kind of ['checks-changed', 'app-left', 'sites-changed'] as const) expect(await ask(kind, {})).toBeNull();
  });

  it('without a handler rejects', async () => {
    await expect(ask('card-strip', {})).rejects.toThrow();
  });

  it('whose handler fails rejects without internal details', async () => {
    background({ 'card-strip': () => Promise.reject(new Error('secret path')) });
    const error = await ask('card-strip', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('secret');
  });

  it.each([
    ['a part missing', { ...strip, morning: { ...morning, headline: undefined } }],
    ['a verdict that there is not', { ...strip, morning: { ...morning, verdict: 'superb' } }],
    ['nothing', null],
    ['a word', 'push'],
  ])('whose answer has the wrong shape rejects: %s', async (_, output) => {
    background({ 'card-strip': async () => output as CardStrip });
    await expect(ask('card-strip', {})).rejects.toThrow();
  });

  it('gets an answer with only the fields of the schema', async () => {
    background({ 'card-strip': async () => ({ ...strip, history: [1, 2, 3] }) as CardStrip });
    expect(await ask('card-strip', {})).toEqual(strip);
  });
});

describe('a malformed message', () => {
  it.each([
    ['an unknown screen', message('open-app', { screen: 'https://evil.example' })],
    ['no screen', message('open-app')],
    ['no input', message('open-app', null)],
  ])('is refused with the reason: %s', async (_, sent) => {
    const answers = background();
    expect(await deliver(sent, OWN_PAGE)).toMatchObject({ ok: false, error: expect.stringContaining('open-app') });
    expect(answers['open-app']).not.toHaveBeenCalled();
  });

  it.each([
    ['another envelope', { kind: 'open-app', input: { screen: 'check' } }],
    ['a later version', { rebound: 2, kind: 'open-app', input: { screen: 'check' } }],
    ['an unknown kind', message('delete-everything')],
    ['a kind that every object has', message('toString')],
    ['a word', 'open-app'],
    ['nothing', null],
  ])('for another receiver is ignored: %s', async (_, sent) => {
    background();
    expect(await deliver(sent, OWN_PAGE)).toBeUndefined();
  });
});

describe('a message from a card or a page', () => {
  it('of a card may request what it shows, and open the app', async () => {
    const answers = background();
    expect(await deliver(message('card-strip'), STRAVA_CARD)).toEqual({ ok: true, output: strip });
    expect(answers['card-strip']).toHaveBeenCalledWith({}, { from: 'card', url: STRAVA_CARD.tab?.url });
    expect(await deliver(message('open-app', { screen: 'check' }), STRAVA_CARD)).toEqual({ ok: true, output: null });
    expect(answers['open-app']).toHaveBeenCalledOnce();
  });

  it('of a page’s process may ask to open the app, and gets nothing that the card shows', async () => {
    const kinds = ['card-open', 'card-strip', 'card-answer', 'card-heart-rates', 'card-step'] as const;
    const run = vi.fn(async () => null as never);
    const answers = background(Object.fromEntries(kinds.map((kind) => [kind, run])));
    expect(await deliver(message('open-app', { screen: 'check' }), STRAVA_PAGE)).toEqual({ ok: true, output: null });
    for (const kind of kinds) {
      expect(await deliver(message(kind), STRAVA_PAGE)).toEqual({ ok: false, error: `${kind} is not for pages` });
    }
    expect(run).not.toHaveBeenCalled();
    expect(answers['open-app']).toHaveBeenCalledOnce();
  });

  it.each([
    ['the tab is on another page meanwhile', 'https://www.strava.com', 'https://club.example/'],
    ['the frame is in a page without an origin', 'null', 'https://www.strava.com/'],
  ])('of a card speaks for no page when %s', async (_, page, url) => {
    const answers = background();
    await deliver({ ...message('card-strip'), page }, cardIn(url));
    expect(answers['card-strip']).toHaveBeenCalledWith({}, { from: 'card', url: null });
  });

  it.each(['checks-changed', 'app-left', 'sites-changed'] as const)('may not send %s', async (kind) => {
    const answers = background();
    for (const sender of [STRAVA_CARD, STRAVA_PAGE]) expect(await deliver(message(kind), sender)).toMatchObject({ ok: false });
    expect(answers[kind]).not.toHaveBeenCalled();
  });

  it.each([
    ['a heart rate that nobody has', { avgHrBpm: 900 }],
    ['a start with markup', { startLocal: '2026-05-04T18:00<script>' }],
    ['an endless title', { title: 'x'.repeat(5000) }],
    ['a sport that there is not', { sport: 'chess' }],
  ])('may not report an activity with %s', async (_, changes) => {
    const tell = vi.fn();
    background({ 'card-open': tell });
    const activity = {
      id: '1',
      title: null,
      sport: null,
      startLocal: null,
      movingTimeS: null,
      elapsedTimeS: null,
      distanceM: null,
      elevationGainM: null,
      avgHrBpm: null,
      maxHrBpm: null,
      own: true,
      ...changes,
    };
    expect(await deliver(message('card-open', { site: 'strava', activity, notFound: [] }), STRAVA_CARD)).toMatchObject({ ok: false });
    expect(tell).not.toHaveBeenCalled();
  });

  it('may stop devices, but nothing else', async () => {
    const answers = background();
    for (const sender of [STRAVA_CARD, STRAVA_PAGE]) {
      expect(await deliver(message('device-command', { command: 'stop', id: 'x' }), sender)).toEqual({ ok: true, output: 'accepted' });
      for (const command of ['connect', 'disconnect', 'start', 'pause', 'resume', 'skip', 'is-off']) {
        expect(await deliver(message('device-command', { command, id: 'x' }), sender)).toMatchObject({ ok: false });
      }
    }
    expect(answers['device-command']).toHaveBeenCalledTimes(2);
  });

  describe('that sends without end', () => {
    const activity = { id: '1', title: null, sport: 'run', own: false, ...Object.fromEntries(NO_FIGURES.map((field) => [field, null])) };
    const kinds = [
      ['card-strip', {}, 60],
      ['card-open', { site: 'strava', activity, notFound: [] }, 60],
      ['open-app', { screen: 'check' }, 20],
    ] as const;

    it.each(kinds)('%s is refused beyond its limit, for a minute, and only there', async (kind, input, most) => {
      let nowMs = 0;
      const run = vi.fn(async () => null as never);
      answerMessages({ [kind]: run } as unknown as Answers, () => nowMs);
      const send = (from = STRAVA_CARD) => deliver(message(kind, input), from);
      for (let i = 0; i < most + 5; i++) await send();
      expect(run).toHaveBeenCalledTimes(most);
      expect(await send()).toEqual({ ok: false, error: `${kind}: this page asks too often` });
      await send(cardIn('https://club.example/'));
      await send(OWN_PAGE);
      expect(run).toHaveBeenCalledTimes(most + 2);
      nowMs = 60_000;
      await send();
      expect(run).toHaveBeenCalledTimes(most + 3);
    });

    it('a stop is never refused', async () => {
      const answers = background();
      for (let i = 0; i < 200; i++) await deliver(message('device-command', { command: 'stop', id: 'x' }), STRAVA_PAGE);
      await deliver(message('device-command', { command: 'stop-all', id: 'all' }), STRAVA_PAGE);
      expect(answers['device-command']).toHaveBeenCalledTimes(201);
    });

    it('our own pages have no limit', async () => {
      const answers = background();
      for (let i = 0; i < 100; i++) await deliver(message('card-strip'), OWN_PAGE);
      expect(answers['card-strip']).toHaveBeenCalledTimes(100);
    });
  });

  it.each([
    ['without an address', { id: OWN_PAGE.id ?? '' }],
    ['of another extension', { id: 'somebody-else', url: OWN_PAGE.url ?? '' }],
    ['whose address only begins like ours', { id: OWN_PAGE.id ?? '', url: 'chrome-extension://test-extension-id.evil.example/app.html' }],
    ['without anything', {}],
  ])('is not taken for one of ours: %s', async (_, sender) => {
    const answers = background();
    expect(await deliver(message('app-left'), sender)).toMatchObject({ ok: false });
    expect(answers['app-left']).not.toHaveBeenCalled();
  });
});
