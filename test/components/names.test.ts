import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { comparedWords } from '../../components/app/trends/compared-words';
import { MODALITIES } from '../../lib/catalogue';
import { t } from '../../lib/i18n';
import { modalityText } from '../../lib/i18n/words/modality-words';
import messages from '../../public/_locales/en/messages.json';
import { speakEnglish } from '../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

describe('the same name everywhere', () => {
  it.each(MODALITIES)('Trends uses the plan’s name for %s', (modality) => {
    expect(comparedWords(`modality:${modality}`)).toBe(modalityText(modality));
  });

  it('keeps a tag as the user wrote it', () => {
    expect(comparedWords('tag:red-eye flight')).toBe('Red-eye flight');
  });

  it('links to the health questions use the name of their heading', () => {
    expect(t('screeningTitle')).toBe('Health questions');
    for (const key of ['cardScreening', 'planRule_screening_first', 'planScreeningShort'] as const) {
      expect(t(key), key).toMatch(/health questions/);
    }
    const others = Object.entries(messages).filter(([, { message }]) => /not for you”|what is not for you|your screening/i.test(message));
    expect(others).toEqual([]);
  });
});
