import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { parseUrl } from '../core/url';
import { type CommandOutcome, commandOutcome, type DeviceCommand, deviceCommand, deviceState } from '../devices/remote/schema';
import { activityAnswer, cardStrip, cardView, heartRates, pageReading, stepDone } from '../views/card/schema';
import { PageLimit } from './page-limit';

/**
 * Every message between surfaces, typed and validated at both ends. A content script lives in a page's process and is trusted least: it may
 * send only messages marked `fromPages` (or those that this function accepts), and their answers hold no more than the card shows.
 */
export const SCREENS = ['today', 'check', 'plan', 'breathe', 'devices', 'trends', 'history', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

const FROM_PAGES: ReadonlySet<DeviceCommand['command']> = new Set(['stop', 'stop-all']);

/**
 * Messages of one origin in a minute. What shows a card reads the whole day, and opening the app takes the focus. A stop is never refused,
 * and the devices of a running session are read every few seconds.
 */
const MOST_PER_MINUTE = { 'card-open': 60, 'card-strip': 60, 'open-app': 20 } as const satisfies Partial<Record<string, number>>;

const definitions = {
  /** `part`: a part of the screen, such as an item of the plan. */
  'open-app': {
    input: v.object({ screen: v.picklist(SCREENS), part: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) }),
    output: v.null(),
    fromPages: true,
  },
  /** A card read an activity page. Saves the activity if it is the user's own, and answers with everything that the card shows. */
  'card-open': { input: pageReading, output: cardView, fromPages: true },
  'card-strip': { input: v.object({}), output: cardStrip, fromPages: true },
  'card-answer': { input: activityAnswer, output: v.null(), fromPages: true },
  'card-heart-rates': { input: heartRates, output: v.null(), fromPages: true },
  'card-step': { input: stepDone, output: v.null(), fromPages: true },
  'checks-changed': { input: v.object({}), output: v.null(), fromPages: false },
  'app-left': { input: v.object({}), output: v.null(), fromPages: false },
  /** The devices that are connected now, without their data. */
  'device-states': { input: v.object({}), output: v.array(deviceState), fromPages: true },
  /** A page may stop a moving device. It may not start one: its start opens the app, where a click starts it. */
  'device-command': { input: deviceCommand, output: commandOutcome, fromPages: ({ command }: DeviceCommand) => FROM_PAGES.has(command) },
  'sites-changed': { input: v.object({}), output: v.null(), fromPages: false },
} as const;

type Definitions = typeof definitions;
export type MessageKind = keyof Definitions;
export type Input<K extends MessageKind> = v.InferOutput<Definitions[K]['input']>;
export type Output<K extends MessageKind> = v.InferOutput<Definitions[K]['output']>;

const envelope = v.object({ rebound: v.literal(1), kind: v.picklist(Object.keys(definitions) as MessageKind[]), input: v.unknown() });
const reply = v.variant('ok', [
  v.object({ ok: v.literal(true), output: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** Sends a message to the background. Rejects if nobody answers, the background refuses, or the answer does not fit its schema. */
export async function ask<K extends MessageKind>(kind: K, input: Input<K>): Promise<Output<K>> {
  const answer = v.parse(reply, await browser.runtime.sendMessage({ rebound: 1, kind, input }));
  if (!answer.ok) throw new Error(answer.error);
  return v.parse(definitions[kind].output, answer.output) as Output<K>;
}

const toOwner = v.object({ rebound: v.literal(1), to: v.literal('owner'), input: deviceCommand });

/** A tab that hangs does not answer. A stop that is tried three times over a slow link does within this time. */
const OWNER_ANSWERS_WITHIN_MS = 8000;

/** Sends a command from the background to the app tab that owns Bluetooth. Null if no tab answers. */
export async function askOwner(input: DeviceCommand): Promise<CommandOutcome | null> {
  // Without a listener, some browsers reject and others resolve with nothing.
  const late = new Promise<CommandOutcome>((resolve) => setTimeout(resolve, OWNER_ANSWERS_WITHIN_MS, 'failed'));
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

/** The sender: whether it is one of our pages, and the address of its page or frame. */
export interface Sender {
  readonly own: boolean;
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
    const { kind, input } = parsed.output;
    handle(answers, kind, input, { own: isOwn(sender), url: sender.url ?? null }, limits.get(kind)).then(respond);
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
  const { own } = from;
  const { fromPages, input: schema, output } = definitions[kind];
  const refused = { ok: false, error: `${kind} is not for pages` } as const;
  if (!own && fromPages === false) return refused;
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) return { ok: false, error: `${kind}: ${v.summarize(parsed.issues)}` };
  if (!own && typeof fromPages === 'function' && !fromPages(parsed.output as DeviceCommand)) return refused;
  if (!own && limit?.take(toOrigin(from)) === false) return { ok: false, error: `${kind}: this page asks too often` };
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

/** Whether it is one of our pages, or the background. */
function isOwn({ id, url }: { readonly id?: string | undefined; readonly url?: string | undefined }): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('/')) ?? false);
}
