import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { PaymentProvider } from '../../schema/generated/graphql.ts';
import { countsAsOnline } from '../../src/subgraphs/dossiers/reference/online-payment.ts';
import { COMMUNE, createDossiersHub, type DossiersHub } from '../support/dossiers.ts';
import { lifecycleOf, snapshotsOf } from '../support/lifecycle.ts';

const FIGURE = graphql(`
  query PaidOnlineOfDay($code: ID!, $day: LocalDate!) {
    administrativeUnit(code: $code) { indicators(period: { from: $day, to: $day }) { dossiersWithFee paidOnline } }
  }
`);
const PROVIDERS: PaymentProvider[] = ['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM', 'CASH'];

/** The portal tells apart what went through its own platform. */
const placeOf = (provider: PaymentProvider) => (provider === 'NATIONAL_PLATFORM' ? 'AT_PORTAL' : 'AT_PROVINCE');

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

it.each(PROVIDERS.map((provider, at) => ({ provider, day: `2025-08-0${at + 1}` })))(
  'what is collected by $provider counts in the figures and at the portal as the one table says',
  async ({ provider, day }) => {
    const dossier = hub.dossier({
      ...{ submittedAt: `${day}T08:00:00+07:00`, acceptedAt: null, fees: [{ code: 'LP', name: 'Lệ phí', amount: 1_000 }] },
      payments: [{ provider, reference: `P${provider}`, amount: 1_000, status: 'SUCCEEDED' }],
    });
    await hub.feed(dossier);
    const { data } = await hub.ask(FIGURE, { variables: { code: COMMUNE, day } });
    const online = countsAsOnline(provider, 'SOURCE_SYSTEM');
    expect(data?.administrativeUnit?.indicators).toEqual({ dossiersWithFee: 1, paidOnline: online ? 1 : 0 });
    const told = await lifecycleOf(hub).told(dossier.code);
    expect(snapshotsOf(told).map(({ paidOnline }) => paidOnline)).toEqual([online ? placeOf(provider) : 'NO']);
  },
);
