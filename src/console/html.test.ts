import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes text in content and in quoted attributes', () => {
  const text = `<script>alert("1")</script> & 'x'`;
  expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  );
});

it('keeps markup that was escaped already, also in lists', () => {
  const rows = ['<b>', 'a'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${rows}</ul>`.toString()).toBe('<ul><li>&lt;b&gt;</li><li>a</li></ul>');
});

it('leaves nothing for what is absent, and shows zero', () => {
  expect(html`${null}${undefined}${false}${0}`.toString()).toBe('0');
});
