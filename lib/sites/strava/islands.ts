import * as v from 'valibot';

const text = v.optional(v.fallback(v.nullable(v.string()), null), null);
const number = v.optional(v.fallback(v.nullable(v.number()), null), null);
const identity = v.optional(v.fallback(v.nullable(v.pipe(v.union([v.string(), v.number()]), v.transform(String))), null), null);

/** `[data-react-class="ADPKudosAndComments"]`, seen 2022–2026. */
const kudosIsland = v.object({
  entityId: identity,
  activityName: text,
  ownerAthleteId: identity,
  ownedByCurrentAthlete: v.optional(v.fallback(v.nullable(v.boolean()), null), null),
});

/** `__NEXT_DATA__` of pages served to people who are not logged in, seen 2023–2026. */
const nextData = v.object({
  props: v.object({
    pageProps: v.object({
      activity: v.object({
        id: identity,
        name: text,
        startLocal: text,
        activityKind: v.optional(v.fallback(v.nullable(v.object({ sportType: text })), null), null),
        scalars: v.optional(
          v.fallback(v.nullable(v.object({ movingTime: number, elapsedTime: number, distance: number, elevationGain: number })), null),
          null,
        ),
      }),
    }),
  }),
  query: v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {}),
});

export type KudosIsland = v.InferOutput<typeof kudosIsland>;
export type NextActivity = v.InferOutput<typeof nextData>['props']['pageProps']['activity'];

function fromJson<S extends v.GenericSchema>(schema: S, json: string | null | undefined): v.InferOutput<S> | null {
  const parsed = v.safeParse(schema, JSON.parse(json || 'null'));
  return parsed.success ? parsed.output : null;
}

/** The kudos island, if it is of this activity. @throws when its JSON is broken */
export function kudosIslandOf(document: Document, id: string): KudosIsland | null {
  const element = document.querySelector('[data-react-class="ADPKudosAndComments"]');
  const island = fromJson(kudosIsland, element?.getAttribute('data-react-props'));
  return island?.entityId === id ? island : null;
}

/** The activity in `__NEXT_DATA__`, unless that names another one. @throws when its JSON is broken */
export function nextActivityOf(document: Document, id: string): NextActivity | null {
  const data = fromJson(nextData, document.querySelector('script#__NEXT_DATA__')?.textContent);
  if (data === null) return null;
  const { activity } = data.props.pageProps;
  // After a navigation within the page the data are still those of the page first served.
  const named = [activity.id, data.query.id, data.query.activityId].filter(
    (other) => typeof other === 'string' || typeof other === 'number',
  );
  return named.every((other) => String(other) === id) ? activity : null;
}
