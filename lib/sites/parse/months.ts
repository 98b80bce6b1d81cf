import { fold, lookup } from './text';

/** Month names and abbreviations in en, fr, de, pt, es, it, ru, nl and id; Chinese and Japanese write numbers. */
const NAMES = {
  '1': 'january|jan|janvier|janv|januar|jänner|janeiro|enero|ene|gennaio|gen|январь|января|янв|januari',
  '2': 'february|feb|février|févr|fév|februar|fevereiro|fev|febrero|febbraio|февраль|февраля|фев|февр|februari',
  '3': 'march|mar|mars|märz|mär|mrz|março|marzo|март|марта|мар|maart|mrt|maret',
  '4': 'april|apr|avril|avr|abril|abr|aprile|апрель|апреля|апр',
  '5': 'may|mai|maio|mayo|maggio|mag|май|мая|mei',
  '6': 'june|jun|juin|juni|junho|junio|giugno|giu|июнь|июня|июн',
  '7': 'july|jul|juillet|juil|juli|julho|julio|luglio|lug|июль|июля|июл',
  '8': 'august|aug|août|agosto|ago|август|августа|авг|augustus|agustus|agt|agu|ags',
  '9': 'september|sep|sept|septembre|setembro|set|septiembre|setiembre|settembre|сентябрь|сентября|сен|сент',
  '10': 'october|oct|octobre|oktober|okt|outubro|out|octubre|ottobre|ott|октябрь|октября|окт',
  '11': 'november|nov|novembre|novembro|noviembre|ноябрь|ноября|ноя|нояб|nopember|nop',
  '12': 'december|dec|décembre|déc|dezember|dez|dezembro|diciembre|dic|dicembre|декабрь|декабря|дек|desember|des',
} as const;

let months: ReadonlyMap<string, string> | undefined;

/** 1..12 for a month name in any of the languages, already folded; null for any other word. */
export function monthNumber(word: string): number | null {
  months ??= lookup(NAMES, fold);
  const month = months.get(word);
  return month === undefined ? null : Number(month);
}
