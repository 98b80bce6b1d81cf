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
    let from: Complex = { re, im };
    let to: Complex = { re: this.scratchRe, im: this.scratchIm };
    // Each stage turns transforms of `done` points into transforms of `done · radix` points.
    let done = 1;
    for (const radix of this.factors) {
      if (radix === 4) this.stageOf4(done, from, to);
      else this.stage(radix, done, from, to);
      done *= radix;
      [from, to] = [to, from];
    }
    if (from.re !== re) {
      re.set(from.re);
      im.set(from.im);
    }
  }

  private stageOf4(done: number, from: Complex, to: Complex): void {
    const { size, cos, sin } = this;
    const { re: xr, im: xi } = from;
    const { re: yr, im: yi } = to;
    const rest = size / (done * 4);
    const stride = size / 4;
    for (let k = 0; k < done; k++) {
      const c1 = cos[rest * k] ?? 0;
      const s1 = sin[rest * k] ?? 0;
      const c2 = cos[2 * rest * k] ?? 0;
      const s2 = sin[2 * rest * k] ?? 0;
      const c3 = cos[3 * rest * k] ?? 0;
      const s3 = sin[3 * rest * k] ?? 0;
      for (let block = 0; block < rest; block++) {
        const at = block + 4 * k * rest;
        const ar = xr[at] ?? 0;
        const ai = xi[at] ?? 0;
        const r1 = xr[at + rest] ?? 0;
        const i1 = xi[at + rest] ?? 0;
        const r2 = xr[at + 2 * rest] ?? 0;
        const i2 = xi[at + 2 * rest] ?? 0;
        const r3 = xr[at + 3 * rest] ?? 0;
        const i3 = xi[at + 3 * rest] ?? 0;
        const br = r1 * c1 - i1 * s1;
        const bi = r1 * s1 + i1 * c1;
        const cr = r2 * c2 - i2 * s2;
        const ci = r2 * s2 + i2 * c2;
        const dr = r3 * c3 - i3 * s3;
        const di = r3 * s3 + i3 * c3;
        const put = block + k * rest;
        yr[put] = ar + cr + (br + dr);
        yi[put] = ai + ci + (bi + di);
        yr[put + stride] = ar - cr + (bi - di);
        yi[put + stride] = ai - ci - (br - dr);
        yr[put + 2 * stride] = ar + cr - (br + dr);
        yi[put + 2 * stride] = ai + ci - (bi + di);
        yr[put + 3 * stride] = ar - cr - (bi - di);
        yi[put + 3 * stride] = ai - ci + (br - dr);
      }
    }
  }

  /** Any radix. Inputs r and radix − r are taken together: their sum goes with cosines, their difference with sines. */
  private stage(radix: number, done: number, from: Complex, to: Complex): void {
    const { size, cos, sin } = this;
    const { re: xr, im: xi } = from;
    const { re: yr, im: yi } = to;
    const rest = size / (done * radix);
    const stride = size / radix;
    const pairs = (radix - 1) >> 1;
    const even = radix % 2 === 0;
    const sumRe = new Float64Array(pairs + 1);
    const sumIm = new Float64Array(pairs + 1);
    const gapRe = new Float64Array(pairs + 1);
    const gapIm = new Float64Array(pairs + 1);
    for (let k = 0; k < done; k++) {
      for (let block = 0; block < rest; block++) {
        const at = block + k * rest * radix;
        const put = block + k * rest;
        for (let r = 1; r <= pairs; r++) {
          const other = radix - r;
          const cr = cos[r * rest * k] ?? 0;
          const sr = sin[r * rest * k] ?? 0;
          const co = cos[other * rest * k] ?? 0;
          const so = sin[other * rest * k] ?? 0;
          const xrr = xr[at + r * rest] ?? 0;
          const xri = xi[at + r * rest] ?? 0;
          const xor = xr[at + other * rest] ?? 0;
          const xoi = xi[at + other * rest] ?? 0;
          const ar = xrr * cr - xri * sr;
          const ai = xrr * sr + xri * cr;
          const br = xor * co - xoi * so;
          const bi = xor * so + xoi * co;
          sumRe[r] = ar + br;
          sumIm[r] = ai + bi;
          gapRe[r] = ar - br;
          gapIm[r] = ai - bi;
        }
        const zeroRe = xr[at] ?? 0;
        const zeroIm = xi[at] ?? 0;
        let halfRe = 0;
        let halfIm = 0;
        if (even) {
          const middle = radix / 2;
          const c = cos[middle * rest * k] ?? 0;
          const s = sin[middle * rest * k] ?? 0;
          const re = xr[at + middle * rest] ?? 0;
          const im = xi[at + middle * rest] ?? 0;
          halfRe = re * c - im * s;
          halfIm = re * s + im * c;
        }
        for (let q = 0; q <= radix >> 1; q++) {
          let re = zeroRe + (q % 2 === 0 ? halfRe : -halfRe);
          let im = zeroIm + (q % 2 === 0 ? halfIm : -halfIm);
          let sineRe = 0;
          let sineIm = 0;
          for (let r = 1; r <= pairs; r++) {
            const turn = ((q * r) % radix) * stride;
            const c = cos[turn] ?? 0;
            const s = sin[turn] ?? 0;
            re += (sumRe[r] ?? 0) * c;
            im += (sumIm[r] ?? 0) * c;
            sineRe -= (gapIm[r] ?? 0) * s;
            sineIm += (gapRe[r] ?? 0) * s;
          }
          yr[put + q * stride] = re + sineRe;
          yi[put + q * stride] = im + sineIm;
          if (q === 0 || 2 * q === radix) continue;
          yr[put + (radix - q) * stride] = re - sineRe;
          yi[put + (radix - q) * stride] = im - sineIm;
        }
      }
    }
  }
}

interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
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
