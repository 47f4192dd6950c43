import { expect } from 'vitest';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { delivery, type IntegrationHub, PORTAL, viewerOf } from './integration.ts';

export const OPERATOR = viewerOf({ role: 'OPERATOR' });
export const LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '32248' });
export const OTHER_LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '31999' });
export const OFFICER = viewerOf({ role: 'OFFICER', unit: '32248' });
export const AUDITOR = viewerOf({ role: 'AUDITOR' });
export const CITIZEN = viewerOf({ role: 'CITIZEN', nationalId: '096885123456' });

export interface Listed {
  synchronizations: {
    totalCount: number;
    nodes: {
      id: string;
      subject: string;
      state: string;
      attempts: number;
      lastError: string | null;
      errorCode: string | null;
      unit: { code: string };
      dossier: { id: string };
    }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

export const LIST = `query ($connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  synchronizations(connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id subject state attempts lastError errorCode unit { code } dossier { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const CONNECTORS = '{ connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError } }';
export interface Connectors {
  connectors: {
    id: string;
    kind: string;
    state: string;
    pending: number;
    parked: number;
    oldestPendingAt: string | null;
    lastSuccessAt: string | null;
    lastError: string | null;
  }[];
}

/** What tests of the integration graph do again and again, with the hub that `current` gives. */
export function graphOf(current: () => IntegrationHub) {
  /** The data of an operation that must succeed. */
  async function ask<T>(viewer: Viewer, text: string, variables?: Record<string, unknown>): Promise<T> {
    const { data, errors } = await current().query(viewer, text, variables);
    expect(errors).toBeUndefined();
    return data as T;
  }

  /** The code of the first error. */
  async function codeOf(viewer: Viewer, text: string, variables?: Record<string, unknown>): Promise<unknown> {
    const [error] = (await current().query(viewer, text, variables)).errors ?? [];
    return (error?.originalError as { code?: string } | undefined)?.code ?? error?.extensions['code'];
  }

  async function portal(viewer = OPERATOR): Promise<Connectors['connectors'][number] | undefined> {
    return (await ask<Connectors>(viewer, CONNECTORS)).connectors.find(({ id }) => id === PORTAL);
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
