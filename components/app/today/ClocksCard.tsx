import { Dumbbell, HeartPulse, Wheat } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { number, t } from '../../../lib/i18n';
import { autonomicText, fuelText, muscleText } from '../../../lib/i18n/words/readiness-words';
import { REGION_WORDS } from '../../../lib/i18n/words/region-words';
import type { Clocks } from '../../../lib/readiness';

/** The three clocks, as bands and never to the hour: fuel, autonomic, muscles by region. */
export function ClocksCard({ clocks }: { clocks: Clocks }) {
  const longest = Math.max(24, ...clocks.muscles.map(({ hoursTo }) => hoursTo), clocks.fuel?.hoursTo ?? 0);
  return (
    <section class="card stack clocks" data-clocks>
      <h2>{t('clocksTitle')}</h2>
      <Clock icon={<Wheat size={18} aria-hidden="true" />} name={t('clockFuel')} text={fuelText(clocks)}>
        {clocks.fuel !== null && <Band from={clocks.fuel.hoursFrom} to={clocks.fuel.hoursTo} longest={longest} />}
      </Clock>
      <Clock icon={<HeartPulse size={18} aria-hidden="true" />} name={t('clockAutonomic')} text={autonomicText(clocks)} />
      {clocks.muscles.length === 0 ? (
        <Clock icon={<Dumbbell size={18} aria-hidden="true" />} name={t('clockMuscles')} text={t('clockMusclesNone')} />
      ) : (
        clocks.muscles.map((muscle) => (
          <Clock
            key={muscle.region}
            icon={<Dumbbell size={18} aria-hidden="true" />}
            name={t(REGION_WORDS[muscle.region])}
            text={muscleText(muscle)}
          >
            <Band from={muscle.hoursFrom} to={muscle.hoursTo} longest={longest} />
          </Clock>
        ))
      )}
      <small>{t('clocksNote')}</small>
    </section>
  );
}

interface ClockProps {
  readonly icon: ComponentChildren;
  readonly name: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Clock({ icon, name, text, children }: ClockProps) {
  return (
    <div class="clock">
      {icon}
      <div class="stack tight">
        <h3>{name}</h3>
        {children}
        <small>{text}</small>
      </div>
    </div>
  );
}

/** Hours from now: solid up to the early end of the band, soft up to the late one. */
function Band({ from, to, longest }: { from: number; to: number; longest: number }) {
  const share = (hours: number) => `${(100 * hours) / longest}%`;
  return (
    <span class="band-bar" role="img" aria-label={t('hoursBand', number(from), number(to))}>
      <i class="sure" style={{ width: share(from) }} />
      <i class="maybe" style={{ insetInlineStart: share(from), width: share(to - from) }} />
    </span>
  );
}
