import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VNPay } from 'vnpay';
import { notice } from './notice.ts';
import { payUrl } from './wire.pay.ts';
import { canonical, sign } from './wire.sign.ts';

const SECRET = 'TESTSECRETTESTSECRETTESTSECRET01';
const MERCHANT = { code: 'TESTTMN1', secrets: { hashSecret: SECRET } };
const library = new VNPay({
  tmnCode: MERCHANT.code,
  secureSecret: SECRET,
  vnpayHost: 'https://sandbox.vnpayment.vn',
  testMode: true,
  enableLog: false,
});

/** An independent implementation, agreed with wherever it is right; where it is not, the vectors say so. */
describe('beside the npm package "vnpay"', () => {
  const orders = fc.record({
    reference: fc.stringMatching(/^[A-Za-z0-9]{1,40}$/),
    amount: fc.integer({ min: 1_000, max: 9_999_999_999 }),
    description: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  });

  it('makes the same pay URL of what the connector sends', () => {
    fc.assert(
      fc.property(orders, ({ reference, amount, description }) => {
        const ours = payUrl(
          'https://sandbox.vnpayment.vn/paymentv2/vpcpay.html',
          {
            merchant: MERCHANT,
            reference,
            amount,
            description,
            createdAt: new Date('2026-01-05T02:30:15Z'),
            expiresAt: new Date('2026-01-05T02:45:15Z'),
            payerIp: '113.160.92.202',
            returnUrl: 'https://dvc.example.invalid/payments/vnpay/return',
            locale: 'vi',
          },
          SECRET,
        );
        const sent = new URL(ours).searchParams;
        const theirs = library.buildPaymentUrl({
          vnp_Amount: amount,
          vnp_IpAddr: '113.160.92.202',
          vnp_ReturnUrl: 'https://dvc.example.invalid/payments/vnpay/return',
          vnp_TxnRef: reference,
          vnp_OrderInfo: sent.get('vnp_OrderInfo') ?? '',
          vnp_CreateDate: 20260105093015,
          vnp_ExpireDate: 20260105094515,
        });
        expect(ours).toBe(theirs);
        expect(sent.get('vnp_OrderInfo')).toMatch(/^[A-Za-z0-9 .,:_-]{1,255}$/);
      }),
      { numRuns: 200 },
    );
  });

  it('takes and refuses the same notices', () => {
    fc.assert(
      fc.property(orders, fc.boolean(), ({ reference, amount }, tamper) => {
        const values: Record<string, string> = {
          vnp_Amount: `${amount}00`,
          vnp_OrderInfo: 'Le phi ho so',
          vnp_ResponseCode: '00',
          vnp_TmnCode: MERCHANT.code,
          vnp_TransactionStatus: '00',
          vnp_TransactionNo: '14226112',
          vnp_TxnRef: reference,
        };
        const query = canonical(Object.entries(values));
        const hash = sign(query, SECRET);
        const sent = { ...values, vnp_Amount: tamper ? '100' : `${amount}00`, vnp_SecureHash: hash };
        const url = `/payments/vnpay/ipn?${new URLSearchParams(sent).toString()}`;
        const ours = notice.read({ method: 'GET', url, headers: {}, body: Buffer.alloc(0) }, MERCHANT);
        const theirs = library.verifyIpnCall(sent as unknown as Parameters<typeof library.verifyIpnCall>[0]);
        expect(ours !== undefined).toBe(theirs.isVerified);
        expect(ours !== undefined).toBe(!tamper);
      }),
      { numRuns: 100 },
    );
  });
});
