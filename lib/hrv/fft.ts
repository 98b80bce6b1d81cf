/**
 * Discrete Fourier transform of any length whose prime factors are small, by mixed radix (Stockham, so no bit reversal). The spectrum needs
 * 1200 points: padding to a power of two moves the bins and puts VLF 9–18 % off (`facts/hrv.md`).
 */
export class Fft {
  readonly size: number;
  private readonly factors: readonly number[];
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly scratchRe: Float64Array;
  private readonly scratchIm: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.factors = factorise(size);
    this.cos = new Float64Array(size);
    this.sin = new Float64Array(size);
    for (let k = 0; k < size; k++) {
      this.cos[k] = Math.cos((2 * Math.PI * k) / size);
      this.sin[k] = -Math.sin((2 * Math.PI * k) / size);
    }
    this.scratchRe = new Float64Array(size);
    this.scratchIm = new Float64Array(size);
  }

  /** Forward transform in place: X(k) = Σ x(n)·e^(−2πikn/size), unscaled. */
  transform(re: Float64Array, im: Float64Array): void {
    let fromRe = re;
    let fromIm = im;
    let toRe = this.scratchRe;
    let toIm = this.scratchIm;
    // Each stage turns transforms of `done` points into transforms of `done · radix` points.
    let done = 1;
    for (const radix of this.factors) {
      this.stage(radix, done, fromRe, fromIm, toRe, toIm);
      done *= radix;
      [fromRe, toRe] = [toRe, fromRe];
      [fromIm, toIm] = [toIm, fromIm];
    }
    if (fromRe !== re) {
      re.set(fromRe);
      im.set(fromIm);
    }
  }

  private stage(radix: number, done: number, xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array): void {
    const { size, cos, sin } = this;
    const rest = size / (done * radix);
    const stride = size / radix;
    const twiddle = size / (done * radix);
    for (let k = 0; k < done; k++) {
      for (let block = 0; block < rest; block++) {
        const from = block + k * rest * radix;
        const to = block + k * rest;
        for (let q = 0; q < radix; q++) {
          let re = 0;
          let im = 0;
          for (let r = 0; r < radix; r++) {
            // e^(−2πi·r·(k + q·done)/(done·radix)), from the one table of the whole size.
            const at = (twiddle * r * (k + q * done)) % size;
            const ar = xr[from + r * rest] ?? 0;
            const ai = xi[from + r * rest] ?? 0;
            const c = cos[at] ?? 0;
            const s = sin[at] ?? 0;
            re += ar * c - ai * s;
            im += ar * s + ai * c;
          }
          yr[to + q * stride] = re;
          yi[to + q * stride] = im;
        }
      }
    }
  }
}

function factorise(size: number): number[] {
  const factors: number[] = [];
  let rest = size;
  for (const radix of [4, 2, 3, 5]) {
    while (rest % radix === 0) {
      factors.push(radix);
      rest /= radix;
    }
  }
  for (let radix = 7; rest > 1; radix += 2) {
    while (rest % radix === 0) {
      factors.push(radix);
      rest /= radix;
    }
  }
  return factors;
}
