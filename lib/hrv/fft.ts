import { type Complex, type Roots, stageOf3, stageOf4, stageOf5 } from './butterflies';

/** Discrete Fourier transform of one fixed size, in place: X(k) = Σ x(n)·e^(−2πikn/size), unscaled. */
export type Fft = (x: Complex) => void;

const STAGES = [
  { radix: 4, stage: stageOf4 },
  { radix: 3, stage: stageOf3 },
  { radix: 5, stage: stageOf5 },
];

/**
 * A transform of `size` points by mixed radix (Stockham, so no bit reversal). The spectrum needs 1200 points: padding to a power of two
 * moves the bins and changes VLF by 9–18 %.
 *
 * @param size a product of 3, 4 and 5
 * @throws RangeError for any other size
 */
export function computeFft(size: number): Fft {
  const stages: (typeof STAGES)[number][] = [];
  let rest = size;
  for (const one of STAGES) {
    while (rest % one.radix === 0 && rest > 0) {
      stages.push(one);
      rest /= one.radix;
    }
  }
  if (rest !== 1) throw new RangeError(`No transform of ${size} points`);

  const roots: Roots = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let k = 0; k < size; k++) {
    roots.re[k] = Math.cos((2 * Math.PI * k) / size);
    roots.im[k] = -Math.sin((2 * Math.PI * k) / size);
  }
  const scratch: Complex = { re: new Float64Array(size), im: new Float64Array(size) };
  return (x) => {
    let from = x;
    let to = scratch;
    let done = 1;
    for (const { radix, stage } of stages) {
      stage(done, roots, from, to);
      done *= radix;
      [from, to] = [to, from];
    }
    if (from !== x) {
      x.re.set(from.re);
      x.im.set(from.im);
    }
  };
}
