import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { parseUrl } from '../core/url';
import { type CommandOutcome, commandOutcome, type DeviceCommand, deviceCommand, MOVING } from '../devices/remote/schema';
import { activityAnswer, cardStrip, cardView, heartRates, pageReading, stepDone } from '../views/card/schema';
import { PageLimit } from './page-limit';

/**
 * Every message between surfaces, typed and validated at both ends. `from` is who may send one at most: only our own pages (`app`), also the
 * card's frame (`card`), or also a script in a page's process (`page`), which is trusted least and gets no answer with data.
 */
export const SCREENS = ['today', 'check', 'plan', 'breathe', 'devices', 'trends', 'history', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

type From = 'app' | 'card' | 'page';
const RANK = { page: 0, card: 1, app: 2 } as const satisfies Record<From, number>;

const STOPS: ReadonlySet<DeviceCommand['command']> = new Set(['stop', 'stop-all']);

/** Whether a command can only bring devices to rest: any surface may send it, as often as it likes. */
export function isStop({ command }: DeviceCommand): boolean {
  return STOPS.has(command);
}

/** Messages of one origin in a minute. A card reads the whole day, and opening the app takes the focus. A stop is never refused. */
const MOST_PER_MINUTE = { 'card-open': 60, 'card-strip': 60, 'open-app': 20, 'card-blocked': 20 } as const satisfies Partial<
  Record<string, number>
>;

const definitions = {
  /** `part`: a part of the screen, such as an item of the plan. */
  'open-app': {
    input: v.object({ screen: v.picklist(SCREENS), part: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) }),
    output: v.null(),
    from: 'page',
  },
  /** A card read an activity page. Saves the activity if it is the user's own, and answers with everything that the card shows. */
  'card-open': { input: pageReading, output: cardView, from: 'card' },
  'card-strip': { input: v.object({}), output: cardStrip, from: 'card' },
  'card-answer': { input: activityAnswer, output: v.null(), from: 'card' },
  'card-heart-rates': { input: heartRates, output: v.null(), from: 'card' },
  'card-step': { input: stepDone, output: v.null(), from: 'card' },
  /** The page did not let the card's frame start. */
  'card-blocked': { input: v.object({}), output: v.null(), from: 'page' },
  'checks-changed': { input: v.object({}), output: v.null(), from: 'app' },
  'app-left': { input: v.object({}), output: v.null(), from: 'app' },
  /** A page may stop a moving device. It may not start one: its start opens the app, where a click starts it. */
  'device-command': {
    input: deviceCommand,
    output: commandOutcome,
    from: (command: DeviceCommand) => (isStop(command) ? 'page' : 'app'),
  },
  'sites-changed': { input: v.object({}), output: v.null(), from: 'app' },
} as const;

type Definitions = typeof definitions;
export type MessageKind = keyof Definitions;
export type Input<K extends MessageKind> = v.InferOutput<Definitions[K]['input']>;
export type Output<K extends MessageKind> = v.InferOutput<Definitions[K]['output']>;

