import { expect } from 'vitest';
import type { ConnectorStatesQuery } from '../../schema/generated/graphql.ts';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { newUuid } from '../../src/platform/ids.ts';
import type { Query } from './client.ts';
import { CONNECTOR_STATES } from './documents.integration.ts';
import { delivery, type IntegrationHub, PORTAL, viewerOf } from './integration.ts';

export const OPERATOR = viewerOf({ role: 'OPERATOR' });
export const LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '32248' });
export const OTHER_LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '31999' });
export const OFFICER = viewerOf({ role: 'OFFICER', unit: '32248' });
export const AUDITOR = viewerOf({ role: 'AUDITOR' });
export const CITIZEN = viewerOf({ role: 'CITIZEN', nationalId: '096885123456' });

/** What tests of the integration graph do again and again, with the hub that `current` gives. */
export function graphOf(current: () => IntegrationHub) {
  /** The data of an operation that must succeed. */
  async function ask<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
    viewer: Viewer,
    query: Query<Data, Variables>,
    variables?: NoInfer<Variables>,
  ): Promise<Data> {
    const { data, errors } = await current().query(viewer, query, variables);
    expect(errors).toBeUndefined();
    return data as Data;
  }

  /** The code of the first error. */
  async function codeOf<Variables = Record<string, unknown>>(
    viewer: Viewer,
    query: Query<unknown, Variables>,
    variables?: NoInfer<Variables>,
  ): Promise<unknown> {
    const [error] = (await current().query(viewer, query, variables)).errors ?? [];
    return (error?.originalError as { code?: string } | undefined)?.code ?? error?.extensions['code'];
  }

  async function portal(viewer = OPERATOR): Promise<ConnectorStatesQuery['connectors'][number] | undefined> {
    return (await ask(viewer, CONNECTOR_STATES)).connectors.find(({ id }) => id === PORTAL);
  }

  /** Dossiers with one delivery each, a second apart. */
  async function appendDossiers(
    count: number,
    parts: { scope?: string[]; citizenIndex?: Buffer } = {},
  ): Promise<{ subject: string; subjectId: string }[]> {
    const dossiers = Array.from({ length: count }, (_, at) => ({
      subject: `H12.1-250930-${String(at + 1).padStart(4, '0')}`,
      subjectId: newUuid(),
    }));
    const first = Date.parse('2025-09-30T01:00:00Z');
    await current().append(
      dossiers.map((dossier, at) => delivery({ ...dossier, sequence: 1, at: new Date(first + at * 1_000), ...parts })),
    );
    return dossiers;
  }

  /** From now on the portal refuses everything. */
  function refuse(): void {
    current().portal.answer = () => ({ kind: 'refused', code: 'PORTAL_-3', reason: 'Hồ sơ sai' });
  }

  return { ask, codeOf, portal, appendDossiers, refuse };
}
