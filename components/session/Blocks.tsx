import type { OneTapAnswer } from '../../lib/catalogue';
import type { Block } from '../../lib/devices/safety/clearance';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { blockWords } from './block-words';

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Opens the screening. */
  readonly screen: () => void;
  readonly answer: (answer: OneTapAnswer) => void;
  readonly runsOn: boolean;
  readonly acknowledge: (acknowledged: boolean) => void;
  readonly endsByItself: boolean;
}

/** What blocks a start, each with the one action that resolves it, if there is one. */
export function Blocks({ blocks, screen, answer, runsOn, acknowledge, endsByItself }: BlocksProps) {
  return (
    <>
      {blocks
        .filter(({ code }) => code !== 'runs-on-not-acknowledged')
        .map((block) => {
          const { what, todo } = blockWords(block);
          return (
            <Notice
              key={'region' in block ? `${block.code} ${block.region}` : block.code}
              kind={block.code === 'one-tap-needed' ? 'info' : 'warn'}
              what={what}
              todo={todo}
            >
              {block.code === 'screening-due' && block.why === 'answers-unread' && <a href="#today">{t('checkInOpen')}</a>}
              {block.code === 'screening-due' && block.why !== 'answers-unread' && (
                <div>
                  <button type="button" class="quiet" onClick={screen}>
                    {t('screeningOpen')}
                  </button>
                </div>
              )}
              {block.code === 'one-tap-needed' && (
                <div class="row">
                  <button type="button" class="quiet" data-one-tap="none" onClick={() => answer('none')}>
                    {t('oneTapNone')}
                  </button>
                  <button type="button" class="quiet" data-one-tap="some" onClick={() => answer('some')}>
                    {t('oneTapSome')}
                  </button>
                </div>
              )}
            </Notice>
          );
        })}
      {!endsByItself && (
        <Notice kind="warn" what={t('runsOnWarning')} todo={t('runsOnTodo')}>
          <label class="tick">
            <input type="checkbox" data-runs-on checked={runsOn} onChange={(event) => acknowledge(event.currentTarget.checked)} />
            {t('runsOnKnown')}
          </label>
        </Notice>
      )}
    </>
  );
}
