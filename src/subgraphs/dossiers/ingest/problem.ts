/** What is wrong with one field of an input; `field` from the outside in. Never holds a number of a person. */
export interface Problem {
  field: string[];
  vi: string;
  en: string;
}
