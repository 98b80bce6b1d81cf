import { roundDecimals } from '../../core/numbers';
import { parseNumber } from './numbers';
import { fold, lookup } from './text';

type LengthUnit = 'km' | 'm' | 'mi' | 'ft' | 'yd';

const METRES: Readonly<Record<LengthUnit, number>> = { km: 1000, m: 1, mi: 1609.344, ft: 0.3048, yd: 0.9144 };

/** Symbols and names in en, fr, de, pt, es, it, ru, ja, nl, zh-TW, zh-CN and id, as in texts and `title` attributes. */
const WORDS: Readonly<Record<LengthUnit, string>> = {
  km: 'km|kms|kilometer|kilometers|kilometre|kilometres|kilometern|kilometro|kilometros|quilometro|quilometros|chilometro|chilometri|км|километр|километры|километра|километров|キロ|キロメートル|公里|千米',
  m: 'm|mtr|meter|meters|metre|metres|metern|metro|metros|metri|м|метр|метры|метра|метров|メートル|米|公尺',
  mi: 'mi|mile|miles|mille|milles|meile|meilen|milha|milhas|milla|millas|miglio|miglia|миля|мили|миль|マイル|mijl|mijlen|英里|哩|mil',
  ft: 'ft|foot|feet|pied|pieds|pi|fuß|fuss|pe|pes|pie|pies|piede|piedi|фут|футы|фута|футов|фт|フィート|voet|英尺|英呎|呎|kaki',
  yd: 'yd|yds|yard|yards|verge|verges|vg|jarda|jardas|jd|yarda|yardas|iarda|iarde|ярд|ярды|ярда|ярдов|ヤード|码|碼',
};

let units: ReadonlyMap<string, LengthUnit> | undefined;
const parseUnit = (raw: string): LengthUnit | null => {
  units ??= lookup(WORDS, fold);
  return units.get(fold(raw).replace(/\.$/, '')) ?? null;
};

/**
 * The unit that a symbol and its full name agree on; either may be ''. Null when unknown or contradictory. A lone "m" with a name that is
 * no unit of length is not a metre: pages also write minutes that way.
 */
export function lengthUnit(symbol: string, name: string): LengthUnit | null {
  const bySymbol = parseUnit(symbol);
  if (fold(name) === '') return bySymbol;
  const byName = parseUnit(name);
  if (byName === null) return bySymbol === 'm' ? null : bySymbol;
  return fold(symbol) === '' || bySymbol === byName ? byName : null;
}

/** Metres of a number text and its unit; null unless both are certain. At most two decimals, as training sites show them. */
export function toMetres(number: string, unit: LengthUnit | null, language: string): number | null {
  const value = unit === null ? null : parseNumber(number, language, 2);
  return unit === null || value === null ? null : roundDecimals(value * METRES[unit], 3);
}
