import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { ReceiptContent, ReceiptPort, WrittenReceipt } from '../contract/receipt.ts';
import type { EReceiptConfig, Mark } from './config.ts';
import {
  envelopeOf,
  errorIn,
  type Fields,
  foundIn,
  issueContent,
  refusal,
  replaceContent,
  resultOf,
  unreadable,
  writtenIn,
} from './wire.ts';

const PROVINCE = '96';

/** The provider's SOAP service as the hub uses it. */
export function createEReceipt(config: EReceiptConfig, tools: Pick<ConnectorTools, 'fetch'>): ReceiptPort {
  const { profile, marks, viewUrl } = config;
  const { operations, fields: at } = profile;
  const issuer: Fields = [
    [at.account, config.account],
    [at.accountPassword, config.accountPassword],
  ];
  const user: Fields = [
    [at.username, config.username],
    [at.password, config.password],
  ];
  const markOf = (unit: string): Mark => {
    const mark = marks.get(unit) ?? marks.get(PROVINCE);
    if (mark !== undefined) return mark;
    throw new UpstreamError(`E_RECEIPT_UNITS names neither ${unit} nor ${PROVINCE}`, {
      ...{ code: 'NO_SERIES', retry: true, outcomeUnknown: false, unreachable: false },
    });
  };
  const send = async (operation: string, fields: Fields, changes: boolean): Promise<string> => {
    const result = await post(tools.fetch, { config, operation, fields, changes });
    const error = errorIn(result, profile);
    if (error === undefined || (error.act === 'MISSING' && !changes)) return result;
    throw refusal(result, error);
  };
  const written = async (operation: string, fields: Fields, { key, unit }: ReceiptContent): Promise<WrittenReceipt> => {
    const result = await send(operation, fields, true);
    const receipt = writtenIn(result, key, markOf(unit));
    if (receipt === undefined) throw unreadable(result);
    return receipt;
  };
  const markFields = ({ unit }: ReceiptContent): Fields => {
    const { template, symbol } = markOf(unit);
    return [
      [at.template, template],
      [at.symbol, symbol],
    ];
  };

  return {
    units: [...marks.keys()],
    from: config.from,
    ...(viewUrl !== undefined && { addressOf: (key: string) => viewUrl.replace('{key}', encodeURIComponent(key)) }),
    async issue(content) {
      const fields: Fields = [...issuer, [at.content, issueContent(content)], ...user, ...markFields(content), ['convert', '0']];
      return written(operations.issue, fields, content);
    },
    async find(key) {
      const result = await send(operations.find, [[at.key, key], ...user], false);
      return errorIn(result, profile) === undefined ? foundIn(result, profile) : undefined;
    },
    async cancel(key) {
      const result = await send(operations.cancel, [...issuer, [at.key, key], ...user], true);
      if (!result.startsWith('OK:')) throw unreadable(result);
    },
    async replace(key, content) {
      const body: Fields = [[at.content, replaceContent(content, profile)], ...user, [at.key, key], ['convert', '0']];
      return written(operations.replace, [...issuer, ...body, ...markFields(content)], content);
    },
  };
}

interface Call {
  config: EReceiptConfig;
  operation: string;
  fields: Fields;
  /** Where no answer comes, it may have been carried out all the same. */
  changes: boolean;
}

/** Posts one operation and gives its result. Throws UpstreamError where none comes: a page of HTML, a SOAP fault and silence look alike. */
async function post(fetch: ConnectorTools['fetch'], { config, operation, fields, changes }: Call): Promise<string> {
  const { url, timeoutMs, profile } = config;
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${profile.namespace}${operation}"` },
      body: envelopeOf(operation, profile.namespace, fields),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    ({ status } = response);
    text = await response.text();
  } catch (cause) {
    const code = (cause as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
    const failure = { code, retry: true, outcomeUnknown: changes, unreachable: true };
    throw new UpstreamError('the receipt provider did not answer', failure, { cause });
  }
  const result = resultOf(text, operation);
  if (result !== undefined) return result;
  const failure = { code: `HTTP_${status}`, retry: true, outcomeUnknown: changes, unreachable: status >= 500 || /<html/i.test(text) };
  throw new UpstreamError(`the receipt provider answered HTTP ${status} without a result`, failure);
}
