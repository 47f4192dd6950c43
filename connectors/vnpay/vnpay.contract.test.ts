import { catchNotices, payerChoosing } from '../../tests/contract/notices.ts';
import { paymentContract } from '../../tests/contract/payment.ts';
import manifest from './manifest.ts';

paymentContract(
  manifest,
  {
    pay: payerChoosing({ success: '00', refused: '51' }),
    withoutSignature: (notice) => ({ ...notice, url: notice.url.replace(/&vnp_SecureHash=\w+/, '') }),
    tampered: (notice) => ({ ...notice, url: notice.url.replace(/vnp_Amount=\d+/, 'vnp_Amount=100') }),
  },
  () => catchNotices({ status: 200, body: '{"RspCode":"00","Message":"Confirm Success"}' }),
);
