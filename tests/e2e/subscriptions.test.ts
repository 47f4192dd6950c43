import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { DossierChangedSubscription, DossierIngestInput, TypedDocumentString } from '../../schema/generated/graphql.ts';
import { expirePending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { CONNECTOR_CHANGED, DOSSIER_CHANGED, INGESTED, PAUSE, PAY, PAYMENT_CHANGED } from '../support/documents.subscriptions.ts';
import { type Form, type Forms, START_MS, startForms } from '../support/forms.ts';

const UNIT = '32248';
const OTHER_UNIT = '31825';
const NUMBER = '096885123456';

let forms: Forms;
let tokens: Record<'source' | 'officer' | 'other' | 'operator' | 'citizen', string>;
let count = 0;

beforeAll(async () => {
  forms = await startForms({ dossiers: 30 });
  const { token } = forms.hub;
  tokens = {
    source: await token({ role: 'SYSTEM', source: 'test', unit: '96' }),
    officer: await token({ role: 'OFFICER', unit: UNIT }),
    other: await token({ role: 'OFFICER', unit: OTHER_UNIT }),
    operator: await token({ role: 'OPERATOR' }),
    citizen: await token({ role: 'CITIZEN', nationalId: NUMBER }),
  };
}, START_MS);
afterAll(() => forms?.stop());

/** A client's open stream: what has come so far, and the next thing that comes. */
interface Stream<Data> {
  received: Data[];
  next(): Promise<Data>;
  close(): void;
}

/** The stream of `source`, once the server has taken it; `opened` resolves then. */
function streamOf<Data>(source: AsyncIterator<Data>, close: () => void): Stream<Data> {
  const received: Data[] = [];
  return {
    received,
    close,
    async next() {
      const { value, done } = await source.next();
      if (done === true) throw new Error('the stream ended');
      received.push(value);
      return value;
    },
  };
}

async function* readSse<Data>(body: ReadableStream<Uint8Array>): AsyncGenerator<Data> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const message = /^event: next\ndata: (.*)$/s.exec(rest.slice(0, end));
      rest = rest.slice(end + 2);
      if (message === null) continue;
      const { data, errors } = JSON.parse(message[1] ?? '') as { data: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      yield data;
    }
  }
}

