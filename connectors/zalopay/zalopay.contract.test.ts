import { catchNotices, payerChoosing, withBody } from '../../tests/contract/notices.ts';
import { paymentContract } from '../../tests/contract/payment.ts';
import manifest from './manifest.ts';

paymentContract(
  manifest,
  {
    pay: payerChoosing({ success: '1', refused: '-49' }),
    silentOnRefusal: true,
    withoutSignature: (notice) => withBody(notice, (body) => body.replace(/,"mac":"\w+"/, '')),
    tampered: (notice) => withBody(notice, (body) => body.replace(/(\\"amount\\":)\d+/, '$11000')),
  },
  () => catchNotices({ status: 200, body: '{"return_code":1,"return_message":"success"}' }),
);
