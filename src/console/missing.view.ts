import { type Html, html } from './html.ts';
import type { DayOfMoney } from './operations.ts';
import type { Scene } from './scene.ts';

type Missing = DayOfMoney['missingStatements'][number];

/** So many are named outright; more are counted by provider and named on demand. */
const NAMED = 5;

/** The statements of one day that have not come; `lead` says whose day it is. */
export function missingStatements({ formats }: Scene, { day, lead, rows }: { day: string; lead: Html; rows: readonly Missing[] }): Html {
  const named = rows.map(({ provider, merchantCode, unit }) => `${provider} ${merchantCode} (${unit.name})`).join(', ');
  if (rows.length <= NAMED) return html`${lead} ${named}`;
  const counted = [...Map.groupBy(rows, ({ provider }) => provider)].map(([provider, of]) => `${provider} ${formats.count(of.length)}`);
  return html`<details id="missing-${day}"><summary>${lead} ${counted.join(', ')}</summary>${named}</details>`;
}