/** Over server-sent events. The response's head comes when the stream stands. */
async function listen<Data, Variables>(
  form: Form,
  document: TypedDocumentString<Data, Variables>,
  asked: { variables: Variables; token: string },
): Promise<Stream<Data>> {
  const leaving = new AbortController();
  const response = await fetch(form.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${asked.token}` },
    body: JSON.stringify({ query: document.toString(), variables: asked.variables }),
    signal: leaving.signal,
  });
  if (response.body === null) throw new Error(`no stream: ${response.status}`);
  return streamOf(readSse<Data>(response.body), () => leaving.abort());
}

const dossierOf = (over: Partial<DossierIngestInput> = {}): DossierIngestInput => ({
  ...{ sourceSystem: 'test', sourceVersion: 1, code: `H12.64-250929-${String(++count).padStart(4, '0')}`, procedure: '1.001193' },
  ...{ receivingUnit: UNIT, channel: 'ONLINE' as const, status: 'ACCEPTED' as const, submittedAt: '2025-09-29T08:00:00+07:00' },
  ...{ fees: [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }], applicant: { nationalId: NUMBER, fullName: 'Lê Thị Thử Nghiệm' } },
  ...over,
});

/** Through the one-process form: who listens elsewhere is in another process. */
async function ingest(...input: DossierIngestInput[]): Promise<{ id: string; code: string; version: number }[]> {
  const { data } = await forms.one.ask(INGESTED, { token: tokens.source, variables: { input } });
  return (data?.ingestDossiers.results ?? []).map(({ dossier, userErrors }) => {
    if (dossier === null) throw new Error(JSON.stringify(userErrors));
    return dossier;
  });
}

describe.each(['one process', 'a process for each role'] as const)('who listens at the form of %s', (name) => {
  const form = (): Form => (name === 'one process' ? forms.one : forms.many);

  it('learns of dossiers of its unit alone, each as it then is, however they were changed', async () => {
    const [officer, other] = await Promise.all([
      listen(form(), DOSSIER_CHANGED, { variables: { unit: UNIT }, token: tokens.officer }),
      listen(form(), DOSSIER_CHANGED, { variables: {}, token: tokens.other }),
    ]);
    const first = dossierOf();
    const [made] = await ingest(first);
    const told = (more: object) => ({ dossierChanged: { code: first.code, amountPaid: 0, payments: [], ...more } });
    expect(await officer.next()).toEqual(told({ status: 'ACCEPTED', version: 1, applicant: { fullName: 'Lê Thị Thử Nghiệm' } }));
    await ingest({ ...first, sourceVersion: 2, status: 'PROCESSING' });
    expect(await officer.next()).toMatchObject(told({ status: 'PROCESSING', version: 2 }));
    const input = { dossier: made?.id ?? '', provider: 'CASH' as const, idempotencyKey: `cash ${name}` };
    expect((await forms.one.ask(PAY, { token: tokens.officer, variables: { input } })).data?.createPayment.userErrors).toEqual([]);
    // Whether the figures' job has counted the payment already decides if one more change is told.
    const paid = (await officer.next()) as DossierChangedSubscription;
    expect(paid).toMatchObject(told({ amountPaid: 50_000, payments: [{ status: 'SUCCEEDED' }] }));
    // The other unit's first news is its own dossier: nothing of the first one's came.
    const elsewhere = dossierOf({ receivingUnit: OTHER_UNIT });
    await ingest(elsewhere);
    expect(await other.next()).toMatchObject({ dossierChanged: { code: elsewhere.code } });
    officer.close();
    other.close();
  });

  it('learns of the dossier named and no other, and a citizen of their own', async () => {
    const [watched, unwatched] = [dossierOf(), dossierOf({ applicant: { nationalId: '096990654321', fullName: 'Trần Thị Khác' } })];
    const [made] = await ingest(watched, unwatched);
    const officer = await listen(form(), DOSSIER_CHANGED, { variables: { dossier: made?.id ?? '' }, token: tokens.officer });
    const citizen = await listen(form(), DOSSIER_CHANGED, { variables: {}, token: tokens.citizen });
    await ingest({ ...unwatched, sourceVersion: 2, status: 'PROCESSING' });
    await ingest({ ...watched, sourceVersion: 2, status: 'PROCESSING' });
    for (const stream of [officer, citizen]) {
      expect(await stream.next()).toMatchObject({ dossierChanged: { code: watched.code, version: 2 } });
      stream.close();
    }
  });

  it('learns over graphql-transport-ws what became of a payment', async () => {
    const [made] = await ingest(dossierOf());
    const input = { dossier: made?.id ?? '', provider: 'VNPAY' as const, idempotencyKey: `vnpay ${name}` };
    const { data } = await forms.one.ask(PAY, { token: tokens.officer, variables: { input } });
    const payment = data?.createPayment.payment;
    const client = createClient({
      url: form().url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${tokens.officer}` },
    });
    const events = client.iterate({ query: PAYMENT_CHANGED.toString(), variables: { payment: payment?.id } });
    const next = events.next();
    await subscribed();
    await forms.hub.platform.db.query(`UPDATE payments.payment SET expires_at = now() - interval '1 hour' WHERE reference = $1`, [
      payment?.reference,
    ]);
    await expirePending(forms.hub.platform);
    expect((await next).value?.data).toEqual({
      paymentChanged: { reference: payment?.reference, status: 'EXPIRED', dossier: { code: made?.code } },
    });
    await client.dispose();
  });
});

/** The protocol has no word for «it stands»: the subscription is there when the gateway has taken another operation after it. */
async function subscribed(): Promise<void> {
  for (const form of forms.both) {
    const probe = await listen(form, DOSSIER_CHANGED, { variables: {}, token: tokens.officer });
    const dossier = dossierOf();
    await ingest(dossier);
    await probe.next();
    probe.close();
  }
}

it('an operator learns that a connector was paused, in every process', async () => {
  const streams = await Promise.all(forms.both.map((form) => listen(form, CONNECTOR_CHANGED, { variables: {}, token: tokens.operator })));
  await forms.one.ask(PAUSE, { token: tokens.operator, variables: { id: 'vnpay' } });
  for (const stream of streams) {
    let told = await stream.next();
    while (told.connectorChanged.id !== 'vnpay') told = await stream.next();
    expect(told).toEqual({ connectorChanged: { id: 'vnpay', state: 'PAUSED' } });
    stream.close();
  }
});
