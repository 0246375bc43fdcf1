/** The measures that come with Tongban: the folder of each inside this package. */
export const READY_MEASURES = ['mock-approval'] as const;

/** One of {@link READY_MEASURES}. */
export type ReadyMeasure = (typeof READY_MEASURES)[number];
