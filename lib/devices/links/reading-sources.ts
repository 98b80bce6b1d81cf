import { knownServices, type LiveSource, type ServiceDefinition } from '../../bluetooth/services';

/** A characteristic with measurements to show. The first source that a device has decides its kind. */
export interface ReadingSource extends LiveSource {
  readonly service: string;
  readonly characteristic: string;
}

/** Every source of live readings in these services, in their order. */
export function readingSources(services: readonly ServiceDefinition[] = knownServices): readonly ReadingSource[] {
  return services.flatMap(({ uuid: service, characteristics }) =>
    Object.values(characteristics).flatMap(({ uuid: characteristic, live }) =>
      live === undefined ? [] : [{ service, characteristic, ...live }],
    ),
  );
}
