import { defineEnum } from '../../platform/graphql/enums.ts';

export const BreakerState = defineEnum('BreakerState', 'Whether deliveries go to an outside system (cầu dao kết nối).', {
  CLOSED: 'They go (đang gửi).',
  OPEN: 'It did not answer: nothing goes until it is tried again (đang ngắt).',
  HALF_OPEN: 'It is being tried: one call at a time, each with more than the last (đang thử lại).',
});
export type BreakerState = keyof typeof BreakerState;
