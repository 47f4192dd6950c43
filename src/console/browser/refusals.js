// Runs in the browser as it stands: no build step. A refusal stands at its form until that is sent again or its row changes.

const FORMS = 'form[method="post"]';
/** By the form's name: the sentence, its element's id, and how the row read when the page was first asked for after it. */
const refusals = new Map();
let given = 0;

/** Tells a form from the others through every refresh: its own id or its row's, and what it does there. */
export function nameOf(form) {
  const place = form.getAttribute('id') ?? form.closest('tr')?.id ?? '';
  return `${place} ${form.getAttribute('action').split('?')[0]}`;
}

/** Says at the form of this name why it was refused. */
export function refuse(name, text) {
  given += 1;
  const refusal = { id: `refused-${given}`, text, row: undefined };
  refusals.set(name, refusal);
  for (const form of document.querySelectorAll(FORMS)) if (nameOf(form) === name) form.append(sentenceOf(refusal));
}

/** The form is sent again. */
export function forget(form) {
  refusals.delete(nameOf(form));
  form.querySelector('.refused')?.remove();
}

/** Somebody else looks at the page. */
export function forgetAll() {
  refusals.clear();
  for (const sentence of document.querySelectorAll('.refused')) sentence.remove();
}

/** Puts the sentences into what is about to be shown, where their rows read as before. */
export function carryInto(wanted) {
  for (const form of wanted.querySelectorAll(FORMS)) {
    const name = nameOf(form);
    const refusal = refusals.get(name);
    if (refusal === undefined) continue;
    if (refusal.row === undefined || refusal.row === rowOf(form)) form.append(sentenceOf(refusal));
    else refusals.delete(name);
  }
}

/** After the page was shown anew: what has no form any more is forgotten, and how the others' rows read is kept. */
export function settle() {
  const forms = new Map([...document.querySelectorAll(FORMS)].map((form) => [nameOf(form), form]));
  for (const [name, refusal] of refusals) {
    const form = forms.get(name);
    if (form === undefined) refusals.delete(name);
    else refusal.row ??= rowOf(form);
  }
}

/** What a form's row says, or the form where it stands in none. That a moment lies further back now is no change. */
function rowOf(form) {
  const row = (form.closest('tr') ?? form).cloneNode(true);
  for (const time of row.querySelectorAll('time')) time.textContent = time.dateTime;
  for (const sentence of row.querySelectorAll('.refused')) sentence.remove();
  return row.textContent;
}

function sentenceOf({ id, text }) {
  const sentence = document.createElement('p');
  Object.assign(sentence, { id, className: 'refused', textContent: text });
  sentence.setAttribute('role', 'alert');
  return sentence;
}
