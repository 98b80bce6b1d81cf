import { describe, expect, it } from 'vitest';
import { uuid16 } from '../../../../lib/bluetooth/uuid';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { knownClasses } from '../../../../lib/devices/inspector/known-classes';
import { listVendorServices, SHARED_SERVICES } from '../../../../lib/devices/inspector/vendor-services';
import { FORBIDDEN_SERVICES } from '../../../../lib/devices/profile/limits';

const services = listVendorServices(builtInKinds);

describe('the services of makers that the inspector asks for', () => {
  it('are those of every device that Rebound controls, and the published ones', () => {
    const uuids = services.map(({ uuid }) => uuid);
    for (const { request } of builtInKinds)
      for (const uuid of [...request.services, ...request.optionalServices]) if (!uuid.startsWith('000018')) expect(uuids).toContain(uuid);
    // Modules that makers of anything build in.
    for (const short of [0xffe0, 0xfff0]) expect(uuids).toContain(uuid16(short));
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it('are complete UUIDs that a page may use, each with a device', () => {
    for (const { uuid, devices } of services) {
      expect(uuid).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(FORBIDDEN_SERVICES.has(uuid)).toBe(false);
      expect(devices).not.toBe('');
    }
  });

  it('say nothing about the class where many makers use them', () => {
    for (const { services: own } of knownClasses) for (const uuid of own) expect(SHARED_SERVICES.has(uuid)).toBe(false);
  });
});
