/**
 * The objects that BlueZ shows on the bus. Keeps every exported object with the properties and methods of its interfaces, answers all calls
 * to them and reports every change. Needs no clean-up: it lives as long as its connection.
 */
import { Message, type MessageBus, MessageType, type Variant } from '@particle/dbus-next';
import { BluezError } from './bluez-error';
import { standardMethod } from './standard-methods';

export type Properties = Record<string, Variant<unknown>>;

export interface Reply {
  readonly signature?: string;
  readonly body?: unknown[];
  /** Called when the reply is on its way, so that reports of changes arrive after it. */
  readonly afterwards?: () => void;
}

/** No answer for now. */
export interface Held {
  /** Gets what answers with an error. */
  readonly held: (refuse: (error: BluezError) => void) => void;
}

export type Method = (args: readonly unknown[], sender: string) => Reply | Held | undefined;

export interface BusInterface {
  readonly properties: Properties;
  readonly methods: Record<string, Method>;
}

export type BusObject = Record<string, BusInterface>;

export class ObjectTree {
  readonly objects = new Map<string, BusObject>();
  readonly #bus: MessageBus;

  constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((message: Message) => this.#answer(message));
  }

  add(path: string, object: BusObject): void {
    this.objects.set(path, object);
    this.#signal('/', 'org.freedesktop.DBus.ObjectManager', 'InterfacesAdded', 'oa{sa{sv}}', [path, listProperties(object)]);
  }

  remove(path: string): void {
    const object = this.objects.get(path);
    if (!this.objects.delete(path) || object === undefined) return;
    this.#signal('/', 'org.freedesktop.DBus.ObjectManager', 'InterfacesRemoved', 'oas', [path, Object.keys(object)]);
  }

  /** Changes properties and reports it, even when the value is unchanged: that is how a repeated notification appears. */
  set(path: string, interfaceName: string, changes: Properties): void {
    const target = this.objects.get(path)?.[interfaceName];
    if (target === undefined) return;
    Object.assign(target.properties, changes);
    this.#signal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [interfaceName, changes, []]);
  }

  #signal(path: string, interfaceName: string, member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(path, interfaceName, member, signature, body));
  }

  #answer(message: Message): boolean {
    const own = this.objects.get(message.path)?.[message.interface]?.methods[message.member];
    const method = own ?? standardMethod(this, message.path, message.interface, message.member);
    if (method === null) return false;
    const refuse = (error: BluezError) => this.#bus.send(errorReply(message, error));
    try {
      const reply = method(message.body, message.sender) ?? {};
      if ('held' in reply) {
        reply.held(refuse);
        return true;
      }
      this.#bus.send(Message.newMethodReturn(message, reply.signature ?? '', reply.body ?? []));
      reply.afterwards?.();
    } catch (error) {
      if (error instanceof BluezError) refuse(error);
      else failTheTest(error);
    }
    return true;
  }
}

export function listProperties(object: BusObject): Record<string, Properties> {
  return Object.fromEntries(Object.entries(object).map(([name, { properties }]) => [name, properties]));
}

/** Not `Message.newError`: the types of dbus-next declare a string where the message belongs. */
function errorReply(to: Message, { type, message }: BluezError): Message {
  const reply = Message.newMethodReturn(to, 's', [message]);
  return Object.assign(reply, { type: MessageType.ERROR, errorName: type });
}

/** An error in a model must not look like a device fault: if thrown here, dbus-next would turn it into an error reply. */
function failTheTest(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
