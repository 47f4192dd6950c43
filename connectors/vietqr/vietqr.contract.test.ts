import { creditContract } from '../../tests/contract/credits.ts';
import { catchNotices, withBody } from '../../tests/contract/notices.ts';
import manifest from './manifest.ts';

creditContract(
  manifest,
  {
    windowS: 300,
    async transfer(simulatorUrl, payload) {
      const answer = await fetch(`${simulatorUrl}/transfers`, { method: 'POST', body: new URLSearchParams({ payload }) });
      if (answer.status !== 200) throw new Error(`the simulated bank answered ${answer.status}`);
    },
    withoutSignature: (notice) => withBody(notice, (body) => body.replace(/,"signature":"\w+"/, '')),
    tampered: (notice) => withBody(notice, (body) => body.replace(/(\\"amount\\":)\d+/, '$1900000')),
  },
  () => catchNotices({ status: 200, body: '{"message":"success"}' }),
);
