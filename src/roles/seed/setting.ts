/** The row of `outbox.setting` that stands while the sample quarter is loaded; its value says which. */
export const SAMPLE_SETTING = 'sample';
