/** The pages of the console, in the order in which they are named at its head. */
export const PAGES = ['operations', 'reconciliation', 'money', 'go-live'] as const;
export type Page = (typeof PAGES)[number];

/** Where each is. */
export const PATHS: Readonly<Record<Page, string>> = {
  operations: '/',
  reconciliation: '/console/reconciliation',
  money: '/console/money',
  'go-live': '/console/go-live',
};

/** The page at a path; undefined: none. */
export function pageAt(pathname: string): Page | undefined {
  return PAGES.find((page) => PATHS[page] === pathname);
}
