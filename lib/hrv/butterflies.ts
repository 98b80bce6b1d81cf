/** One stage of a mixed-radix transform (Stockham) for radices 3, 4 and 5: every `done` points become `done · radix`. */

/** Complex numbers in two arrays. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** e^(−2πik/size) for k = 0 … size − 1. */
export type Roots = Complex;

const SIN3 = Math.sin(Math.PI / 1.5);
const COS5 = Math.cos(Math.PI / 2.5);
const SIN5 = Math.sin(Math.PI / 2.5);
const COS5_2 = Math.cos(Math.PI / 1.25);
const SIN5_2 = Math.sin(Math.PI / 1.25);

export function stageOf3(done: number, roots: Roots, from: Complex, to: Complex): void {
  const { re: xr, im: xi } = from;
  const { re: yr, im: yi } = to;
  const stride = xr.length / 3;
  const rest = stride / done;
  for (let k = 0; k < done; k++) {
    const c1 = roots.re[rest * k] ?? 0;
    const s1 = roots.im[rest * k] ?? 0;
    const c2 = roots.re[2 * rest * k] ?? 0;
    const s2 = roots.im[2 * rest * k] ?? 0;
    for (let block = 0; block < rest; block++) {
      const at = block + 3 * k * rest;
      const put = block + k * rest;
      const ar = xr[at] ?? 0;
      const ai = xi[at] ?? 0;
      const r1 = xr[at + rest] ?? 0;
      const i1 = xi[at + rest] ?? 0;
      const r2 = xr[at + 2 * rest] ?? 0;
      const i2 = xi[at + 2 * rest] ?? 0;
      const br = r1 * c1 - i1 * s1;
      const bi = r1 * s1 + i1 * c1;
      const cr = r2 * c2 - i2 * s2;
      const ci = r2 * s2 + i2 * c2;
      const sumR = br + cr;
      const sumI = bi + ci;
      const gapR = SIN3 * (br - cr);
      const gapI = SIN3 * (bi - ci);
      const midR = ar - sumR / 2;
      const midI = ai - sumI / 2;
      yr[put] = ar + sumR;
      yi[put] = ai + sumI;
      yr[put + stride] = midR + gapI;
      yi[put + stride] = midI - gapR;
      yr[put + 2 * stride] = midR - gapI;
      yi[put + 2 * stride] = midI + gapR;
    }
  }
}

export function stageOf4(done: number, roots: Roots, from: Complex, to: Complex): void {
  const { re: xr, im: xi } = from;
  const { re: yr, im: yi } = to;
  const stride = xr.length / 4;
  const rest = stride / done;
  for (let k = 0; k < done; k++) {
    const c1 = roots.re[rest * k] ?? 0;
    const s1 = roots.im[rest * k] ?? 0;
    const c2 = roots.re[2 * rest * k] ?? 0;
    const s2 = roots.im[2 * rest * k] ?? 0;
    const c3 = roots.re[3 * rest * k] ?? 0;
    const s3 = roots.im[3 * rest * k] ?? 0;
    for (let block = 0; block < rest; block++) {
      const at = block + 4 * k * rest;
      const put = block + k * rest;
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

export function stageOf5(done: number, roots: Roots, from: Complex, to: Complex): void {
  const { re: xr, im: xi } = from;
  const { re: yr, im: yi } = to;
  const stride = xr.length / 5;
  const rest = stride / done;
  for (let k = 0; k < done; k++) {
    const c1 = roots.re[rest * k] ?? 0;
    const s1 = roots.im[rest * k] ?? 0;
    const c2 = roots.re[2 * rest * k] ?? 0;
    const s2 = roots.im[2 * rest * k] ?? 0;
    const c3 = roots.re[3 * rest * k] ?? 0;
    const s3 = roots.im[3 * rest * k] ?? 0;
    const c4 = roots.re[4 * rest * k] ?? 0;
    const s4 = roots.im[4 * rest * k] ?? 0;
    for (let block = 0; block < rest; block++) {
      const at = block + 5 * k * rest;
      const put = block + k * rest;
      const ar = xr[at] ?? 0;
      const ai = xi[at] ?? 0;
      const r1 = xr[at + rest] ?? 0;
      const i1 = xi[at + rest] ?? 0;
      const r2 = xr[at + 2 * rest] ?? 0;
      const i2 = xi[at + 2 * rest] ?? 0;
      const r3 = xr[at + 3 * rest] ?? 0;
      const i3 = xi[at + 3 * rest] ?? 0;
      const r4 = xr[at + 4 * rest] ?? 0;
      const i4 = xi[at + 4 * rest] ?? 0;
      const br = r1 * c1 - i1 * s1;
      const bi = r1 * s1 + i1 * c1;
      const cr = r2 * c2 - i2 * s2;
      const ci = r2 * s2 + i2 * c2;
      const dr = r3 * c3 - i3 * s3;
      const di = r3 * s3 + i3 * c3;
      const er = r4 * c4 - i4 * s4;
      const ei = r4 * s4 + i4 * c4;
      // Inputs 1 and 4, and 2 and 3, are combined: their sums with cosines, their differences with sines.
      const outerR = br + er;
      const outerI = bi + ei;
      const innerR = cr + dr;
      const innerI = ci + di;
      const outerGapR = br - er;
      const outerGapI = bi - ei;
      const innerGapR = cr - dr;
      const innerGapI = ci - di;
      const oneR = ar + COS5 * outerR + COS5_2 * innerR;
      const oneI = ai + COS5 * outerI + COS5_2 * innerI;
      const twoR = ar + COS5_2 * outerR + COS5 * innerR;
      const twoI = ai + COS5_2 * outerI + COS5 * innerI;
      const oneTurnR = SIN5 * outerGapR + SIN5_2 * innerGapR;
      const oneTurnI = SIN5 * outerGapI + SIN5_2 * innerGapI;
      const twoTurnR = SIN5_2 * outerGapR - SIN5 * innerGapR;
      const twoTurnI = SIN5_2 * outerGapI - SIN5 * innerGapI;
      yr[put] = ar + outerR + innerR;
      yi[put] = ai + outerI + innerI;
      yr[put + stride] = oneR + oneTurnI;
      yi[put + stride] = oneI - oneTurnR;
      yr[put + 2 * stride] = twoR + twoTurnI;
      yi[put + 2 * stride] = twoI - twoTurnR;
      yr[put + 3 * stride] = twoR - twoTurnI;
      yi[put + 3 * stride] = twoI + twoTurnR;
      yr[put + 4 * stride] = oneR - oneTurnI;
      yi[put + 4 * stride] = oneI + oneTurnR;
    }
  }
}
