import { aFlag, aNumber, anId, aText, at, json } from '../parse/untrusted';

export interface KudosIsland {
  readonly activityName: string | null;
  readonly ownerAthleteId: string | null;
  readonly ownedByCurrentAthlete: boolean | null;
}

/** `[data-react-class="ADPKudosAndComments"]` (2022–2026), if it belongs to this activity. */
export function findKudosIsland(document: Document, id: string): KudosIsland | null {
  const props = json(document.querySelector('[data-react-class="ADPKudosAndComments"]')?.getAttribute('data-react-props'));
  if (anId(at(props, 'entityId')) !== id) return null;
  return {
    activityName: aText(at(props, 'activityName')),
    ownerAthleteId: anId(at(props, 'ownerAthleteId')),
    ownedByCurrentAthlete: aFlag(at(props, 'ownedByCurrentAthlete')),
  };
}

export interface NextActivity {
  readonly name: string | null;
  readonly startLocal: string | null;
  readonly sportType: string | null;
  /** s */
  readonly movingTime: number | null;
  /** s */
  readonly elapsedTime: number | null;
  /** m */
  readonly distance: number | null;
  /** m */
  readonly elevationGain: number | null;
}

/** `__NEXT_DATA__` on pages for visitors who are not signed in (2023–2026), unless it names another activity. */
export function findNextActivity(document: Document, id: string): NextActivity | null {
  const data = json(document.querySelector('script#__NEXT_DATA__')?.textContent);
  const activity = at(data, 'props', 'pageProps', 'activity');
  if (typeof activity !== 'object' || activity === null) return null;
  // After a navigation within the page, the data are still those of the page that was served first.
  const named = [at(activity, 'id'), at(data, 'query', 'id'), at(data, 'query', 'activityId')].map(anId);
  if (named.some((other) => other !== null && other !== id)) return null;
  const scalar = (name: string) => aNumber(at(activity, 'scalars', name));
  return {
    name: aText(at(activity, 'name')),
    startLocal: aText(at(activity, 'startLocal')),
    sportType: aText(at(activity, 'activityKind', 'sportType')),
    movingTime: scalar('movingTime'),
    elapsedTime: scalar('elapsedTime'),
    distance: scalar('distance'),
    elevationGain: scalar('elevationGain'),
  };
}
