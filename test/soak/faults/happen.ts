import type { MarkStore } from '../../../lib/devices/marks/mark-store';
import type { DeviceRig, RigWorld } from '../../support/device-rig';
import { DEVICES, type DeviceId, type Fault } from './cells';
import { crash } from './enter';
import type { LyingModel } from './lying-model';
import type { Surfaces } from './surfaces';

/** What a fault can change besides the radio. */
export interface Breakable {
  readonly device: DeviceId;
  readonly world: RigWorld;
  readonly model: LyingModel;
  readonly disk: { full: boolean };
  readonly surfaces: Surfaces;
}

/** Lets a fault come. Returns the app tab, which may be another one than before. */
export async function happen(fault: Fault, { device, world, model, disk, surfaces }: Breakable, app: DeviceRig): Promise<DeviceRig> {
  switch (fault) {
    case 'link-lost':
      world.radio.setInReach(app.id, false);
      break;
    case 'write-hangs':
      world.next.write = 'hangs';
      break;
    case 'every-write-hangs':
      world.air.writes = 'hangs';
      break;
    case 'write-fails':
      world.next.write = 'fails';
      break;
    case 'device-silent':
      world.air.writes = 'hangs-when-done';
      break;
    case 'device-lies-rests':
      model.says = 'rests';
      break;
    case 'device-lies-runs':
      model.says = 'runs';
      break;
    case 'tab-killed':
      return crash(world, app);
    case 'worker-killed':
      surfaces.killWorker();
      break;
    case 'database-damaged':
      world.db.close();
      break;
    case 'disk-full':
      disk.full = true;
      break;
    case 'clock-back':
      world.setClock(-3_600_000);
      break;
    case 'clock-forward':
      world.setClock(600_000);
      break;
    case 'suspended':
      world.setClock(8 * 3_600_000);
      break;
    case 'page-attacks':
      await surfaces.attack();
      break;
  }
  // Something is sent, so that a fault of a write has one to hit.
  const { zone, level } = DEVICES[device].reduced;
  app.session()?.setLevel(zone, level, null);
  return app;
}

/** From now on everything works; a person who was asked to choose a device chooses it. */
export function mend({ world, model, disk }: Breakable): void {
  world.radio.setInReach(world.model.address, true);
  world.next.write = null;
  world.next.connect = 'done';
  world.air.writes = null;
  world.chooser.choose();
  model.says = null;
  disk.full = false;
}

/** A store of marks that a full disk refuses to write. */
export function fillable(store: MarkStore, disk: { readonly full: boolean }): MarkStore {
  const unlessFull = (work: () => Promise<void>) => (disk.full ? Promise.reject(new Error('QuotaExceededError')) : work());
  return {
    read: () => store.read(),
    put: (mark) => unlessFull(() => store.put(mark)),
    remove: (id) => unlessFull(() => store.remove(id)),
  };
}
