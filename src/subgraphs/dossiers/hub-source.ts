/** The source of what is filed through the hub itself, until the commune system of its unit takes it over. */
export const HUB_SOURCE = 'hub';

const STEP = 'hub ';

/** Whether a step was made in the hub: no source gives out such a key. */
export function isHubStep(stepKey: string): boolean {
  return stepKey.startsWith(STEP);
}

/** The same as a condition on a row of `dossiers.event`. */
export const IS_HUB_STEP = `step_key LIKE '${STEP}%'`;
