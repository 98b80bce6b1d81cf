/** Places and states of the body that some modalities must avoid (docs/recovery-sources.md, "Where not"). */
export const BODY_SITES = [
  'neck',
  'throat',
  'head',
  'spine',
  'bone',
  'joint',
  'groin',
  'varicose-veins',
  'numb-skin',
  'fresh-injury',
  'unexplained-calf-pain',
  'painful-spot',
  'eyes',
] as const;
export type BodySite = (typeof BODY_SITES)[number];
