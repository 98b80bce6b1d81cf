import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StillQuestions } from '../../components/check-in/StillQuestions';
import { ScreeningForm } from '../../components/screening/ScreeningForm';
import { CONTRAINDICATIONS, SCREENING } from '../../lib/catalogue';
import { toDay } from '../../lib/core/day';
import { screeningTexts } from '../../lib/i18n/words/screening-words';
import { answerScreening, getSettings, type ReboundDatabase } from '../../lib/storage';
import english from '../../public/_locales/en/messages.json';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

let db: ReboundDatabase;
beforeEach(() => {
  speakEnglish('en-GB');
  db = freshDatabase();
});
afterEach(() => {
  cleanup();
  db.close();
});

const form = async () => {
  const settings = await getSettings(db);
  const { container } = render(<ScreeningForm db={db} settings={settings} />);
  const find = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    find,
    press: (selector: string) => fireEvent.click(find(selector)),
    has: (selector: string) => container.querySelector(selector) !== null,
  };
};

describe('the health questions', () => {
  it('ask about everything that can be ticked', async () => {
    const { has } = await form();
    for (const tick of CONTRAINDICATIONS) expect(has(`[data-tick="${tick}"]`), tick).toBe(true);
  });

  it('say what a tick turns off, and what waits for a doctor', async () => {
    const { press, find, has } = await form();
    expect(has('[data-details="pregnancy"]')).toBe(false);
    press('[data-tick="pregnancy"]');
    expect(find('[data-details="pregnancy"]').textContent).toContain(
      'Off until a doctor agrees: compression boots, massage gun and warm baths.',
    );
    expect(find('[data-details="pregnancy"]').textContent).toContain('Off: cold baths, cryotherapy, contrast, infrared, sauna, PEMF');
    press('[data-tick="raynaud"]');
    expect(has('[data-agreed="raynaud"]')).toBe(false);
    expect(screeningTexts('dvt').off.join(' ')).toContain('hard sessions');
  });

  it('store where an injury is, a doctor’s word, and the hours of a fast', async () => {
    const { press, find } = await form();
    for (const tick of ['acute-injury', 'diabetes', 'fasting']) press(`[data-tick="${tick}"]`);
    press('[data-place="calves"]');
    press('[data-agreed="diabetes"]');
    fireEvent.change(find('[data-fast="from"]'), { target: { value: '04:30' } });
    fireEvent.change(find('[data-fast="to"]'), { target: { value: '20:40' } });
    fireEvent.submit(find('form'));
    await waitFor(async () =>
      expect(await getSettings(db)).toMatchObject({
        contraindications: ['acute-injury', 'diabetes', 'fasting'],
        doctorAgreed: ['diabetes'],
        tickPlaces: { 'acute-injury': ['calves'] },
        fasting: { from: '04:30', to: '20:40' },
      }),
    );
  });

  it('have words for everything that the table names', () => {
    const named = Object.values(SCREENING).flatMap(({ off, offAt, ask, askAt }) => [
      ...off,
      ...(offAt?.what ?? []),
      ...ask,
      ...(askAt?.what ?? []),
    ]);
    for (const subject of named) expect(Object.keys(english)).toContain(`screens_${subject.replaceAll('-', '_')}`);
  });
});

describe('the morning question about a tick that has an end', () => {
  const ANSWERED_MS = Date.UTC(2026, 4, 1, 7);
  const MONDAY = '2026-05-04';
  const ask = async () => {
    await answerScreening(db, ['fever'], ANSWERED_MS);
    return render(<StillQuestions db={db} settings={await getSettings(db)} day={MONDAY} />);
  };

  it('says that the tick stands, and is answered in one tap', async () => {
    const { container, getByText } = await ask();
    expect(container.textContent).toContain('Still ill, or feverish?');
    expect(container.textContent).toContain('Until you answer, it stands.');
    fireEvent.click(getByText('No, it is over'));
    await waitFor(async () => expect((await getSettings(db)).contraindications).toEqual([]));
    expect((await getSettings(db)).stillTicked).toEqual({ fever: { day: MONDAY, still: false } });
  });

  it('is not asked on the day of the answers', async () => {
    await answerScreening(db, ['fever'], ANSWERED_MS);
    const { container } = render(<StillQuestions db={db} settings={await getSettings(db)} day={toDay(ANSWERED_MS)} />);
    expect(container.textContent).toBe('');
  });
});
