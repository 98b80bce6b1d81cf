import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownServices, QUANTITIES } from '../../../../lib/bluetooth/services';

const packets = fc.uint8Array({ maxLength: 40 }).map((bytes) => new DataView(Uint8Array.from(bytes).buffer));
const names = fc.constantFrom(null, 'KS-HD-Z1D', 'CITYSPORTS-Linker', 'Polar H10');

describe.each(knownServices.map((service) => [service.key, service] as const))('%s', (_, { uuid, characteristics }) => {
  it('has full UUIDs in lower case, each once', () => {
    const uuids = [uuid, ...Object.values(characteristics).map((one) => one.uuid)];
    for (const one of uuids) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it.each(Object.entries(characteristics))('%s: no bytes make its decoder throw', (_name, { decode, live }) => {
    fc.assert(
      fc.property(fc.array(packets, { minLength: 1, maxLength: 4 }), names, (sent, name) => {
        const reader = live?.reader(name);
        for (const packet of sent) {
          decode?.(packet, name);
          const read = reader?.(packet);
          for (const { quantity, value } of (read?.ok && read.value) || []) {
            expect(QUANTITIES).toContain(quantity);
            expect(value).not.toBeNaN();
          }
        }
      }),
    );
  });
});
