/** What somebody is doing. */
export const modes = ['PREP', 'CHECK_OUT', 'CHECK_IN', 'MOVE', 'PACK', 'LOOK_UP', 'COUNT', 'LOAD', 'RECEIVE'] as const
export type Mode = (typeof modes)[number]
export const isMode = (value: unknown): value is Mode => (modes as readonly unknown[]).includes(value)
