import { afterEach, beforeEach, expect, it } from 'vitest';
import manifest from '../../connectors/commune-system/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { MessageLanguage } from '../../schema/generated/graphql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { beginDays } from '../../src/subgraphs/dossiers/day/day.job.ts';
import { tellDaysJob } from '../../src/subgraphs/integration/day/day.job.ts';
import { testTools } from '../contract/portal.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub } from '../support/dossiers.ts';
import { readable } from '../support/readable.ts';
import { type Receivers, startReceivers, textOfMail } from '../support/receivers.ts';

const ADD = graphql(`
  mutation AddRecipientOfLanguage($input: DayListRecipientInput!) {
    addDayListRecipient(input: $input) { recipient { id language } secret userErrors { code field } }
  }
`);
const CHANGES = graphql(`query LanguageChanges { integrationSettingChanges { setting from to } }`);
const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri' };

let hub: DossiersHub;
let receivers: Receivers;
beforeEach(async () => {
  receivers = await startReceivers();
  const port = manifest.create(manifest.config.parse({}), testTools());
  hub = await createDossiersHub({
    connectors: hostConnectors([manifest as never], () => ({ port })),
    env: { SMTP_URL: receivers.smtpUrl, SMTP_FROM: 'truc@camau.example' },
  });
  hub.platform.clock.business = () => new Date('2025-09-30T07:00:00+07:00');
});
afterEach(async () => {
  await hub.stop();
  await receivers.stop();
});

const mailbox = (name: string) => ({ channel: 'EMAIL' as const, address: `${name}@camau.example` });
async function add(to: { channel: 'EMAIL' | 'WEBHOOK'; address: string }, language?: MessageLanguage) {
  const input = { unit: COMMUNE, role: 'UNIT_LEADER' as const, ...to, ...(language === undefined ? {} : { language }) };
  const { data } = await hub.graphql(ADD, { variables: { input }, as: ADMINISTRATOR });
  expect(data?.addDayListRecipient.userErrors).toEqual([]);
  return data?.addDayListRecipient.recipient;
}

it('tells each in their own language, in Vietnamese who asked for none', async () => {
  expect(await add(mailbox('lanh-dao'))).toMatchObject({ language: 'VI' });
  expect(await add(mailbox('adviser'), 'EN')).toMatchObject({ language: 'EN' });
  await add({ channel: 'WEBHOOK', address: receivers.webhookUrl }, 'EN');
  await readable(hub.platform);
  await beginDays(hub.platform);
  await readable(hub.platform);
  await tellDaysJob.run(hub.platform, {}, new AbortController().signal);
  expect(textOfMail(receivers, 'lanh-dao@camau.example')).toContain('Đến hạn hôm nay: 0');
  expect(textOfMail(receivers, 'adviser@camau.example')).toContain('Due today: 0');
  expect(JSON.parse(receivers.webhooks[0]?.body ?? '{}')).toMatchObject({
    data: { language: 'en', text: expect.stringContaining('- Overdue: 0') },
  });
});

it('changes the language of who is named already, and records it', async () => {
  const first = await add(mailbox('lanh-dao'));
  expect(await add(mailbox('lanh-dao'), 'EN')).toEqual({ id: first?.id, language: 'EN' });
  expect(await add(mailbox('lanh-dao'))).toEqual({ id: first?.id, language: 'EN' });
  const entry = { role: 'UNIT_LEADER', channel: 'EMAIL', address: 'l***@camau.example' };
  expect((await hub.graphql(CHANGES, { as: ADMINISTRATOR })).data?.integrationSettingChanges).toEqual([
    { setting: 'dayList.recipient', from: { ...entry, language: 'vi' }, to: { ...entry, language: 'en' } },
    { setting: 'dayList.recipient', from: null, to: { ...entry, language: 'vi' } },
  ]);
});
