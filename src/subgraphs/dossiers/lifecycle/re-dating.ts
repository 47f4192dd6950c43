/** A due date that was moved with an apology (hẹn lại ngày trả). */
export interface ReDating {
  from: Date;
  to: Date;
}

const PREFIX = 'hub re-dated';

/** The key of the step that moves a due date: the dates are part of what happened, and a step has no other place for them. */
export function reDatingKey({ from, to }: ReDating): string {
  return `${PREFIX} ${from.toISOString()} ${to.toISOString()}`;
}

/** The dates of a step that moved a due date; undefined: it is another step. */
export function reDatingOf(stepKey: string): ReDating | undefined {
  if (!stepKey.startsWith(`${PREFIX} `)) return undefined;
  const [from = '', to = ''] = stepKey.slice(PREFIX.length + 1).split(' ');
  return { from: new Date(from), to: new Date(to) };
}

/** The new due dates that steps gave, and when, in their order. */
export function reDatingsAmong(steps: readonly { key: string; at: Date }[]): { at: Date; dueAt: Date }[] {
  return steps.flatMap(({ key, at }) => {
    const reDating = reDatingOf(key);
    return reDating === undefined ? [] : [{ at, dueAt: reDating.to }];
  });
}
