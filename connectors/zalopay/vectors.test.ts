import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notice } from './notice.ts';
import { macOf } from './wire.ts';

interface Vector {
  id: string;
  op: string;
  key2?: string;
  body: { data: string; mac: string; type: number };
  hashData?: string;
  expectedMac?: string;
  expected?: { macValid?: boolean; macValidOnRaw?: boolean };
}

const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector[];
/** The public sandbox's, as printed in ZaloPay's documents. */
const KEY1 = 'PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL';
const requests = vectors.filter(({ op }) => op.endsWith('.request'));
const callbacks = vectors.filter(({ op }) => op === 'callback.verify');
const inbound = (body: string) => ({ method: 'POST', url: '/', headers: {}, body: Buffer.from(body) });

describe('macs by the shared vectors', () => {
  it('has vectors of requests and of callbacks', () => {
    expect([requests.length, callbacks.length]).toEqual([3, 2]);
  });

  it.each(requests)('$id', ({ hashData, expectedMac }) => {
    expect(macOf(KEY1, (hashData ?? '').split('|'))).toBe(expectedMac);
  });

  it.each(callbacks)('$id, over the text of its data as it arrived', ({ key2 = '', body }) => {
    const merchant = { code: '2553', secrets: { key2 } };
    expect(notice.merchantOf(inbound(JSON.stringify(body)))).toBe('2553');
    expect(notice.read(inbound(JSON.stringify(body)), merchant)).toMatchObject({
      reference: '2553_1598435687208',
      status: 'SUCCEEDED',
      amount: 10_000,
      providerTransactionId: '200904000000389',
    });
    const reserialised = { ...body, data: `${JSON.stringify(JSON.parse(body.data))} ` };
    for (const changed of [reserialised, { ...body, data: body.data.replace('10000', '10001') }, { ...body, type: 2 }]) {
      expect(notice.read(inbound(JSON.stringify(changed)), merchant)).toBeUndefined();
    }
    for (const text of ['', '[]', JSON.stringify(body).slice(0, -4)]) expect(notice.read(inbound(text), merchant)).toBeUndefined();
  });
});
