// Runs in the browser as it stands: no build step.

/**
 * Makes the children of `element` those of `wanted` with as few changes as will do. What stays is the same
 * element as before, so it keeps focus, selection and scroll; elements are known again by their id.
 */
export function morphChildren(element, wanted) {
  const kept = new Set([...wanted.children].map(({ id }) => id).filter((id) => id !== ''));
  for (const child of [...element.children]) if (child.id !== '' && !kept.has(child.id)) child.remove();
  let place = element.firstChild;
  for (const want of [...wanted.childNodes]) {
    const known = want.id ? [...element.children].find(({ id }) => id === want.id) : undefined;
    const found = known ?? (place !== null && alike(place, want) ? place : undefined);
    if (found === undefined) element.insertBefore(document.importNode(want, true), place);
    else if (found === place) place = place.nextSibling;
    else move(element, found, place);
    if (found !== undefined) morph(found, want);
  }
  while (place !== null) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function alike(node, want) {
  return node.nodeType === want.nodeType && node.nodeName === want.nodeName && (node.id ?? '') === (want.id ?? '');
}

function move(parent, node, place) {
  // moveBefore keeps what insertBefore resets, where the browser has it.
  if ('moveBefore' in parent) parent.moveBefore(node, place);
  else parent.insertBefore(node, place);
}

function morph(node, want) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== want.nodeValue) node.nodeValue = want.nodeValue;
    return;
  }
  // Whether something is unfolded is the reader's to say once it is on the page.
  const ours = ({ name }) => !(name === 'open' && node.nodeName === 'DETAILS');
  for (const { name } of [...node.attributes].filter(ours)) if (!want.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of [...want.attributes].filter(ours)) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  morphChildren(node, want);
}
