import { describe, expect, it } from 'vitest';
import type { DossierRow, HubAdditions, StoredDocument, StoredSupplement } from '../dossier.row.ts';
import { keepAdditions, noteAdditions } from './additions.ts';

const paper = (id: string) => ({ id, name: id, isResult: false, digitized: false }) as StoredDocument;
const request = (number: number, over: Partial<StoredSupplement> = {}): StoredSupplement => ({
  ...{ number, requestedAt: `2025-09-2${number}T01:00:00.250Z`, requestedBy: 'Lê Thị Cán Bộ', content: `thiếu ${number}` },
  ...{ receivedAt: null, receivedBy: null, previousDueAt: null, newDueAt: null },
  ...over,
});
const row = (over: Partial<DossierRow> = {}): DossierRow =>
  ({
    documents: [],
    supplements: [],
    voided_at: null,
    void_reason: null,
    digitized_result: false,
    hub_additions: {},
    ...over,
  }) as DossierRow;

/** What becomes of a source's version beside what is held. */
function kept(held: DossierRow, made: DossierRow): { row: DossierRow; left: HubAdditions } {
  keepAdditions(made, held);
  return { row: made, left: made.hub_additions };
}

describe('what the hub added to a dossier', () => {
  it('is noted once it is there, and nothing where nothing is', () => {
    const dossier = row();
    noteAdditions(dossier, { documents: [], requests: [] });
    expect(dossier.hub_additions).toEqual({});
    noteAdditions(dossier, { documents: ['a'], voided: true });
    noteAdditions(dossier, { documents: ['b'], receptions: [1] });
    expect(dossier.hub_additions).toEqual({ voided: true, documents: ['a', 'b'], receptions: [1] });
  });

  it('stays behind what the source names, until the source names it too', () => {
    const held = row({ documents: [paper('own'), paper('added')], hub_additions: { documents: ['added'] } });
    const unaware = kept(held, row({ documents: [paper('new')] }));
    expect(unaware.row.documents.map(({ id }) => id)).toEqual(['new', 'added']);
    expect(unaware.left).toEqual({ documents: ['added'] });
    const told = kept(unaware.row, row({ documents: [paper('added')] }));
    expect(told.left).toEqual({});
    expect(kept(told.row, row()).row.documents).toEqual([]);
  });

  it('counts as a digitized result where it is one', () => {
    const result = { ...paper('result'), isResult: true, digitized: true };
    const held = row({ documents: [result], hub_additions: { documents: ['result'] } });
    expect(kept(held, row()).row.digitized_result).toBe(true);
  });

  it('is a void that false does not take back, but a source that had said true does', () => {
    const at = new Date('2025-09-30T03:00:00Z');
    const held = row({ voided_at: at, void_reason: 'Nhập trùng', hub_additions: { voided: true } });
    const unaware = kept(held, row());
    expect(unaware).toMatchObject({ row: { voided_at: at, void_reason: 'Nhập trùng' }, left: { voided: true } });
    const told = kept(unaware.row, row({ voided_at: at }));
    expect(told).toMatchObject({ row: { voided_at: at, void_reason: 'Nhập trùng' }, left: {} });
    expect(kept(told.row, row()).row.voided_at).toBeNull();
  });

  it('is a request whose number goes on where the source gave that number to another', () => {
    const held = row({ supplements: [request(1)], hub_additions: { requests: [1] } });
    const other = request(1, { requestedAt: '2025-09-29T02:00:00Z', content: 'khác' });
    const { row: made, left } = kept(held, row({ supplements: [other] }));
    expect(made.supplements.map(({ number, content }) => [number, content])).toEqual([
      [1, 'khác'],
      [2, 'thiếu 1'],
    ]);
    expect(left).toEqual({ requests: [2] });
  });

  it.each([
    { said: 'in the same second', echo: { content: 'viết lại', number: 7, requestedAt: '2025-09-21T01:00:00Z' } },
    { said: 'under the same number in the same words', echo: { content: ' thiếu 1', requestedAt: '2025-09-21T01:05:00Z' } },
  ])('is a request that the source knows where it was asked for $said', ({ echo }) => {
    const held = row({ supplements: [request(1)], hub_additions: { requests: [1] } });
    const { row: made, left } = kept(held, row({ supplements: [request(1, echo)] }));
    expect(made.supplements).toEqual([request(1, echo)]);
    expect(left).toEqual({});
  });

  it('is that papers came, of its own request and of the source’s, until the source says so', () => {
    const came = { receivedAt: '2025-09-28T02:00:00.000Z', receivedBy: 'Công dân', newDueAt: '2025-10-09T10:00:00.000Z' };
    const own = row({ supplements: [request(1, came)], hub_additions: { requests: [1], receptions: [1] } });
    const unaware = kept(own, row());
    expect(unaware.row.supplements).toEqual([request(1, came)]);
    expect(unaware.left).toEqual({ requests: [1], receptions: [1] });
    const half = kept(unaware.row, row({ supplements: [request(1)] }));
    expect(half.row.supplements).toEqual([request(1, came)]);
    expect(half.left).toEqual({ receptions: [1] });
    const said = request(1, { receivedAt: '2025-09-28T02:00:00Z', receivedBy: 'Một cửa' });
    const told = kept(half.row, row({ supplements: [said] }));
    expect(told.row.supplements).toEqual([said]);
    expect(told.left).toEqual({});
    const sources = row({ supplements: [request(1, came)], hub_additions: { receptions: [1] } });
    expect(kept(sources, row()).row.supplements).toEqual([]);
  });
});
