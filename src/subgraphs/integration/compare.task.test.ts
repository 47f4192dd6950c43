import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { PortalRecord } from '../../../connectors/contract/portal.ts';
import { graphql } from '../../../schema/generated/gql.ts';
import type { ComparisonsQuery, ComparisonsQueryVariables } from '../../../schema/generated/graphql.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { newUuid } from '../../platform/ids.ts';
import type { OutboxEvent } from '../../platform/outbox/outbox.ts';

const UNIT = 'Ủy ban nhân dân phường An Xuyên';
const QUERY = graphql(`
  query Comparisons($unit: ID, $kinds: [ComparisonKind!], $first: Int, $after: String) {
    comparisons(unit: $unit, kinds: $kinds, first: $first, after: $after) {
      totalCount
      nodes { subject kind purpose unit { code } ours { status unit } theirs { status unit } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What would be sent of a dossier, to be compared. */
function comparison(
  subject: string,
  over: { status?: number; nationalCode?: string; scope?: string[]; version?: number; id?: string } = {},
): OutboxEvent {
  const { status = 4, nationalCode, scope = ['32248', '96'], version = 1, id = newUuid() } = over;
  const byNotice = nationalCode !== undefined;
  return {
    at: new Date(),
    kind: 'portal.compare',
    subjectId: id,
    subject,
    delivery: { connector: PORTAL, operation: 'TraCuuHoSo', sequence: version },
    receivingUnit: scope[0] ?? '',
    handlingUnit: scope[0] ?? '',
    scope,
    personal: {
      dossier: {
        code: subject,
        status,
        unitName: UNIT,
        origin: byNotice ? 'NATIONAL_PORTAL' : 'PROVINCE',
        nationalCode,
        ownerName: 'Nguyễn Văn Đạt',
      },
      about: { dossierId: newUuid(), unit: scope[0], scope, byNotice },
    },
  };
}

let test: IntegrationHub;
const held = new Map<string, Omit<PortalRecord, 'code' | 'raw'>>();
const asked: string[] = [];
const OPERATOR = viewerOf({ role: 'OPERATOR' });

beforeEach(async () => {
  test = await createIntegrationHub();
  held.clear();
  asked.length = 0;
  test.portal.lookUp = async (code) => {
    asked.push(code);
    const record = held.get(code);
    return record === undefined ? null : { code, raw: {}, ...record };
  };
});
afterEach(() => test.stop());

async function list(variables: ComparisonsQueryVariables = {}, viewer = OPERATOR): Promise<ComparisonsQuery['comparisons']> {
  const { data, errors } = await test.query(viewer, QUERY, variables);
  expect(errors).toBeUndefined();
  if (data == null) throw new Error('no answer');
  return data.comparisons;
}

describe('a dossier that is compared and not sent', () => {
  it('is looked up, once for each version, and what differs is listed; nothing is ever sent', async () => {
    held.set('A-1', { status: 4, unitName: UNIT });
    held.set('A-2', { status: 2 });
    held.set('A-4', { status: 4, unitName: 'Ủy ban nhân dân xã Trí Phải' });
    held.set('A-5', {});
    await test.append(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].map((code) => comparison(code)));
    await test.deliver();
    expect(test.portal.calls.flat()).toEqual([]);
    expect(asked.toSorted()).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5']);
    const different = await list();
    expect(different.totalCount).toBe(4);
    expect(Object.fromEntries(different.nodes.map(({ subject, kind }) => [subject, kind]))).toEqual({
      'A-2': 'STATE_DIFFERS',
      'A-3': 'MISSING',
      'A-4': 'UNIT_DIFFERS',
      'A-5': 'UNKNOWN',
    });
    expect((await list({ kinds: ['EQUAL'] })).nodes).toMatchObject([{ subject: 'A-1', ours: { status: 'PROCESSING', unit: UNIT } }]);
    await test.deliver();
    expect(asked).toHaveLength(5);
  });

  it('is looked up by the number that the portal gave it', async () => {
    held.set('G22-7', { status: 2 });
    await test.append([comparison('A-1', { status: 9, nationalCode: 'G22-7' })]);
    await test.deliver();
    expect(asked).toEqual(['G22-7']);
    expect((await list({ kinds: ['EQUAL'] })).totalCount).toBe(1);
  });

  it('is told anew by its last version of the day', async () => {
    const id = newUuid();
    held.set('A-1', { status: 9 });
    await test.append([comparison('A-1', { id, version: 1, status: 4 }), comparison('A-1', { id, version: 2, status: 9 })]);
    await test.deliver();
    expect(await list()).toMatchObject({ totalCount: 0 });
    expect((await list({ kinds: ['EQUAL'] })).totalCount).toBe(1);
  });

  it('waits where the portal does not answer, and is not in doubt', async () => {
    test.portal.lookUp = async () => {
      throw new UpstreamError('no answer', { code: 'TIMEOUT', retry: true, outcomeUnknown: true, unreachable: true });
    };
    await test.append([comparison('A-1')]);
    await test.deliver();
    expect(await test.hub.db.query('SELECT state, look, error_code FROM integration.delivery')).toMatchObject([
      { state: 'PENDING', look: false, error_code: 'TIMEOUT' },
    ]);
    expect((await list()).totalCount).toBe(0);
  });

  it('keeps no name of anybody', async () => {
    await test.append([comparison('A-1')]);
    await test.deliver();
    expect(JSON.stringify(await test.hub.db.query('SELECT * FROM integration.comparison'))).not.toContain('Nguyễn');
  });
});

describe('the list of comparisons', () => {
  it('comes in pages, and shows each leader their own units', async () => {
    const codes = Array.from({ length: 5 }, (_, at) => `A-${at}`);
    await test.append([...codes.map((code) => comparison(code)), comparison('B-1', { scope: ['31825', '96'] })]);
    await test.deliver();
    const first = await list({ unit: '32248', first: 3 });
    const second = await list({ unit: '32248', first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ subject }) => subject).toSorted()).toEqual(codes);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 5]);
    const leader = viewerOf({ role: 'UNIT_LEADER', unit: '31825' });
    expect((await list({}, leader)).nodes.map(({ subject }) => subject)).toEqual(['B-1']);
    expect((await list({ unit: '32248' }, leader)).nodes).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const codeOf = async (viewer: Parameters<IntegrationHub['query']>[0]) =>
      ((await test.query(viewer, QUERY)).errors?.[0]?.originalError as { code?: string } | undefined)?.code;
    expect(await codeOf(viewerOf({ role: 'CITIZEN' }))).toBe('FORBIDDEN');
    expect(await codeOf(viewerOf({ role: 'ADMINISTRATOR' }))).toBe('FORBIDDEN');
    expect(await codeOf({ ...viewerOf({ role: 'OPERATOR' }), token: undefined, roles: [] })).toBe('UNAUTHENTICATED');
  });
});
