import { setTimeout as rest } from 'node:timers/promises';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { EvaluationGroup, EvaluationPeriod, PublishedUnit, ReportingPort } from '../contract/reporting.ts';
import type { ReportingConfig } from './config.ts';
import { post } from './transport.ts';
import { type EvaluationData, evaluationBody, formalityOf, HAS_NO_PROCEDURES, pagesOf, unitsOf } from './wire.ts';

const EVALUATION = '/api/v1/reporting/evaluation/';
const CATALOGUE = '/api/v1/reporting/formalities';

/** The portal's public reports, one call after the other with a rest between. */
export function createReporting(config: ReportingConfig, tools: ConnectorTools): ReportingPort {
  const call = async (path: string, body: object): Promise<unknown> => {
    const answer = await post(tools.fetch, { url: `${config.url}${path}`, body, timeoutMs: config.timeoutMs });
    await rest(config.pauseMs);
    return answer;
  };
  const idOf = async (procedure: string): Promise<string | undefined> =>
    formalityOf(await call(CATALOGUE, { q: procedure, currentPage: 1, pageSize: 10 }), procedure);

  return {
    async evaluation(group: EvaluationGroup, period: EvaluationPeriod, procedure?: string): Promise<PublishedUnit[]> {
      if (procedure !== undefined && HAS_NO_PROCEDURES.has(group)) return [];
      const formality = procedure === undefined ? undefined : await idOf(procedure);
      // A procedure that the portal does not list has no figures there.
      if (procedure !== undefined && formality === undefined) return [];
      const found: PublishedUnit[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const body = evaluationBody(group, period, { root: config.root, page, ...(formality === undefined ? {} : { formality }) });
        const data = (await call(`${EVALUATION}${group}`, body)) as EvaluationData;
        pages = pagesOf(data);
        // Each page names the province itself once more.
        found.push(...unitsOf(data).slice(page === 1 ? 0 : 1));
      }
      return found;
    },
  };
}
