import {
  decodePmdSettings,
  encodePmdResponse,
  findStream,
  type PmdSetting,
  type PmdSettings,
  type PmdStatus,
  type PmdStream,
  pmdOp,
  settingsBytes,
} from '../../bluetooth/services/polar-pmd';

/** The settings that each stream of a device offers. */
export type Offer = Partial<Readonly<Record<PmdStream, PmdSettings>>>;

export interface PmdAnswer {
  readonly bytes: Uint8Array;
  readonly change: { readonly start: PmdStream; readonly settings: PmdSettings } | { readonly stop: PmdStream } | null;
}

const wrong: Partial<Readonly<Record<PmdSetting, PmdStatus>>> = {
  rateHz: 'invalid-rate',
  resolutionBits: 'invalid-resolution',
  range: 'invalid-range',
};

/** How a device with these streams answers a write, and what it does then. */
export function answerPmd(bytes: Uint8Array, offer: Offer, active: ReadonlySet<PmdStream>): PmdAnswer {
  const [op = 0, number = 0, ...list] = bytes;
  const answer = (status: PmdStatus, parameters: readonly number[] = [], change: PmdAnswer['change'] = null): PmdAnswer => ({
    bytes: encodePmdResponse(op, number, status, parameters),
    change,
  });
  if (bytes.length < 2) return answer('invalid-length');
  if (op !== pmdOp.settings && op !== pmdOp.start && op !== pmdOp.stop) return answer('invalid-op');
  const stream = findStream(number);
  const offered = stream === null ? undefined : offer[stream];
  if (stream === null || offered === undefined) return answer('not-supported');
  if (op === pmdOp.settings) return answer('ok', settingsBytes(offered));
  if (active.has(stream) === (op === pmdOp.start)) return answer('already-in-state');
  if (op === pmdOp.stop) return answer('ok', [], { stop: stream });

  const chosen = decodePmdSettings(new DataView(Uint8Array.from(list).buffer));
  if (!chosen.ok) return answer('invalid-parameter');
  const keys = (settings: PmdSettings) => Object.keys(settings) as PmdSetting[];
  if (keys(chosen.value).length !== keys(offered).length) return answer('invalid-parameter');
  for (const key of keys(chosen.value)) {
    const [value, ...more] = chosen.value[key] ?? [];
    if (value === undefined || more.length > 0) return answer('invalid-parameter');
    if (!offered[key]?.includes(value)) return answer(wrong[key] ?? 'invalid-parameter');
  }
  return answer('ok', [0], { start: stream, settings: chosen.value });
}
