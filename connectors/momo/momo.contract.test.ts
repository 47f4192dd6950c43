import { catchNotices, payerChoosing, withBody } from '../../tests/contract/notices.ts';
import { paymentContract } from '../../tests/contract/payment.ts';
import manifest from './manifest.ts';

paymentContract(
  manifest,
  {
    pay: payerChoosing({ success: '0', refused: '1006' }),
    withoutSignature: (notice) => withBody(notice, (body) => body.replace(/,"signature":"\w+"/, '')),
    tampered: (notice) => withBody(notice, (body) => body.replace(/"amount":\d+/, '"amount":1000')),
  },
  () => catchNotices({ status: 204, body: '' }),
);
