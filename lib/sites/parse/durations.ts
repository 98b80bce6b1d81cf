import { fold } from './text';

type Part = 'd' | 'h' | 'm' | 's';

const SECONDS: Readonly<Record<Part, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };
const ORDER = 'dhms';

/** Unit words after `fold`, in the languages of the sites. Single letters that mean different units come from `LETTERS`. */
const UNITS: readonly (readonly [Part, RegExp])[] = [
  ['d', /^(days?|jours?|tage?n?|dias?|giorn[io]|сут|дн|день|дня|днеи|日|天|dag(en)?|hari)$/],
  ['h', /^(h|hrs?|hours?|heures?|std|stunden?|horas?|or[ae]|ч|час(а|ов)?|時間?|时|小時|小时|u|uur|uren|jam)$/],
  ['m', /^(m|mins?|minutes?|minuten?|minut[oi]s?|м|мин|минут[аы]?|分|分鐘|分钟|mnt|menit)$/],
  ['s', /^(s|secs?|seconds?|secondes?|sek|sekunden?|segs?|segundos?|second[oi]|seconden?|с|сек|секунд[аы]?|秒|秒鐘|秒钟|dtk|detik)$/],
];

/** "j" means day in French and hour in Indonesian; "d" means day in English and second in Indonesian. */
const LETTERS: Readonly<Record<string, Part>> = {
  'fr:j': 'd',
  'id:j': 'h',
  'id:d': 's',
  'en:d': 'd',
  'es:d': 'd',
  'pt:d': 'd',
  'ru:д': 'd',
  'de:t': 'd',
};

function parsePart(word: string, language: string): Part | null {
  const found = UNITS.find(([, words]) => words.test(word));
  return found?.[0] ?? LETTERS[`${language.slice(0, 2).toLowerCase()}:${word}`] ?? null;
}

function clock(text: string): number | null {
  const match = /^(?:(\d{1,3}):(?=\d\d:))?(\d{1,2}):(\d{2})$/.exec(text);
  const [hours, minutes, seconds] = [Number(match?.[1] ?? 0), Number(match?.[2]), Number(match?.[3])];
  return match && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : null;
}

function spelt(text: string, language: string): number | null {
  const tokens = [...text.matchAll(/(\d{1,5}) ?([^\d\s:.,/]+)\.?/g)];
  if (tokens.length === 0 || text.replace(/(\d{1,5}) ?([^\d\s:.,/]+)\.?/g, '').trim() !== '') return null;
  let total = 0;
  let last = -1;
  for (const [, digits, word] of tokens) {
    const part = parsePart(word ?? '', language);
    const rank = part === null ? -1 : ORDER.indexOf(part);
    // Units must come from the largest to the smallest, each once; 90 min is valid only without a larger unit before it.
    if (part === null || rank <= last || (last >= 0 && Number(digits) >= (part === 'h' ? 24 : 60))) return null;
    total += Number(digits) * SECONDS[part];
    last = rank;
  }
  return total;
}

/**
 * Seconds of "1:02:33", "54:29" (minutes and seconds), "1h 2m", "45s", "1 Std. 2 Min.", "1時間2分". Null for anything else, including a bare
 * number or a pace.
 * @param language BCP 47; '' when unknown
 */
export function parseDuration(raw: string, language: string): number | null {
  const text = fold(raw);
  return clock(text) ?? spelt(text, language);
}
