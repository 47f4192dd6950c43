// Runs in the browser; bundled by bundle.ts with everything it needs, so that the page works without internet.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';

const { graph, assets, example } = document.getElementById('root').dataset;

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(`${assets}/${label === 'graphql' || label === 'json' ? label : 'editor'}.worker.js`),
};

const url = new URL(graph, location.href);
const subscriptionUrl = new URL(graph, location.href.replace(/^http/, 'ws')).href;
const fetcher = createGraphiQLFetcher({ url: url.href, subscriptionUrl });
const defaultQuery = example === undefined || example === '' ? '{ __typename }\n' : example;

createRoot(document.getElementById('root')).render(createElement(GraphiQL, { fetcher, defaultQuery, shouldPersistHeaders: false }));
