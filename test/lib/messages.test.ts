import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Answers, answer, ask, type CardMorning } from '../../lib/messages';
import { deliver, messagesFrom, OWN_PAGE, STRAVA_PAGE } from '../support/message-bus';

const morning: CardMorning = { verdict: 'push', headline: 'Ready', reason: 'Because', measured: '07:00', share: 1, demo: false };

/** Answers to the kinds of message that are tried here; there are others. */
function background(overrides: Partial<Answers> = {}) {
  const answers = {
    'open-app': vi.fn(async () => null),
    'card-morning': vi.fn(async () => morning),
    'checks-changed': vi.fn(async () => null),
    'app-left': vi.fn(async () => null),
    'sites-changed': vi.fn(async () => null),
    'device-states': vi.fn(async () => []),
    'device-command': vi.fn(async () => 'accepted' as const),
    ...overrides,
  };
  answer(answers as Partial<Answers> as Answers);
  return answers;
}

const message = (kind: string, input: unknown = {}) => ({ rebound: 1, kind, input });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => void vi.restoreAllMocks());

describe('a message from a page of ours', () => {
  beforeEach(() => messagesFrom(OWN_PAGE));

  it('reaches the one that answers, and the answer comes back', async () => {
    const answers = background();
    expect(await ask('open-app', { screen: 'check' })).toBeNull();
    expect(answers['open-app']).toHaveBeenCalledWith({ screen: 'check' });
    expect(await ask('card-morning', {})).toEqual(morning);
  });

  it('may be of any kind', async () => {
    background();
    for (const kind of ['checks-changed', 'app-left', 'sites-changed'] as const) expect(await ask(kind, {})).toBeNull();
  });

  it('that nobody answers rejects', async () => {
    await expect(ask('card-morning', {})).rejects.toThrow();
  });

  it('whose answer fails rejects, without the reasons of the inside', async () => {
    background({ 'card-morning': () => Promise.reject(new Error('secret path')) });
    const error = await ask('card-morning', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('secret');
  });

  it.each([
    ['a part missing', { ...morning, headline: undefined }],
    ['a verdict that there is not', { ...morning, verdict: 'superb' }],
    ['nothing', null],
    ['a word', 'push'],
  ])('whose answer has not the agreed shape rejects: %s', async (_, output) => {
    background({ 'card-morning': async () => output as CardMorning });
    await expect(ask('card-morning', {})).rejects.toThrow();
  });

  it('an answer has no more in it than was agreed', async () => {
    background({ 'card-morning': async () => ({ ...morning, history: [1, 2, 3] }) as CardMorning });
    expect(await ask('card-morning', {})).toEqual(morning);
  });
});

describe('a message that is malformed', () => {
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
  ])('is left to whoever it is for: %s', async (_, sent) => {
    background();
    expect(await deliver(sent, OWN_PAGE)).toBeUndefined();
  });
});

describe('a message from a page that is not ours', () => {
  it('may ask for what the card shows, and for the app to open', async () => {
    const answers = background();
    expect(await deliver(message('card-morning'), STRAVA_PAGE)).toEqual({ ok: true, output: morning });
    expect(await deliver(message('open-app', { screen: 'check' }), STRAVA_PAGE)).toEqual({ ok: true, output: null });
    expect(answers['open-app']).toHaveBeenCalledOnce();
  });

  it.each(['checks-changed', 'app-left', 'sites-changed'] as const)('may not send %s', async (kind) => {
    const answers = background();
    expect(await deliver(message(kind), STRAVA_PAGE)).toMatchObject({ ok: false });
    expect(answers[kind]).not.toHaveBeenCalled();
  });

  it('may see which devices are connected, stop them, and ask for the last session again; no more', async () => {
    const device = {
      id: 'x',
      name: 'Belt',
      kind: 'strap',
      state: 'ready',
      batteryPct: 80,
      stops: false,
      session: null,
      again: false,
    } as const;
    const readings = [{ quantity: 'heart-rate', value: 60 }];
    const answers = background({ 'device-states': async () => [{ ...device, readings } as typeof device] });
    expect(await deliver(message('device-states'), STRAVA_PAGE)).toEqual({ ok: true, output: [device] });
    expect(await deliver(message('device-command', { command: 'stop', id: 'x' }), STRAVA_PAGE)).toEqual({ ok: true, output: 'accepted' });
    expect(await deliver(message('device-command', { command: 'start', id: 'x' }), STRAVA_PAGE)).toEqual({ ok: true, output: 'accepted' });
    for (const command of ['connect', 'disconnect', 'pause', 'resume', 'skip']) {
      expect(await deliver(message('device-command', { command, id: 'x' }), STRAVA_PAGE)).toMatchObject({ ok: false });
    }
    expect(answers['device-command']).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['without an address', { id: OWN_PAGE.id ?? '' }],
    ['of another extension', { id: 'somebody-else', url: OWN_PAGE.url ?? '' }],
    ['whose address only begins like ours', { id: OWN_PAGE.id ?? '', url: 'chrome-extension://test-extension-id.evil.example/app.html' }],
    ['without anything', {}],
  ])('is not taken for ours: %s', async (_, sender) => {
    const answers = background();
    expect(await deliver(message('app-left'), sender)).toMatchObject({ ok: false });
    expect(answers['app-left']).not.toHaveBeenCalled();
  });
});
