import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../contract/json-call.ts';
import { notice } from './notice.ts';
import { type Signed, sign, signedText } from './wire.ts';

interface Vector {
  id: string;
  op: string;
  accessKey: string;
  secret: string;
  body: Record<string, unknown>;
  rawSignature: string;
  expectedSignature: string;
}

const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector[];
const messageOf = ({ op }: Vector) =>
  ({ 'create.request': 'create', 'ipn.verify': 'notice', 'query.request': 'query', 'refund.request': 'refund' })[op] as Signed;

describe('signatures by the shared vectors', () => {
  it('has vectors of every message', () => {
    expect(new Set(vectors.map(messageOf))).toEqual(new Set(['create', 'notice', 'query', 'refund']));
  });

  it.each(vectors)('$id', (vector) => {
    const values = { ...readJson(JSON.stringify(vector.body)), accessKey: vector.accessKey };
    expect(signedText(messageOf(vector), values)).toBe(vector.rawSignature);
    expect(sign(messageOf(vector), values, vector.secret)).toBe(vector.expectedSignature);
  });

  it('verifies a notice over the numbers as they were written, and none that was changed', () => {
    const good = vectors.find(({ id }) => id === 'momo-ipn-01-good') as Vector;
    const merchant = { code: 'MOMO', secrets: { accessKey: good.accessKey, secretKey: good.secret } };
    const request = (text: string) => ({ method: 'POST', url: '/', headers: {}, body: Buffer.from(text) });
    const text = JSON.stringify(good.body);
    expect(notice.read(request(text), merchant)).toEqual({
      reference: 'H01-26-000123-01',
      status: 'SUCCEEDED',
      amount: 150_000,
      providerTransactionId: '2588659987',
      paidAt: new Date(1_767_580_290_123),
      code: '0',
    });
    for (const changed of [
      text.replace('150000', '150001'),
      text.replace('"resultCode":0', '"resultCode":9000'),
      text.slice(0, -5),
      '[]',
      '',
    ]) {
      expect(notice.read(request(changed), merchant)).toBeUndefined();
    }
    expect(notice.read(request(text), { ...merchant, code: 'OTHER' })).toBeUndefined();
  });
});
