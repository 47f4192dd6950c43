import type { DossierRow, HubAdditions, StoredSupplement } from '../dossier.row.ts';

/** Adds to what the hub added by itself. */
export function noteAdditions(row: DossierRow, added: HubAdditions): void {
  const { documents = [], requests = [], receptions = [], voided } = row.hub_additions;
  row.hub_additions = withoutEmpty({
    ...(voided === true || added.voided === true ? { voided: true } : {}),
    documents: [...documents, ...(added.documents ?? [])],
    requests: [...requests, ...(added.requests ?? [])],
    receptions: [...receptions, ...(added.receptions ?? [])],
  });
}

/**
 * Joins to the row that a source's version makes what the hub added to the held one and the source does not say yet. What the source
 * says is its own from then on, and its later versions may take it back. `voided` false is what a source says that never heard of
 * it, for the field's default is false: only one that said true can take a void back.
 */
export function keepAdditions(made: DossierRow, held: DossierRow): void {
  made.hub_additions = {};
  keepVoid(made, held);
  keepPapers(made, held);
  keepRequests(made, held);
  keepReceptions(made, held);
}

function keepVoid(made: DossierRow, held: DossierRow): void {
  if (held.hub_additions.voided !== true) return;
  made.void_reason ??= held.void_reason;
  if (made.voided_at !== null) return;
  made.voided_at = held.voided_at;
  noteAdditions(made, { voided: true });
}

/** A paper that the source names as well has kept its row key. */
function keepPapers(made: DossierRow, held: DossierRow): void {
  const added = new Set(held.hub_additions.documents);
  const named = new Set(made.documents.map(({ id }) => id));
  const kept = held.documents.filter(({ id }) => added.has(id) && !named.has(id));
  made.documents = [...made.documents, ...kept];
  made.digitized_result = made.documents.some((document) => document.isResult && document.digitized);
  noteAdditions(made, { documents: kept.map(({ id }) => id) });
}

function keepRequests(made: DossierRow, held: DossierRow): void {
  const added = new Set(held.hub_additions.requests);
  for (const request of held.supplements) {
    if (!added.has(request.number) || made.supplements.some((each) => isSame(each, request))) continue;
    // The source may have asked for another one meanwhile, under the same number.
    const taken = made.supplements.some(({ number }) => number === request.number);
    const number = taken ? nextNumber(made.supplements) : request.number;
    made.supplements = [...made.supplements, { ...request, number }].sort((a, b) => a.number - b.number);
    noteAdditions(made, { requests: [number] });
    // It was kept as it is, with what was received of it.
    if (request.receivedAt !== null) noteAdditions(made, { receptions: [number] });
  }
}

/** Of what the source itself does not name any more, it need not say that it was received. */
function keepReceptions(made: DossierRow, held: DossierRow): void {
  const added = new Set(held.hub_additions.receptions);
  for (const request of held.supplements) {
    const own = added.has(request.number) ? made.supplements.find((each) => isSame(each, request)) : undefined;
    if (own === undefined || own.receivedAt !== null) continue;
    const { receivedAt, receivedBy, newDueAt } = request;
    made.supplements = made.supplements.map((each) =>
      each === own ? { ...own, receivedAt, receivedBy, newDueAt: own.newDueAt ?? newDueAt } : each,
    );
    noteAdditions(made, { receptions: [own.number] });
  }
}

/** The number of the next supplement. */
export function nextNumber(supplements: readonly Pick<StoredSupplement, 'number'>[]): number {
  return Math.max(0, ...supplements.map(({ number }) => number)) + 1;
}

/** Whether two are one request: asked for in the same second, for not every system keeps more, or under one number in the same words. */
function isSame(one: StoredSupplement, other: StoredSupplement): boolean {
  const second = (text: string) => Math.floor(new Date(text).getTime() / 1_000);
  const words = (text: string) => text.normalize('NFC').trim();
  return (
    second(one.requestedAt) === second(other.requestedAt) || (one.number === other.number && words(one.content) === words(other.content))
  );
}

function withoutEmpty(additions: HubAdditions): HubAdditions {
  return Object.fromEntries(Object.entries(additions).filter(([, each]) => each === true || each.length > 0));
}
