import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of whole hubs, of faults and of large samples: a minute each, and mostly waiting. */
const LONG = /\/tests\/(?:e2e|faults|import|seed)\//;

/** Long tests first: one that is begun last would keep the run waiting for it alone. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
