/** Leaves out what is not known, so that absence stays absence on the wire. */
export function known<T extends object>(value: { [K in keyof T]: T[K] | undefined | null }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each != null)) as T;
}
