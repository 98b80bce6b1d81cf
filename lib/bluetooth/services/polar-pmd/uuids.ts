/** Polar Measurement Data: Polar's own service, so these are no short numbers. */
export const polarPmdUuids = {
  service: 'fb005c80-02e7-f387-1cad-8acd2d8df0c8',
  controlPoint: 'fb005c81-02e7-f387-1cad-8acd2d8df0c8',
  data: 'fb005c82-02e7-f387-1cad-8acd2d8df0c8',
} as const;