const envelope = v.object({
  rebound: v.literal(1),
  kind: v.picklist(Object.keys(definitions) as MessageKind[]),
  input: v.unknown(),
  /** The origin of the page that the card's frame is in, as its browser told it. */
  page: v.exactOptional(v.string()),
});
const reply = v.variant('ok', [
  v.object({ ok: v.literal(true), output: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** The background did not answer at all, or not in a form that this version knows. */
export class Unanswered extends Error {}

/**
 * Sends a message to the background. Rejects if nobody answers (`Unanswered`), the background refuses, or the answer does not fit its schema.
 * @param page the origin of the page that the card's frame is in; every other surface leaves it out
 */
export async function ask<K extends MessageKind>(kind: K, input: Input<K>, page?: string): Promise<Output<K>> {
  const message = { rebound: 1, kind, input, ...(page === undefined ? {} : { page }) };
  const answer = v.safeParse(reply, await browser.runtime.sendMessage(message).catch(() => null));
  if (!answer.success) throw new Unanswered(`nobody answered ${kind}`);
  if (!answer.output.ok) throw new Error(answer.output.error);
  return v.parse(definitions[kind].output, answer.output.output) as Output<K>;
}

const toOwner = v.object({ rebound: v.literal(1), to: v.literal('owner'), input: deviceCommand });

/** A tab that hangs does not answer. A stop that is tried three times over a slow link does within this time. */
const OWNER_ANSWERS_WITHIN_MS = 8000;

/** Sends a command from the background to the app tab that owns Bluetooth. Null if no tab answers. */
export async function askOwner(input: DeviceCommand): Promise<CommandOutcome | null> {
  // Without a listener, some browsers reject and others resolve with nothing. By then a tab that hangs refuses what may move a device.
  const unanswered = MOVING.has(input.command) ? 'unanswered' : 'failed';
  const late = new Promise<CommandOutcome>((resolve) => setTimeout(resolve, OWNER_ANSWERS_WITHIN_MS, unanswered));
  const answer: unknown = await Promise.race([browser.runtime.sendMessage({ rebound: 1, to: 'owner', input }).catch(() => null), late]);
  const parsed = v.safeParse(commandOutcome, answer);
  return parsed.success ? parsed.output : null;
}

/** Answers in the app tab that owns Bluetooth; other app tabs stay silent. Accepts only our own pages and the background. */
export function answerAsOwner(run: (command: DeviceCommand) => Promise<CommandOutcome>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = v.safeParse(toOwner, message);
    if (!parsed.success || !isOwn(sender)) return false;
    const failed = (error: unknown): CommandOutcome => {
      console.error(parsed.output.input.command, error);
      return 'failed';
    };
    run(parsed.output.input).catch(failed).then(respond);
    return true;
  });
}

/** Who sent a message, and the address of its page: for a card, of the page that the card is in. */
export interface Sender {
  readonly from: From;
  readonly url: string | null;
}

export type Answers = { [K in MessageKind]: (input: Input<K>, from: Sender) => Promise<Output<K>> };

/**
 * Answers in the background. Refuses malformed messages, messages that a page may not send, and those that a page sends too often, and says
 * why.
 */
export function answerMessages(answers: Answers, now: () => number = Date.now): void {
  const limits = new Map<string, PageLimit>(Object.entries(MOST_PER_MINUTE).map(([kind, most]) => [kind, new PageLimit(most, now)]));
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = v.safeParse(envelope, message);
    // Not our message, or from a later version: leave it to its receiver.
    if (!parsed.success) return false;
    const { kind, input, page } = parsed.output;
    handle(answers, kind, input, readSender(sender, page), limits.get(kind)).then(respond);
    return true;
  });
}

async function handle(
  answers: Answers,
  kind: MessageKind,
  input: unknown,
  from: Sender,
  limit: PageLimit | undefined,
): Promise<v.InferInput<typeof reply>> {
  const { from: allowed, input: schema, output } = definitions[kind];
  const refused = { ok: false, error: `${kind} is not for pages` } as const;
  const may = (least: From) => RANK[from.from] >= RANK[least];
  if (typeof allowed === 'string' && !may(allowed)) return refused;
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) return { ok: false, error: `${kind}: ${v.summarize(parsed.issues)}` };
  if (typeof allowed === 'function' && !may(allowed(parsed.output as DeviceCommand))) return refused;
  if (!may('app') && limit?.take(toOrigin(from)) === false) return { ok: false, error: `${kind}: this page asks too often` };
  try {
    const run = answers[kind] as (input: unknown, from: Sender) => Promise<unknown>;
    // Validate here and not only at the receiver: nothing outside the schema may reach a page's process.
    return { ok: true, output: v.parse(output, await run(parsed.output, from)) };
  } catch (error) {
    console.error(kind, error);
    return { ok: false, error: `${kind} failed` };
  }
}

/** The origin of a page, by which its messages are counted; empty without an address. */
export function toOrigin({ url }: Sender): string {
  return parseUrl(url ?? '')?.origin ?? '';
}

type RawSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/**
 * Who sent it, by what the browser says of the sender. A card speaks for the page that it is in: the tab's address must agree with the page's
 * origin that the frame was told, or a message on its way while the tab changes its page would count for the new one.
 */
function readSender(sender: RawSender, page: string | undefined): Sender {
  if (isCard(sender)) {
    const url = parseUrl(sender.tab?.url ?? '');
    return { from: 'card', url: url !== null && (page === undefined || url.origin === page) ? url.href : null };
  }
  return { from: isOwn(sender) ? 'app' : 'page', url: sender.url ?? null };
}

function isCard({ id, url }: RawSender): boolean {
  // `getURL` of the frame itself is an address that changes with each start of the browser, and not that of its document.
  return id === browser.runtime.id && url?.split(/[?#]/)[0] === `${browser.runtime.getURL('/')}card.html`;
}

/** Whether it is one of our pages, or the background. The card's frame is not: it stands in a page. */
function isOwn(sender: RawSender): boolean {
  const { id, url } = sender;
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('/')) ?? false) && !isCard(sender);
}
