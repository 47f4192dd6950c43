import { catchNotices, payerChoosing, withBody } from '../../tests/contract/notices.ts';
import { paymentContract } from '../../tests/contract/payment.ts';
import manifest from './manifest.ts';

paymentContract(
  manifest,
  {
    pay: payerChoosing({ success: '00', refused: '24' }),
    withoutSignature: (notice) => withBody(notice, (body) => body.replace(/,"MaXacThuc":"\w+"/, '')),
    tampered: (notice) => withBody(notice, (body) => body.replace(/"SoTien":"\d+"/, '"SoTien":"1000"')),
  },
  () => catchNotices({ status: 200, body: '{"MaLoi":"00"}' }),
);
