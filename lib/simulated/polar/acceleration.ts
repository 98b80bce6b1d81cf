import type { AccSample } from '../../bluetooth/services/polar-pmd';
import { prng } from '../prng';

/** The acceleration of a strap on a chest at rest: gravity along its first axis, slightly tilted, and breathing. mG. */
export function chestAcceleration(seed: number): (atMs: number) => AccSample {
  const random = prng(seed, 42);
  const noisy = (mG: number) => Math.round(mG + 3 * random.normal());
  return (atMs) => {
    const breath = 15 * Math.sin((2 * Math.PI * 0.25 * atMs) / 1000);
    return { x: noisy(985 + breath / 5), y: noisy(15), z: noisy(-170 + breath) };
  };
}
